package org.driftscope.figure.export;

import java.util.Locale;

/** File formats of figures. */
public enum ExportFormat {
    /** Vector, text as text. */
    SVG,
    /** Vector, text as text with the font embedded. */
    PDF,
    /** Pixels at a chosen resolution. */
    PNG;

    /** The file name's ending, without a dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
