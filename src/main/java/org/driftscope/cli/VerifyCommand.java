package org.driftscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Json;
import org.driftscope.cli.output.Numbers;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.report.SavedTrials;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a study's trials again and compares. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Run a sample of a study's trials again and say whether the numbers agree.")
final class VerifyCommand extends CliCommand {
    /** Other thread counts may round differently; one image in a thousand may then fall on the other side. */
    private static final double TOLERANCE = 0.002;

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
    public Integer call() {
        List<Check> checks = SavedTrials.of(folder, DemoCommand.defaults()).stream()
                .flatMap(saved -> verify(saved).stream())
                .toList();
        int agreed = (int) checks.stream().filter(Check::agrees).count();
        Report report = new Report(checks.size(), agreed, TOLERANCE, checks);
        PrintWriter out = out();
        if (output.json) {
            Json.print(out, report);
        } else {
            checks.stream()
                    .filter(check -> !check.agrees())
                    .forEach(check -> out.printf(
                            Locale.ROOT,
                            "%s, trial %d: saved %s %%, now %s %%%n",
                            check.study(),
                            check.trial(),
                            Numbers.percent(check.savedTop1()),
                            Numbers.percent(check.top1())));
            out.printf(
                    Locale.ROOT,
                    "%d of %d trials agree within %s points.%n",
                    agreed,
                    checks.size(),
                    Numbers.percent(TOLERANCE));
        }
        return agreed == checks.size() ? ExitCodes.OK : ExitCodes.UNEXPECTED;
    }

    private List<Check> verify(SavedTrials.Saved saved) {
        List<SweepRunner.Finished> trials = saved.trials();
        CancelToken cancel = cancel();
        List<Check> checks = new ArrayList<>();
        try (OpenedBench opened = saved.experiment().files().open(output.threads())) {
            int wanted = count <= 0 ? trials.size() : Math.min(count, trials.size());
            for (int index : RandomSource.of(trials.size()).child("verify").sample(trials.size(), wanted)) {
                SweepRunner.Finished before = trials.get(index);
                ExperimentResult again = ExperimentRunner.run(
                                opened.workbench(), before.trial().spec(), output.progress(err()), cancel)
                        .result();
                double top1 = again.calibratedTop1();
                double savedTop1 = before.outcome().calibratedTop1();
                boolean agrees = Math.abs(top1 - savedTop1) <= TOLERANCE;
                checks.add(new Check(saved.experiment().sweep().name(), before.index(), savedTop1, top1, agrees));
            }
        }
        return checks;
    }
}
