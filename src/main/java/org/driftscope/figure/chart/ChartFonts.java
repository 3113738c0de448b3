package org.driftscope.figure.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The one typeface of all figures, Liberation Sans, carried along so that a figure looks the same on every machine.
 *
 * <p>Its metrics are those of Arial and Helvetica, so an SVG viewed where it is missing keeps its layout.
 */
public final class ChartFonts {
    /** The family's name, as written into files. */
    public static final String FAMILY = "Liberation Sans";

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    private static final Font REGULAR = load("LiberationSans-Regular.ttf");
    private static final Font BOLD = load("LiberationSans-Bold.ttf");

    private ChartFonts() {}

    public static Font regular(double size) {
        return REGULAR.deriveFont((float) size);
    }

    public static Font bold(double size) {
        // the style too, not the face alone: SVG files name the weight after it
        return BOLD.deriveFont(Font.BOLD, (float) size);
    }

    /** Advance width of a line of text, independent of the device it is drawn on. */
    public static double width(Font font, String text) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    /** The font's file, to embed it into a document; the caller closes it. */
    public static InputStream open(boolean bold) {
        return resource(bold ? "LiberationSans-Bold.ttf" : "LiberationSans-Regular.ttf");
    }

    private static Font load(String file) {
        try (InputStream in = resource(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The bundled font " + file + " is damaged", e);
        }
    }

    private static InputStream resource(String file) {
        InputStream in = ChartFonts.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("The bundled font " + file + " is missing");
        }
        return in;
    }
}
