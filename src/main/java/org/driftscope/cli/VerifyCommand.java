package org.driftscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import org.driftscope.report.SavedTrials;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.RandomSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a study's trials again and compares. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Run a sample of a study's trials again and say whether the numbers agree.")
final class VerifyCommand implements Callable<Integer> {
    /** Other thread counts may round differently; one image in a thousand may then fall on the other side. */
    private static final double TOLERANCE = 0.002;

    @Spec
    CommandSpec command;

    @Parameters(paramLabel = "DIR", description = "A folder that run or study wrote.")
    Path folder;

    @Option(names = "--trials", paramLabel = "N", description = "Trials to run again; 0 for all (default: 5).")
    int count = 5;

    @Mixin
    OutputOptions output;

    /** The command's JSON document. */
    record Report(int checked, int agreed, double tolerance, List<Check> checks) {}

    /** One trial run again. */
    record Check(String study, int trial, double savedTop1, double top1, boolean agrees) {}

    @Override
    public Integer call() throws IOException {
        List<Check> checks = new ArrayList<>();
        for (Path file : experiments()) {
            checks.addAll(verify(file));
        }
        int agreed = (int) checks.stream().filter(Check::agrees).count();
        Report report = new Report(checks.size(), agreed, TOLERANCE, checks);
        PrintWriter out = command.commandLine().getOut();
        if (output.json) {
            Json.print(out, report);
        } else {
            checks.stream()
                    .filter(check -> !check.agrees())
                    .forEach(check -> out.printf(
                            "%s, trial %d: saved %s %%, now %s %%%n",
                            check.study(),
                            check.trial(),
                            Numbers.percent(check.savedTop1()),
                            Numbers.percent(check.top1())));
            out.printf("%d of %d trials agree within %s points.%n", agreed, checks.size(), Numbers.percent(TOLERANCE));
        }
        return agreed == checks.size() ? ExitCodes.OK : ExitCodes.UNEXPECTED;
    }

    private List<Path> experiments() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DataFormatException(folder + " is not a folder. Give one that run or study wrote.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new DataFormatException(
                        folder + " holds no experiment file. Give a folder that run or study wrote.");
            }
            return found;
        }
    }

    private List<Check> verify(Path file) {
        ExperimentFile experiment = ExperimentFileReader.read(file, DemoCommand.defaults());
        List<Sweep.Trial> trials = experiment.sweep().trials();
        String name = experiment.sweep().name();
        List<Double> saved = SavedTrials.calibratedTop1(folder.resolve(name + "-trials.csv"), trials.size());
        CancelToken cancel = Interrupts.token();
        List<Check> checks = new ArrayList<>();
        try (OpenedBench opened = experiment.files().open(output.threads())) {
            int wanted = count <= 0 ? trials.size() : Math.min(count, trials.size());
            for (int index : RandomSource.of(trials.size()).child("verify").sample(trials.size(), wanted)) {
                ExperimentResult again = ExperimentRunner.run(
                                opened.workbench(),
                                trials.get(index).spec(),
                                output.progress(command.commandLine().getErr()),
                                cancel)
                        .result();
                double top1 = again.calibrated().top1();
                boolean agrees = Math.abs(top1 - saved.get(index)) <= TOLERANCE;
                checks.add(new Check(name, index, saved.get(index), top1, agrees));
            }
        }
        return checks;
    }
}
