package org.driftscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.figure.export.FigureCsv;
import org.driftscope.report.ArchiveTable;
import org.driftscope.support.DataFormatException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks into the run archive. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = "List, show, export or compact the run archive.")
final class ArchiveCommand implements Runnable {
    private static final int SHOWN_OF_KEY = 10;

    @Spec
    CommandSpec command;

    /** Where trials go unless another file is named. */
    static Path standard() {
        String home = System.getProperty("driftscope.home");
        Path folder = home == null ? Path.of(System.getProperty("user.home"), ".driftscope") : Path.of(home);
        return folder.resolve("runs.sqlite");
    }

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getOut());
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line a trial.")
    int list(
            @Option(names = "--archive", paramLabel = "FILE") @Nullable Path file,
            @Option(names = "--study", paramLabel = "NAME", defaultValue = "") String study,
            @Option(names = "--json") boolean json) {
        try (RunArchive archive = RunArchive.open(file == null ? standard() : file)) {
            List<ArchivedTrial> trials = archive.list(study);
            if (json) {
                Json.print(out(), trials);
            } else {
                print(trials);
            }
        }
        return ExitCodes.OK;
    }

    private void print(List<ArchivedTrial> trials) {
        TextTable table = new TextTable("key", "study", "finished", "drifted %", "calibrated %", "updated %", "tag");
        trials.forEach(trial -> table.row(
                trial.key().substring(0, SHOWN_OF_KEY),
                trial.study(),
                trial.finishedAt(),
                Numbers.percent(trial.outcome().driftedTop1()),
                Numbers.percent(trial.outcome().calibratedTop1()),
                Numbers.percent(trial.outcome().updatedPercent() / 100),
                trial.tag()));
        table.print(out());
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "All that is known of one trial, as JSON.")
    int show(
            @Parameters(paramLabel = "KEY", description = "A trial's key, or how it starts.") String key,
            @Option(names = "--archive", paramLabel = "FILE") @Nullable Path file) {
        try (RunArchive archive = RunArchive.open(file == null ? standard() : file)) {
            List<ArchivedTrial> found = archive.list("").stream()
                    .filter(trial -> trial.key().startsWith(key))
                    .toList();
            if (found.isEmpty()) {
                throw new DataFormatException(archive.file() + " has no trial whose key starts with " + key
                        + ". See driftscope archive list.");
            }
            Json.print(out(), found);
        }
        return ExitCodes.OK;
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "All trials as a CSV file.")
    int export(
            @Option(names = "--out", paramLabel = "CSV", required = true) Path target,
            @Option(names = "--study", paramLabel = "NAME", defaultValue = "") String study,
            @Option(names = "--archive", paramLabel = "FILE") @Nullable Path file) {
        try (RunArchive archive = RunArchive.open(file == null ? standard() : file)) {
            FigureCsv.write(ArchiveTable.of(archive.list(study)), Map.of(), target);
            out().println("Wrote " + target);
        }
        return ExitCodes.OK;
    }

    @Command(name = "compact", mixinStandardHelpOptions = true, description = "Give unused space back.")
    int compact(@Option(names = "--archive", paramLabel = "FILE") @Nullable Path file) {
        try (RunArchive archive = RunArchive.open(file == null ? standard() : file)) {
            archive.compact();
            out().println("Compacted " + archive.file());
        }
        return ExitCodes.OK;
    }
}
