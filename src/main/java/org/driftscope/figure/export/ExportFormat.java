package org.driftscope.figure.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.driftscope.support.EnumWords;

/** File formats of figures. */
public enum ExportFormat {
    /** Vector, text as text. */
    SVG("svg", "SVG"),
    /** Vector, text as text with the font embedded. */
    PDF("pdf", "PDF"),
    /** Vector, text as outlines. */
    EPS("eps", "EPS"),
    /** Pixels at a chosen resolution. */
    PNG("png", "PNG"),
    /** A chart as a picture that LaTeX draws. */
    PGFPLOTS("tex", "pgfplots"),
    /** A chart as a Python script, with a CSV file beside it. */
    MATPLOTLIB("py", "matplotlib");

    private final String extension;
    private final String label;

    ExportFormat(String extension, String label) {
        this.extension = extension;
        this.label = label;
    }

    /** The file name's ending, without a dot. */
    public String extension() {
        return extension;
    }

    /** As lists name it. */
    public String label() {
        return label;
    }

    /** Whether a file of it looks the same everywhere; the others are source that another program draws. */
    public boolean isPicture() {
        return this != PGFPLOTS && this != MATPLOTLIB;
    }

    /** What a study is drawn in unasked: pictures that any program opens. */
    public static List<ExportFormat> pictures() {
        return List.of(SVG, PDF, PNG);
    }

    /**
     * The format of a word or of a file name's ending.
     *
     * @param setting what it was given for, for the message
     * @throws org.driftscope.support.SpecException if there is none
     */
    public static ExportFormat named(String setting, String word) {
        String ending = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(ending))
                .findFirst()
                .orElseGet(() -> EnumWords.parse(setting, ExportFormat.class, word));
    }
}
