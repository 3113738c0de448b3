package org.driftscope.ui.charts.model;

import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.device.Age;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.support.text.Wording;

/**
 * What a drift sweep was made with.
 *
 * @param axis what it goes over
 * @param method the calibrated series' name, e.g. "DoRA, r = 2"
 * @param tint of that series
 * @param words network, images, chip and settings in words
 * @param keptFrom age at which chips were first calibrated for the series that was kept, s; 0 where there is none
 * @param upkeep how that one was looked after since
 */
public record SweepMade(SweepAxis axis, String method, SeriesTint tint, String words, double keptFrom, Upkeep upkeep) {
    /** Before the first sweep. */
    public static final SweepMade NONE =
            new SweepMade(SweepAxis.DRIFT, "calibrated", SeriesTint.calibrated(), "", 0, Upkeep.once());

    /** The name of the series of kept calibrations. */
    public String keptName() {
        String from = Age.words(keptFrom);
        return upkeep.equals(Upkeep.once())
                ? method + ", kept from " + from
                : "from " + from + ", " + Wording.inside(Settings.UPKEEP.words().choice(upkeep.inFiles()));
    }
}
