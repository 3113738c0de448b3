package org.driftscope.experiment;

import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.SettingUse;

/**
 * All settings of one trial on a {@link Workbench}: same spec, model, images and version give the same numbers.
 *
 * @param chip hardware, drift and seed
 * @param driftedLayers layers on the chip; the others stay clean
 * @param calibratedLayers layers that get an adapter
 * @param calibration method and its settings
 */
public record ExperimentSpec(
        ChipSpec chip, LayerChoice driftedLayers, LayerChoice calibratedLayers, CalibrationSpec calibration) {
    private static final double RELATIVE_DRIFT = 0.2;

    /** What files and commands take where a setting is left out: 20 % drift, all else by default. */
    public static ExperimentSpec defaults() {
        return of(ChipSpec.of(RELATIVE_DRIFT, 0), CalibrationSpec.defaults());
    }

    /** All layers drift and are calibrated. */
    public static ExperimentSpec of(ChipSpec chip, CalibrationSpec calibration) {
        return new ExperimentSpec(chip, LayerChoice.all(), LayerChoice.all(), calibration);
    }

    /**
     * The chip at the age at which it is calibrated. Where a calibration is kept that is before its present age; the cells are the
     * same ones.
     */
    public ChipSpec calibratedChip() {
        double from = calibration.settings().keptFrom();
        boolean kept = from > 0
                && from < chip.secondsSinceProgramming()
                && chip.drift().ages()
                && SettingUse.KEPT.matters(calibration.method());
        return kept ? chip.withAge(from) : chip;
    }

    /** Whether the chip has aged since it was calibrated. */
    public boolean isKept() {
        return !calibratedChip().equals(chip);
    }

    public ExperimentSpec withChip(ChipSpec newChip) {
        return new ExperimentSpec(newChip, driftedLayers, calibratedLayers, calibration);
    }

    public ExperimentSpec withCalibration(CalibrationSpec newCalibration) {
        return new ExperimentSpec(chip, driftedLayers, calibratedLayers, newCalibration);
    }

    public ExperimentSpec withLayers(LayerChoice drifted, LayerChoice calibrated) {
        return new ExperimentSpec(chip, drifted, calibrated, calibration);
    }

    public ExperimentSpec withSeed(long seed) {
        return withChip(chip.withSeed(seed));
    }
}
