package org.driftscope.ui.explorer;

import java.util.List;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.device.Age;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.ui.charts.model.SweepAxis;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.workspace.OpenRequest;

/**
 * What a sweep starts with; without the network itself, which may be let go.
 *
 * @param files that were open
 * @param scored images
 * @param state settings, of a calibration that is made anew at each chip
 * @param keptFrom age at which a calibration that is kept besides is made first, s; 0 for none
 * @param upkeep of the kept one
 */
record SweepStart(OpenRequest files, int scored, ExplorerState state, double keptFrom, Upkeep upkeep) {
    private static final List<Double> DRIFTS = List.of(0.05, 0.1, 0.15, 0.2, 0.25, 0.3);
    private static final List<Double> AGES = Stream.of("1s", "1min", "1h", "1d", "30d", "1y", "10y")
            .map(Age::parse)
            .toList();

    /** @param seconds age at which the chip is first calibrated; 0 for its present age @param upkeep from then on */
    static ExplorerState keptFrom(ExplorerState state, double seconds, Upkeep upkeep) {
        CalibrationSpec calibration = state.calibration();
        return state.withCalibration(calibration.withSettings(
                calibration.settings().withKeptFrom(seconds).withUpkeep(upkeep)));
    }

    /** What such a chip is swept along. */
    static SweepAxis axis(ExplorerState state) {
        return state.chip().drift().ages() ? SweepAxis.AGE : SweepAxis.DRIFT;
    }

    /** The chip with another relative drift, or at another age. */
    static ChipSpec at(ChipSpec chip, double strength) {
        return chip.drift().ages() ? chip.withAge(strength) : chip.withDrift(new RelativeGaussianDrift(strength));
    }

    /** A calibration that is kept is made at one of the ages. */
    List<Double> strengths() {
        if (axis(state) == SweepAxis.DRIFT) {
            return DRIFTS;
        }
        return Stream.concat(AGES.stream(), Stream.of(keptFrom).filter(age -> age > 0))
                .distinct()
                .sorted()
                .toList();
    }
}
