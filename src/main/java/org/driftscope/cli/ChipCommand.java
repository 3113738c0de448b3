package org.driftscope.cli;

import java.nio.file.Path;
import org.driftscope.cli.command.CommandGroup;
import org.driftscope.cli.option.ChipOptions;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.bench.ChipArrays;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.support.OutputPlaces;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a chip's cells along. */
@Command(name = "chip", mixinStandardHelpOptions = true, description = "Write a chip's conductances for NumPy.")
final class ChipCommand extends CommandGroup {
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description =
                    "Write every layer's weights and conductances, as asked for, written and drifted, to an NPZ file.")
    int export(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "MODEL",
                            description = "ONNX file (default: the bundled sample's).")
                    @Nullable
                    Path model,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "NPZ file to write.") Path out,
            @Mixin ChipOptions chip,
            @Mixin OutputOptions output) {
        ChipSpec spec = chip.spec(0);
        OutputPlaces.requireFile(out);
        Network network = OnnxReader.read(model == null ? BundledSample.find().model() : model);
        ChipArrays.write(out, network, chip.layers(), spec, output.progress(err()), cancel());
        out().println("The cells of " + chip.layers().in(network).size() + " layers are in " + out);
        return ExitCodes.OK;
    }
}
