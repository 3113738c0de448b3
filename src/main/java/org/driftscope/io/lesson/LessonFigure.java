package org.driftscope.io.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** A number that the window measures, and how it is written. */
public enum LessonFigure {
    /** Top-1 accuracy of the clean network, per cent. */
    CLEAN("clean", "Clean accuracy", LessonFigure::percent),
    /** Top-1 accuracy after drift, per cent. */
    DRIFTED("drifted", "Accuracy after drift", LessonFigure::percent),
    /** Top-1 accuracy after calibration, per cent. */
    CALIBRATED("calibrated", "Accuracy after calibration", LessonFigure::percent),
    /** Clean less drifted, points. */
    LOST("lost", "Lost by drift", LessonFigure::points),
    /** Calibrated less drifted, points. */
    REGAINED("regained", "Won back", LessonFigure::points),
    /** Regained over lost, per cent. */
    RECOVERED("recovered", "Loss recovered", LessonFigure::percent),
    /** What the calibration that is set updates, per cent of the network's parameters. */
    PARAMETERS("parameters", "Parameters updated", value -> String.format(Locale.US, "%.2f %%", value)),
    /** What the calibration that is set keeps in SRAM. */
    SRAM_BITS("sramBits", "SRAM bits", value -> String.format(Locale.US, "%,.0f bits", value)),
    /** Cells that the calibration that is set writes. */
    WRITES("writes", "RRAM writes", value -> String.format(Locale.US, "%,.0f", value));

    private final String id;
    private final String label;
    private final DoubleFunction<String> words;

    LessonFigure(String id, String label, DoubleFunction<String> words) {
        this.id = id;
        this.label = label;
        this.words = words;
    }

    /** Its name in files. */
    public String id() {
        return id;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** Whether it is known only once something was calibrated. */
    public boolean isOfCalibration() {
        return this == CALIBRATED || this == REGAINED || this == RECOVERED;
    }

    /** A value with its unit. */
    public String text(double value) {
        return words.apply(value);
    }

    /** Names in files. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(LessonFigure::id).toList();
    }

    /** The figure of that name. */
    public static Optional<LessonFigure> find(String id) {
        return Arrays.stream(values()).filter(figure -> figure.id.equals(id)).findFirst();
    }

    private static String percent(double value) {
        return String.format(Locale.US, "%.1f %%", value);
    }

    private static String points(double value) {
        return String.format(Locale.US, "%.1f points", value);
    }
}
