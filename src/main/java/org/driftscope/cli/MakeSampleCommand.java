package org.driftscope.cli;

import java.nio.file.Path;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.sample.SampleTraining;
import org.driftscope.support.OutputPlaces;
import org.driftscope.support.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the bundled sample anew: draws the images, trains the network, writes both. */
@Command(
        name = "make-sample",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Make the bundled sample anew: draw the images, train the network, write both.")
final class MakeSampleCommand extends CliCommand {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
    Path out;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        OutputPlaces.requireFolder(out);
        Progress progress = output.progress(err());
        SampleTraining.run(out, progress, cancel());
        out().println("Wrote the sample to " + out);
        return ExitCodes.OK;
    }
}
