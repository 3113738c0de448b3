package org.driftscope.figure.chart;

import java.util.List;

/**
 * One bar in each category.
 *
 * @param id found again in {@link HitArea#seriesId()}
 * @param name shown in the legend
 * @param tint colour
 * @param values one for each category, at least 0; NaN where there is none
 */
public record BarSeries(String id, String name, SeriesTint tint, List<Double> values) {
    public BarSeries {
        values = List.copyOf(values);
    }
}
