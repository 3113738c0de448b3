package org.driftscope.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftscope.evaluation.Spread;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.ExportSize;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.figure.export.FigureCsv;
import org.driftscope.figure.export.FigureExporter;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileWriter;
import org.driftscope.support.AtomicFiles;

/**
 * Writes all a study found into one folder: figure and tables; for each of its sweeps the trials and the experiment file
 * that repeats it; and provenance.
 */
public final class StudyFolder {
    /** Ending of a sweep's experiment file. */
    static final String EXPERIMENT = ".yaml";
    /** Folder for what is run again, beside the files it is to be like. */
    private static final String AGAIN = "again";
    /** Ending of a sweep's table of trials, beside its experiment file. */
    static final String TRIALS = "-trials.csv";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private StudyFolder() {}

    /**
     * @param files what was worked on
     * @param study name of the files
     * @param sweeps finished, at least one
     * @param spread what the figure's bars are, and what follows "±" in its tables
     * @param folder made if it is not there; files of the same names are replaced
     */
    public static void write(
            BenchFiles files,
            String study,
            List<FinishedSweep> sweeps,
            StudyInputs source,
            Spread spread,
            Path folder) {
        Map<String, FinishedSweep> byStem = FinishedSweep.byStem(sweeps);
        byStem.forEach((stem, sweep) -> writeSweep(files, sweep, source, folder, stem));
        Map<String, String> texts = StudyProvenance.of(sweeps, source);
        texts.put("command", byStem.keySet().stream().map(StudyFolder::command).collect(Collectors.joining(" && ")));
        List<TrialGroup> groups = FinishedSweep.groups(sweeps);
        FigureCsv.write(StudyTables.groups(groups, spread), texts, folder.resolve(study + ".csv"));
        StudyTables.latex(study, groups, spread).write(texts, folder.resolve(study + ".tex"));
        LifeTable.of(groups).ifPresent(table -> FigureCsv.write(table, texts, folder.resolve(study + "-service.csv")));
        StudyFigure.of(groups, spread).ifPresent(figure -> figures(figure, study, texts, folder));
        AtomicFiles.write(
                folder.resolve(study + "-provenance.json"),
                json(source.provenance()).getBytes(StandardCharsets.UTF_8));
    }

    private static void writeSweep(
            BenchFiles files, FinishedSweep finished, StudyInputs source, Path folder, String stem) {
        Map<String, String> texts = StudyProvenance.of(finished.sweep(), source);
        texts.put("command", command(stem));
        FigureCsv.write(StudyTables.trials(finished), texts, folder.resolve(stem + TRIALS));
        ExperimentFileWriter.write(new ExperimentFile(files, finished.sweep()), folder.resolve(stem + EXPERIMENT));
    }

    /** What runs a sweep again, in the folder of its files. */
    private static String command(String stem) {
        return RepeatCommand.line(List.of("run", stem + EXPERIMENT, "--out", AGAIN));
    }

    private static void figures(Figure figure, String name, Map<String, String> texts, Path folder) {
        for (ExportFormat format : ExportFormat.pictures()) {
            FigureExporter.export(
                    figure,
                    ExportSpec.of(format, ExportSize.TWO_COLUMN).tallEnoughFor(figure),
                    texts,
                    folder.resolve(name + "." + format.extension()));
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
