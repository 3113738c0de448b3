package org.driftscope.ui.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.StatisticsChoice;
import org.jspecify.annotations.Nullable;

/**
 * Files to open together.
 *
 * @param model an ONNX file
 * @param evaluation images to score with; null where none are open yet
 * @param calibration images to calibrate with; null to set some of the evaluation images apart for it
 * @param statistics files of factory statistics of this model
 * @param preprocessing how the images are prepared, if anyone said so
 */
public record OpenRequest(
        Path model,
        @Nullable Path evaluation,
        @Nullable Path calibration,
        List<StatisticsChoice> statistics,
        PreprocessingChoice.Request preprocessing) {
    public OpenRequest {
        statistics = List.copyOf(statistics);
    }

    /** Without files of statistics, and with the preprocessing that scores best. */
    public OpenRequest(Path model, @Nullable Path evaluation, @Nullable Path calibration) {
        this(model, evaluation, calibration, List.of(), PreprocessingChoice.Request.none());
    }

    /** System property that names the folder of the bundled sample. */
    private static final String SAMPLE_PROPERTY = "sample.data";

    /** What the bundled sample's network was trained with. */
    private static final String SAMPLE_PREPROCESSING = "cifar10";

    /** The bundled sample, from the folder the launcher names, else from beside the working directory. */
    public static OpenRequest sample() {
        Path folder = sampleFolder();
        return new OpenRequest(
                folder.resolve("model.onnx"),
                folder.resolve("evaluation.bin"),
                folder.resolve("calibration.bin"),
                List.of(),
                PreprocessingChoice.Request.certain(SAMPLE_PREPROCESSING));
    }

    private static Path sampleFolder() {
        String named = System.getProperty(SAMPLE_PROPERTY, "");
        return named.isEmpty() ? Path.of("sample-data") : Path.of(named);
    }

    /** The files of an experiment. */
    public static OpenRequest of(BenchFiles files) {
        Path calibration = files.calibration();
        boolean apart = calibration != null && absolute(calibration).equals(absolute(files.evaluation()));
        return new OpenRequest(
                files.model(),
                files.evaluation(),
                apart ? null : calibration,
                files.statistics(),
                files.preprocessing());
    }

    /** Whether both name the same model and images. */
    public boolean isSameAs(OpenRequest other) {
        return absolute(model).equals(absolute(other.model))
                && Objects.equals(orNone(evaluation), orNone(other.evaluation))
                && Objects.equals(orNone(calibration), orNone(other.calibration));
    }

    private static @Nullable Path orNone(@Nullable Path path) {
        return path == null ? null : absolute(path);
    }

    public boolean isSameModelAs(OpenRequest other) {
        return absolute(model).equals(absolute(other.model));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Whether the model is that of the bundled sample. */
    public boolean isSample() {
        return absolute(model).equals(absolute(sample().model()));
    }

    /** Whether the images are the bundled sample's drawn shapes. */
    boolean hasSampleImages() {
        OpenRequest sample = sample();
        Path folder = absolute(Objects.requireNonNull(sample.evaluation())).getParent();
        return evaluation != null && Objects.equals(absolute(evaluation).getParent(), folder);
    }

    /** Whether all files are there. */
    public boolean exists() {
        return Files.exists(model)
                && (evaluation == null || Files.exists(evaluation))
                && (calibration == null || Files.exists(calibration));
    }

    /** The images that are scored. @throws IllegalStateException if there are none */
    public Path scored() {
        if (evaluation == null) {
            throw new IllegalStateException("no images are open");
        }
        return evaluation;
    }

    /** Another model, whose statistics and preprocessing are others. */
    public OpenRequest withModel(Path newModel) {
        return new OpenRequest(newModel, evaluation, calibration);
    }

    /** Other images, part of which are set apart for calibration. */
    public OpenRequest withImages(Path newEvaluation) {
        return new OpenRequest(model, newEvaluation, null, statistics, wished());
    }

    /** The model alone. */
    OpenRequest withoutImages() {
        return new OpenRequest(model, null, null, statistics, wished());
    }

    public OpenRequest withCalibrationImages(Path newCalibration) {
        return new OpenRequest(model, evaluation, newCalibration, statistics, preprocessing);
    }

    public OpenRequest withStatistics(List<StatisticsChoice> files) {
        return new OpenRequest(model, evaluation, calibration, files, preprocessing);
    }

    /** Prepared in another way; where nothing is asked for, the sample as is known to be right. */
    public OpenRequest withPreprocessing(PreprocessingChoice.Request wanted) {
        boolean ofSample = wanted.isNone() && isSameAs(sample());
        return new OpenRequest(
                model, evaluation, calibration, statistics, ofSample ? sample().preprocessing() : wanted);
    }

    /** What a user chose, and holds for other images as well; what is certain of the sample's does not. */
    public PreprocessingChoice.Request wished() {
        return preprocessing.certain() ? PreprocessingChoice.Request.none() : preprocessing;
    }
}
