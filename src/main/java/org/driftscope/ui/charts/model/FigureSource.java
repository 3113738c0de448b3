package org.driftscope.ui.charts.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a figure's numbers were made with.
 *
 * @param words network, images, chip and calibration in one line; "" where nothing is known
 * @param data the same and all else, key to value, in the order to be written
 */
public record FigureSource(String words, Map<String, String> data) {
    /** Nothing is known. */
    public static final FigureSource NONE = new FigureSource("", Map.of());

    public FigureSource {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
