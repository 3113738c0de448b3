package org.driftscope.figure.chart.bar;

import java.util.List;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.SeriesTint;

/**
 * Counts in the bins of a histogram.
 *
 * @param id found again in {@link HitArea#seriesId()}
 * @param name shown in the legend
 * @param tint colour
 * @param counts one for each bin, at least 0
 */
public record HistogramSeries(String id, String name, SeriesTint tint, List<Long> counts) {
    public HistogramSeries {
        counts = List.copyOf(counts);
    }
}
