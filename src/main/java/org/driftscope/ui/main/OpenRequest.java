package org.driftscope.ui.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.StatisticsChoice;
import org.jspecify.annotations.Nullable;

/**
 * Files to open together.
 *
 * @param model an ONNX file
 * @param evaluation images to score with
 * @param calibration images to calibrate with; null to set some of the evaluation images apart for it
 * @param statistics files of factory statistics of this model
 */
public record OpenRequest(Path model, Path evaluation, @Nullable Path calibration, List<StatisticsChoice> statistics) {
    public OpenRequest {
        statistics = List.copyOf(statistics);
    }

    /** Without files of statistics. */
    public OpenRequest(Path model, Path evaluation, @Nullable Path calibration) {
        this(model, evaluation, calibration, List.of());
    }

    /** System property that names the folder of the bundled sample. */
    private static final String SAMPLE_PROPERTY = "sample.data";

    /** The bundled sample, from the folder the launcher names, else from beside the working directory. */
    public static OpenRequest sample() {
        Path folder = sampleFolder();
        return new OpenRequest(
                folder.resolve("model.onnx"), folder.resolve("evaluation.bin"), folder.resolve("calibration.bin"));
    }

    private static Path sampleFolder() {
        String named = System.getProperty(SAMPLE_PROPERTY, "");
        return named.isEmpty() ? Path.of("sample-data") : Path.of(named);
    }

    /** The files of an experiment. */
    static OpenRequest of(BenchFiles files) {
        Path calibration = files.calibration();
        boolean apart = calibration != null && absolute(calibration).equals(absolute(files.evaluation()));
        return new OpenRequest(files.model(), files.evaluation(), apart ? null : calibration, files.statistics());
    }

    /** Whether both name the same model and images. */
    boolean isSameAs(OpenRequest other) {
        return absolute(model).equals(absolute(other.model))
                && absolute(evaluation).equals(absolute(other.evaluation))
                && Objects.equals(
                        calibration == null ? null : absolute(calibration),
                        other.calibration == null ? null : absolute(other.calibration));
    }

    boolean isSameModelAs(OpenRequest other) {
        return absolute(model).equals(absolute(other.model));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Whether this is the bundled sample. */
    public boolean isSample() {
        return model.toAbsolutePath().equals(sample().model().toAbsolutePath());
    }

    /** Whether all files are there. */
    public boolean exists() {
        return Files.exists(model) && Files.exists(evaluation) && (calibration == null || Files.exists(calibration));
    }

    /** Another model, whose statistics are others. */
    public OpenRequest withModel(Path newModel) {
        return new OpenRequest(newModel, evaluation, calibration);
    }

    /** Other images, part of which are set apart for calibration. */
    public OpenRequest withImages(Path newEvaluation) {
        return new OpenRequest(model, newEvaluation, null, statistics);
    }

    public OpenRequest withCalibrationImages(Path newCalibration) {
        return new OpenRequest(model, evaluation, newCalibration, statistics);
    }

    public OpenRequest withStatistics(List<StatisticsChoice> files) {
        return new OpenRequest(model, evaluation, calibration, files);
    }
}
