package org.driftscope.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.driftscope.cli.command.CommandGroup;
import org.driftscope.cli.option.ArchiveSelection;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Json;
import org.driftscope.cli.output.PairedTable;
import org.driftscope.cli.output.TextTable;
import org.driftscope.experiment.archive.ArchiveLocation;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.figure.export.FigureCsv;
import org.driftscope.report.ArchiveTable;
import org.driftscope.report.paired.Comparison;
import org.driftscope.report.paired.Comparisons;
import org.driftscope.support.AtomicFiles;
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
        description = "List, show, tag, export, compare or compact the run archive.")
final class ArchiveCommand extends CommandGroup {
    private static final int SHOWN_OF_KEY = 10;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line a trial.")
    int list(@Mixin ArchiveSelection selection, @Option(names = "--json") boolean json) {
        List<ArchivedTrial> trials = selection.trials();
        if (json) {
            Json.print(out(), trials);
        } else {
            print(trials);
        }
        return ExitCodes.OK;
    }

    private void print(List<ArchivedTrial> trials) {
        TextTable table = new TextTable(cells(
                List.of("key", "study", "finished"), column -> column.label().toLowerCase(Locale.ROOT), "tag"));
        trials.forEach(trial -> table.row(cells(
                List.of(trial.key().substring(0, SHOWN_OF_KEY), String.join(", ", trial.studies()), trial.finishedAt()),
                column -> column.text(trial.outcome()),
                trial.tag())));
        table.print(out());
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
            description = "Trials as a file: CSV, or JSON where the name ends so.")
    int export(
            @Mixin ArchiveSelection selection,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path target) {
        OutputPlaces.requireFile(target);
        List<ArchivedTrial> trials = selection.trials();
        if (target.toString().endsWith(".json")) {
            AtomicFiles.write(target, Json.text(trials).getBytes(StandardCharsets.UTF_8));
        } else {
            FigureCsv.write(ArchiveTable.of(trials), Map.of(), target);
        }
        out().println("Wrote " + trials.size() + " trials to " + target);
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
