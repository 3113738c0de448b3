package org.driftscope.ui.charts.model;

import org.driftscope.figure.chart.SeriesTint;

/**
 * What a drift sweep was made with.
 *
 * @param axis what it goes over
 * @param method the calibrated series' name, e.g. "DoRA, r = 2"
 * @param words network, images, chip and settings in words
 */
public record SweepMade(SweepAxis axis, String method, String words) {
    /** Before the first sweep. */
    public static final SweepMade NONE = new SweepMade(SweepAxis.DRIFT, "calibrated", "");

    public SeriesTint tint() {
        return SeriesTint.ofMethod(method);
    }
}
