package org.driftscope.ui.charts.model;

import org.driftscope.device.Age;
import org.driftscope.figure.chart.SeriesTint;

/**
 * What a drift sweep was made with.
 *
 * @param axis what it goes over
 * @param method the calibrated series' name, e.g. "DoRA, r = 2"
 * @param tint of that series
 * @param words network, images, chip and settings in words
 * @param keptFrom age at which chips were calibrated for the series that was kept, s; 0 where there is none
 */
public record SweepMade(SweepAxis axis, String method, SeriesTint tint, String words, double keptFrom) {
    /** Before the first sweep. */
    public static final SweepMade NONE = new SweepMade(SweepAxis.DRIFT, "calibrated", SeriesTint.calibrated(), "", 0);

    /** The name of the series of kept calibrations. */
    public String keptName() {
        return method + ", kept from " + Age.words(keptFrom);
    }
}
