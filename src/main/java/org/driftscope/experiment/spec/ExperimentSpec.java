package org.driftscope.experiment.spec;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.Devices;
import org.driftscope.experiment.Workbench;

/**
 * All settings of one trial on a {@link Workbench}: same spec, model, images and version give the same numbers.
 *
 * @param chip hardware, drift and seed
 * @param driftedLayers layers on the chip; the others stay clean
 * @param calibratedLayers layers that get an adapter
 * @param calibration method and its settings
 * @param devices what names of devices mean where its settings are changed by name; no setting itself
 */
@RecordBuilder
public record ExperimentSpec(
        ChipSpec chip,
        LayerChoice driftedLayers,
        LayerChoice calibratedLayers,
        CalibrationSpec calibration,
        Devices devices)
        implements ExperimentSpecBuilder.With {
    private static final double RELATIVE_DRIFT = 0.2;

    /** One whose device is its chip's or needs no file, whatever is changed by name. */
    public ExperimentSpec(
            ChipSpec chip, LayerChoice driftedLayers, LayerChoice calibratedLayers, CalibrationSpec calibration) {
        this(chip, driftedLayers, calibratedLayers, calibration, Devices.listed());
    }

    /** What files and commands take where a setting is left out: 20 % drift, all else by default. */
    public static ExperimentSpec defaults() {
        return of(ChipSpec.of(RELATIVE_DRIFT, 0), CalibrationSpec.defaults());
    }

    /** All layers drift and are calibrated. */
    public static ExperimentSpec of(ChipSpec chip, CalibrationSpec calibration) {
        return new ExperimentSpec(chip, LayerChoice.all(), LayerChoice.all(), calibration);
    }

    /** Whether the chip has aged since it was first calibrated. */
    public boolean isKept() {
        double from = calibration.settings().keptFrom();
        return from > 0
                && from < chip.secondsSinceProgramming()
                && chip.ages()
                && SettingUse.KEPT.matters(calibration.method());
    }

    /** How often a chip is read to be scored; once where all reads are alike. */
    public int readsOfAChip() {
        return chip.hasReadNoise() ? calibration.settings().reads() : 1;
    }

    /** How its calibration is looked after. */
    public Upkeep upkeep() {
        return calibration.settings().upkeep();
    }

    public ExperimentSpec withLayers(LayerChoice drifted, LayerChoice calibrated) {
        return withDriftedLayers(drifted).withCalibratedLayers(calibrated);
    }

    /**
     * What a device's name means here.
     *
     * @throws org.driftscope.support.SpecException if there is none of that name, or its file is not open
     */
    public DeviceKind device(String name) {
        return chip.kinds().stream()
                .map(ChipSpec::drift)
                .filter(drift -> drift.id().equals(name))
                .findFirst()
                .map(DeviceKinds::of)
                .orElseGet(() -> devices.named(name));
    }

    public ExperimentSpec withSeed(long seed) {
        return withChip(chip.withSeed(seed));
    }
}
