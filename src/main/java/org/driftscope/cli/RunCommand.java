package org.driftscope.cli;

import java.nio.file.Path;
import java.util.List;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the experiment of a file. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run an experiment file: one trial, or the grid of all settings that have several values.")
final class RunCommand extends SweepCommand {
    @Parameters(paramLabel = "EXPERIMENT", description = "YAML file.")
    Path file;

    @Override
    int compute() {
        ExperimentFile experiment = ExperimentFileReader.read(file, DemoCommand.defaults());
        try (OpenedBench opened = experiment.files().open(output.threads())) {
            return run(experiment.files(), opened, List.of(experiment.sweep()));
        }
    }
}
