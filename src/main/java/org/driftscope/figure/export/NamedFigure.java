package org.driftscope.figure.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.driftscope.figure.chart.Figure;

/**
 * A figure that can be chosen from a list.
 *
 * @param name for people, e.g. "Recovery"
 * @param figure the figure
 * @param provenance where its numbers come from, key to value; in the order to be written
 */
public record NamedFigure(String name, Figure figure, Map<String, String> provenance) {
    public NamedFigure {
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    /** With more keys before its own, which win. */
    public NamedFigure withSource(Map<String, String> source) {
        Map<String, String> all = new LinkedHashMap<>(source);
        all.putAll(provenance);
        return new NamedFigure(name, figure, all);
    }

    /** The name as a file name without ending: lower case, words joined by hyphens. */
    public String fileName() {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "figure" : plain;
    }
}
