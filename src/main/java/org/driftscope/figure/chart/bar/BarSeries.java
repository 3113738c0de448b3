package org.driftscope.figure.chart.bar;

import java.util.Collections;
import java.util.List;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.SeriesTint;

/**
 * One bar in each category.
 *
 * @param id found again in {@link HitArea#seriesId()}
 * @param name shown in the legend
 * @param tint colour
 * @param values one for each category; NaN where there is none
 * @param errors half lengths of the error bars, one for each category, at least 0; 0 for none
 */
public record BarSeries(String id, String name, SeriesTint tint, List<Double> values, List<Double> errors) {
    public BarSeries {
        values = List.copyOf(values);
        errors = List.copyOf(errors);
        if (errors.size() != values.size()) {
            throw new IllegalArgumentException(
                    "Series " + name + " has " + errors.size() + " errors for " + values.size() + " values");
        }
    }

    /** Bars without error bars. */
    public BarSeries(String id, String name, SeriesTint tint, List<Double> values) {
        this(id, name, tint, values, Collections.nCopies(values.size(), 0.0));
    }

    /** Whether any bar has an error bar. */
    boolean hasErrors() {
        return errors.stream().anyMatch(error -> error > 0);
    }
}
