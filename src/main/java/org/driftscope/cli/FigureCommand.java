package org.driftscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.ArchiveSelection;
import org.driftscope.cli.option.BarsOption;
import org.driftscope.cli.option.FigureOptions;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.figure.export.FigureExporter;
import org.driftscope.report.ArchivedStudy;
import org.driftscope.report.SavedTrials;
import org.driftscope.report.StudyFigure;
import org.driftscope.report.TrialGroup;
import org.driftscope.report.paired.Comparison;
import org.driftscope.report.paired.Comparisons;
import org.driftscope.report.paired.DifferenceFigure;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.OutputPlaces;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a study again, in another format, size or theme; nothing is computed. */
@Command(
        name = "figure",
        mixinStandardHelpOptions = true,
        description = "Draw the figure of a study's folder, or of trials in the archive; nothing is computed.")
final class FigureCommand extends CliCommand {
    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "A folder that run or study wrote (default: the trials of the archive that fit).")
    @Nullable
    Path folder;

    @Mixin
    FigureOptions options;

    @Mixin
    BarsOption bars;

    @Option(
            names = "--y",
            paramLabel = "COLUMN",
            completionCandidates = Columns.class,
            description = "The number to draw, as tables of trials name it: ${COMPLETION-CANDIDATES} (default:"
                    + " calibratedTop1, with what drift left).")
    @Nullable
    String y;

    @Option(
            names = "--x",
            paramLabel = "COLUMN",
            completionCandidates = Sizes.class,
            description = "What is across where corrections differ in size: ${COMPLETION-CANDIDATES} (default:"
                    + " updatedPercent; sramBits where bits of factors were swept).")
    @Nullable
    String x;

    @Option(
            names = "--against",
            paramLabel = "SETTING=VALUE",
            description =
                    "Draw what the archive's trials have over this calibration on the same chips, e.g. rank=1; may be given"
                            + " several times.")
    Map<String, String> against = new LinkedHashMap<>();

    @Mixin
    ArchiveSelection selection;

    /** For the help. */
    static final class Columns extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Columns() {
            super(TrialColumns.names());
        }
    }

    /** For the help. */
    static final class Sizes extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Sizes() {
            StudyFigure.ACROSS.forEach(column -> add(column.name()));
        }
    }

    private Optional<Figure> figure(List<TrialGroup> groups, TrialColumn column) {
        if (x == null) {
            return StudyFigure.of(groups, bars.spread(), column);
        }
        return StudyFigure.of(groups, bars.spread(), column, size(x));
    }

    private static TrialColumn size(String name) {
        return StudyFigure.ACROSS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SpecException("--x", name, "one of " + String.join(", ", new Sizes())));
    }

    @Override
    public Integer call() {
        OutputPlaces.requireFile(options.out);
        ExportSpec spec = options.spec();
        if (!against.isEmpty()) {
            return differences(spec);
        }
        TrialColumn column = y == null ? TrialColumns.CALIBRATED : TrialColumns.named("--y", y);
        List<TrialGroup> groups = folder == null ? archived() : saved(folder);
        Figure figure = figure(groups, column)
                .orElseThrow(() -> new DataFormatException(
                        y == null
                                ? "These trials do not make a figure: drift, images, rank, method, bits of the factors, layers or"
                                        + " drifting layers must differ between them."
                                : "These trials do not make a figure of " + y
                                        + ": they must have it, and drift, age, images, rank, budget, bits of the factors or method must"
                                        + " differ between them."));
        return written(figure, spec);
    }

    private int differences(ExportSpec spec) {
        if (folder != null || y != null) {
            throw misused("--against compares the accuracy of the archive's trials: leave DIR and --y out.");
        }
        List<Comparison> comparisons = Comparisons.of(trials(), against);
        return written(DifferenceFigure.of(comparisons, x == null ? TrialColumns.UPDATED : size(x)), spec);
    }

    private int written(Figure figure, ExportSpec spec) {
        FigureExporter.export(
                figure, options.freeHeight() ? spec.tallEnoughFor(figure) : spec, provenance(), options.out);
        out().println("Wrote " + options.out);
        return ExitCodes.OK;
    }

    private List<TrialGroup> saved(Path from) {
        List<SavedTrials.Saved> all = SavedTrials.of(from, DemoCommand.defaults());
        Set<String> studies = new TreeSet<>();
        all.forEach(saved -> studies.add(saved.experiment().sweep().name()));
        if (selection.study.isEmpty() ? studies.size() > 1 : !studies.contains(selection.study)) {
            throw new SpecException("--study", selection.study, "one of " + String.join(", ", studies));
        }
        return all.stream()
                .filter(saved -> selection.study.isEmpty()
                        || saved.experiment().sweep().name().equals(selection.study))
                .flatMap(saved -> TrialGroup.of(saved.trials()).stream())
                .toList();
    }

    private List<TrialGroup> archived() {
        return TrialGroup.of(ArchivedStudy.of(trials(), DemoCommand.defaults()));
    }

    private List<ArchivedTrial> trials() {
        List<ArchivedTrial> trials = selection.trials();
        if (trials.isEmpty()) {
            throw new DataFormatException(selection.path() + " has no trials that fit. See driftscope archive list.");
        }
        return trials;
    }

    private Map<String, String> provenance() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("source", folder == null ? "run archive" : String.valueOf(folder.getFileName()));
        texts.put("drawn by", "Driftscope " + Provenance.buildVersion());
        return texts;
    }
}
