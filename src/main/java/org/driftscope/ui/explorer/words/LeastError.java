package org.driftscope.ui.explorer.words;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.support.Percent;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.workspace.Calibrated;

/** What is to be said where the magnitude of least error left accuracy behind: it shrinks signals. */
public final class LeastError {
    private static final double SIGMAS = 2;

    private LeastError() {}

    /**
     * @param points calibrations so far; one without that magnitude on the same chip is named where it reached more
     * @return a sentence with a blank before it; "" where there is nothing to say
     */
    static String remark(Calibrated calibrated, Accuracy clean, List<CalibrationPoint> points) {
        ExplorerState asked = calibrated.asked();
        Accuracy reached = calibrated.accuracy();
        double left = clean.top1() - reached.top1();
        double error = Math.hypot(clean.standardError(), reached.standardError());
        if (!shrinks(asked.calibration()) || left < SIGMAS * error) {
            return "";
        }
        return points.stream()
                .filter(point ->
                        point.onChip().equals(asked.onChip()) && point.layers().equals(asked.ticked()))
                .filter(point -> point.calibrated().images() == reached.images())
                .filter(point -> isAlike(point.calibration(), asked.calibration()))
                .filter(point -> point.calibrated().top1() > reached.top1())
                .max(Comparator.comparingDouble(point -> point.calibrated().top1()))
                .map(point -> String.format(
                        Locale.US,
                        " Least error shrinks signals: %s reached %s %%.",
                        shortly(point.calibration()),
                        Percent.text(point.calibrated().top1())))
                .orElse(" Least error shrinks signals; the preset Recommended usually reaches more.");
    }

    /** Short enough for the two lines under the key figures. */
    private static String shortly(CalibrationSpec spec) {
        return spec.hasMagnitude() ? "same variance" : spec.method().label();
    }

    private static boolean shrinks(CalibrationSpec spec) {
        return SettingUse.MAGNITUDE.matters(spec.method())
                && spec.hasMagnitude()
                && spec.magnitude() == MagnitudeRule.MSE;
    }

    /** Of the same rank, but without such a magnitude: LoRA, or DoRA with the variance matched. */
    private static boolean isAlike(CalibrationSpec spec, CalibrationSpec asked) {
        return spec.method().hasRank() == asked.method().hasRank()
                && spec.method().isLayerWise()
                && spec.rank() == asked.rank()
                && !shrinks(spec);
    }
}
