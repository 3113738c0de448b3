package org.driftscope.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.ExportSize;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.figure.export.FigureCsv;
import org.driftscope.figure.export.FigureExporter;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileWriter;
import org.driftscope.io.files.AtomicFiles;

/** Writes all a study found into one folder: figure, tables, the experiment file that repeats it, and provenance. */
public final class StudyFolder {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private StudyFolder() {}

    /**
     * @param files what was worked on
     * @param trials finished, at least one
     * @param folder made if it is not there; files of the same names are replaced
     */
    public static void write(
            BenchFiles files, Sweep sweep, List<SweepRunner.Finished> trials, Provenance provenance, Path folder) {
        Map<String, String> texts = texts(sweep, provenance);
        List<TrialGroup> groups = TrialGroup.of(trials);
        FigureCsv.write(StudyTables.trials(trials), texts, folder.resolve(sweep.name() + "-trials.csv"));
        StudyTables.latex(sweep.name(), groups).write(texts, folder.resolve(sweep.name() + ".tex"));
        StudyFigure.of(groups).ifPresent(figure -> figures(figure, sweep.name(), texts, folder));
        ExperimentFileWriter.write(new ExperimentFile(files, sweep), folder.resolve(sweep.name() + ".yaml"));
        AtomicFiles.write(
                folder.resolve(sweep.name() + "-provenance.json"),
                json(provenance).getBytes(StandardCharsets.UTF_8));
    }

    /** One picture of several sweeps' trials. */
    public static void writePicture(
            String name, List<SweepRunner.Finished> trials, Provenance provenance, Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("study", name);
        texts.put("provenance", provenance.toString());
        StudyFigure.of(TrialGroup.of(trials)).ifPresent(figure -> figures(figure, name, texts, folder));
    }

    private static void figures(Figure figure, String name, Map<String, String> texts, Path folder) {
        for (ExportFormat format : ExportFormat.values()) {
            FigureExporter.export(
                    figure,
                    ExportSpec.of(format, ExportSize.TWO_COLUMN),
                    texts,
                    folder.resolve(name + "." + format.extension()));
        }
    }

    private static Map<String, String> texts(Sweep sweep, Provenance provenance) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("study", sweep.name());
        texts.put("settings", sweep.base().toString());
        texts.put("swept", sweep.axes().toString());
        texts.put("provenance", provenance.toString());
        return texts;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
