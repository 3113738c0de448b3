package org.driftscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.driftscope.cli.command.CommandGroup;
import org.driftscope.cli.option.ArchiveSelection;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Json;
import org.driftscope.cli.output.PairedTable;
import org.driftscope.cli.output.TextTable;
import org.driftscope.cli.output.TrialFormat;
import org.driftscope.experiment.archive.ArchiveLocation;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.archive.TrialSelection;
import org.driftscope.report.paired.Comparison;
import org.driftscope.report.paired.Comparisons;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.InputFiles;
import org.driftscope.support.OutputPlaces;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks into the run archive. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = "List, show, tag, export, compare, check or compact the run archive.")
final class ArchiveCommand extends CommandGroup {
    private static final int SHOWN_OF_KEY = 10;
    /** Trials that fit on a screen. */
    private static final int SHOWN = 40;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line a trial, oldest first.")
    int list(
            @Mixin ArchiveSelection selection,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            description = "The newest N that fit, 0 for all (default: " + SHOWN
                                    + " where the table is looked at in a terminal, else all).")
                    @Nullable
                    Integer limit,
            @Option(names = "--json") boolean json) {
        if (limit != null && limit < 0) {
            throw new SpecException("--limit", limit, "a whole number, 0 or more");
        }
        int most = limit != null ? limit : json || System.console() == null ? 0 : SHOWN;
        if (most == 0) {
            all(selection, json);
        } else {
            newest(selection.newest(most), json);
        }
        return ExitCodes.OK;
    }

    private void all(ArchiveSelection selection, boolean json) {
        if (json) {
            Json.<ArchivedTrial>print(
                    out(),
                    trials -> selection.each(trial -> {
                        trials.accept(trial);
                        return true;
                    }));
            return;
        }
        TextTable table = table();
        selection.each(trial -> table.row(out(), row(trial)));
        table.print(out());
    }

    private void newest(ArchiveSelection.Newest found, boolean json) {
        if (json) {
            Json.print(out(), found.trials());
            return;
        }
        TextTable table = table();
        found.trials().forEach(trial -> table.row(row(trial)));
        table.print(out());
        int shown = found.trials().size();
        if (shown < found.total()) {
            String of = found.exact()
                    ? String.format(Locale.ROOT, "of %,d trials", found.total())
                    : "trials that fit; there are more";
            out().println("The newest " + shown + " " + of + ". --limit 0 lists all.");
        }
    }

    private static TextTable table() {
        return new TextTable(cells(
                List.of("key", "study", "finished"), column -> column.label().toLowerCase(Locale.ROOT), "tag"));
    }

    private static String[] row(ArchivedTrial trial) {
        return cells(
                List.of(trial.key().substring(0, SHOWN_OF_KEY), String.join(", ", trial.studies()), trial.finishedAt()),
                column -> column.text(trial.outcome()),
                trial.tag());
    }

    private static String[] cells(List<String> first, Function<TrialColumn, String> number, String last) {
        return Stream.of(first.stream(), TrialColumns.brief().stream().map(number), Stream.of(last))
                .flatMap(cells -> cells)
                .toArray(String[]::new);
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "All that is known of one trial, as JSON.")
    int show(
            @Parameters(paramLabel = "KEY", description = "A trial's key, or how it starts.") String key,
            @Option(names = "--archive", paramLabel = "FILE") @Nullable Path file) {
        requireKey(key);
        try (RunArchive archive = RunArchive.openToRead(file == null ? ArchiveLocation.standard() : file)) {
            List<ArchivedTrial> found = archive.startingWith(key);
            if (found.isEmpty()) {
                throw unknown(archive, key);
            }
            Json.print(out(), found);
        }
        return ExitCodes.OK;
    }

    @Command(name = "tag", mixinStandardHelpOptions = true, description = "Give trials a word to find them by.")
    int tag(
            @Parameters(paramLabel = "KEY", description = "A trial's key, or how it starts.") String key,
            @Parameters(paramLabel = "WORD", description = "The tag; \"\" takes it away.") String word,
            @Option(names = "--archive", paramLabel = "FILE") @Nullable Path file) {
        requireKey(key);
        try (RunArchive archive = openThere(file)) {
            int tagged = archive.tag(key, word);
            if (tagged == 0) {
                throw unknown(archive, key);
            }
            out().println("Tagged " + tagged + (tagged == 1 ? " trial" : " trials"));
        }
        return ExitCodes.OK;
    }

    /** An empty key would mean all trials. */
    private static void requireKey(String key) {
        if (key.isBlank()) {
            throw new SpecException("KEY", "empty", "a trial's key, or how it starts");
        }
    }

    /** One that exists: neither of these commands starts an archive. */
    private static RunArchive openThere(@Nullable Path file) {
        Path path = file == null ? ArchiveLocation.standard() : file;
        String refusal = InputFiles.refusal(path, "a run archive");
        if (!refusal.isEmpty()) {
            throw new DataFormatException("The run archive " + path + refusal);
        }
        return RunArchive.open(path);
    }

    private static DataFormatException unknown(RunArchive archive, String key) {
        return new DataFormatException(
                archive.file() + " has no trial whose key starts with " + key + ". See driftscope archive list.");
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Trials as a file: CSV, or JSON or Parquet where the name ends so.")
    int export(
            @Mixin ArchiveSelection selection,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path target,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            description = "${COMPLETION-CANDIDATES} (default: as the file's name ends, csv else).")
                    @Nullable
                    TrialFormat format) {
        OutputPlaces.requireFile(target);
        AtomicLong written = new AtomicLong();
        (format == null ? TrialFormat.of(target) : format)
                .write(
                        trials -> selection.each(trial -> {
                            cancel().throwIfCancelled();
                            trials.accept(trial);
                            written.incrementAndGet();
                            return true;
                        }),
                        target);
        out().println("Wrote " + written + " trials to " + target);
        return ExitCodes.OK;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Look at every page of the file for damage, which takes a while for large archives.")
    int check(@Option(names = "--archive", paramLabel = "FILE") @Nullable Path file) {
        try (RunArchive archive = RunArchive.openToRead(file == null ? ArchiveLocation.standard() : file)) {
            archive.check();
            out().println(String.format(
                    Locale.ROOT, "%s is sound, %,d trials", archive.file(), archive.count(TrialSelection.ALL)));
        }
        return ExitCodes.OK;
    }

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description =
                    "What calibrations have over another one on the same chips: mean difference of top-1 accuracy with its"
                            + " 95 %% interval (Student's t for pairs), and how many chips would show a difference.")
    int compare(
            @Mixin ArchiveSelection selection,
            @Option(
                            names = "--against",
                            paramLabel = "SETTING=VALUE",
                            description =
                                    "The calibration that the others are compared with, e.g. rank=1; may be given several"
                                            + " times (default: the first of two).")
                    @Nullable
                    Map<String, String> against,
            @Option(
                            names = "--points",
                            paramLabel = "POINTS",
                            defaultValue = "0.5",
                            description = "The difference to show (default: 0.5).")
                    double points,
            @Option(names = "--json") boolean json) {
        if (!(points > 0 && points <= 100)) {
            throw new SpecException("--points", points, "above 0, up to 100 points of accuracy");
        }
        List<Comparison> comparisons = Comparisons.of(selection.trials(), against == null ? Map.of() : against);
        new PairedTable(comparisons, points).print(out(), json);
        return ExitCodes.OK;
    }

    @Command(name = "compact", mixinStandardHelpOptions = true, description = "Give unused space back.")
    int compact(@Option(names = "--archive", paramLabel = "FILE") @Nullable Path file) {
        try (RunArchive archive = openThere(file)) {
            archive.compact();
            out().println("Compacted " + archive.file());
        }
        return ExitCodes.OK;
    }
}
