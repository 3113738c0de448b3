package org.driftscope.figure.export;

import java.util.Locale;
import org.driftscope.figure.chart.Figure;

/**
 * A figure that can be chosen from a list.
 *
 * @param name for people, e.g. "Recovery"
 * @param figure the figure
 */
public record NamedFigure(String name, Figure figure) {
    /** The name as a file name without ending: lower case, words joined by hyphens. */
    public String fileName() {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "figure" : plain;
    }
}
