package org.driftscope.experiment.method;

import java.util.Optional;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/**
 * What corrects a chip at its present age, fitted then or earlier in its life.
 *
 * @param correction of the chip as it is now
 * @param trial that it was fitted in
 * @param seconds wall-clock time of statistics and solving
 */
record AgedCorrection(Correction correction, Trial trial, double seconds) {
    /**
     * Fits, and keeps it up to the trial's age where that is later.
     *
     * @param last age at which the chip was calibrated last, s, at most that of the trial
     */
    static AgedCorrection of(Trial now, double last, Progress progress, CancelToken cancel) {
        long start = System.nanoTime();
        boolean kept = last < now.spec().chip().secondsSinceProgramming();
        Trial trial = MostAffected.of(kept ? at(now, last, cancel) : now, progress, cancel);
        Correction fitted = TrialMethod.of(now.calibration().method()).correct(trial, progress, cancel);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!kept) {
            return new AgedCorrection(fitted, trial, seconds);
        }
        KeptGains gains = KeptGains.of(trial, checked(now, last, cancel), cancel);
        return new AgedCorrection(KeptCorrection.on(now, fitted, gains, progress, cancel), trial, seconds);
    }

    /** The trial at the last check, if gains were measured at one since the calibration. */
    private static Optional<Trial> checked(Trial now, double last, CancelToken cancel) {
        double first = now.calibration().settings().keptFrom();
        double present = now.spec().chip().secondsSinceProgramming();
        double check = Upkeep.lastCheck(first, present);
        if (!Servicing.measuresGains(now.spec()) || check <= last) {
            return Optional.empty();
        }
        return Optional.of(check == present ? now : at(now, check, cancel));
    }

    /** The trial as it was when the chip was younger. */
    private static Trial at(Trial now, double age, CancelToken cancel) {
        ChipSpec chip = now.spec().chip().withAge(age);
        return new Trial(
                now.bench(),
                now.spec().withChip(chip),
                now.bench().chip(chip, now.chip().layers().keySet(), cancel),
                now.layers(),
                (layer, result) -> {});
    }
}
