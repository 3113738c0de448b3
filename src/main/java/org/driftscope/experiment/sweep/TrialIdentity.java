package org.driftscope.experiment.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;

/** What makes two trials the same: settings, model, images and preprocessing; not threads or machine. */
final class TrialIdentity {
    /** Raised when a change of the simulator changes its numbers. */
    private static final String NUMBERS_VERSION = "2";

    private TrialIdentity() {}

    /**
     * sha256, hex, over all that decides a trial's numbers. Settings that the method does not look at decide nothing: a bias
     * is the same trial whatever the rank.
     */
    static String key(ExperimentSpec spec, Workbench bench) {
        CalibrationSpec looked = SettingUse.relevant(spec.calibration());
        LayerChoice layers = SettingUse.LAYERS.matters(looked.method()) ? spec.calibratedLayers() : LayerChoice.all();
        ExperimentSpec decisive = spec.withCalibration(looked).withLayers(spec.driftedLayers(), layers);
        return hash(silent(ageless(unkept(unmeasured(decisive)))), bench);
    }

    /** Without the word for how a chip is known where it has no converters, and is known either way alike. */
    private static ExperimentSpec unmeasured(ExperimentSpec spec) {
        CalibrationSpec calibration = spec.calibration();
        return spec.chip().hasConverters()
                ? spec
                : spec.withCalibration(calibration.withSettings(calibration
                        .settings()
                        .with(MethodSetting.STATISTICS_FROM, MethodSetting.STATISTICS_FROM.usual())));
    }

    /** Without what is said of a calibration that is kept where it is not, and of check images where nobody looks at any. */
    private static ExperimentSpec unkept(ExperimentSpec spec) {
        CalibrationSpec calibration = spec.calibration();
        MethodSettings settings = calibration.settings();
        MethodSettings decisive =
                spec.isKept() ? settings : settings.withKeptFrom(0).withUpkeep(Upkeep.once());
        boolean looks = decisive.upkeep().looks();
        return spec.withCalibration(calibration.withSettings(
                looks ? decisive : decisive.with(MethodSetting.CHECK_IMAGES, MethodSetting.CHECK_IMAGES.usual())));
    }

    /** Without the age of a device that does not age. */
    private static ExperimentSpec ageless(ExperimentSpec spec) {
        ChipSpec chip = spec.chip();
        return chip.ages() ? spec : spec.withChip(chip.withAge(0));
    }

    /** Without how often a chip is read where all reads are alike. */
    private static ExperimentSpec silent(ExperimentSpec spec) {
        CalibrationSpec calibration = spec.calibration();
        return spec.withCalibration(
                calibration.withSettings(calibration.settings().with(MethodSetting.READS, spec.readsOfAChip())));
    }

    /** The keys under which older versions kept the trial: over all settings, whether the method looks at them or not. */
    static String olderKey(ExperimentSpec spec, Workbench bench) {
        return hash(spec, bench);
    }

    /** What decides a chip without being a setting: tiles that are not square. Else empty, so that trials keep their keys. */
    private static String unnamed(CrossbarSpec crossbar) {
        return crossbar.tileCols() == crossbar.tileRows() ? "" : " tile columns " + crossbar.tileCols();
    }

    /** Sets trials apart from those of a time when a noisy readout was taken at its word. */
    private static String estimate(CalibrationSpec calibration) {
        boolean noisy = calibration.settings().readoutNoise() > 0;
        return noisy && SettingUse.READOUT_NOISE.matters(calibration.method()) ? " readout estimated" : "";
    }

    /** Sets trials apart from those of a time when the best learning rate was chosen on the evaluation images. */
    private static String rates(CalibrationSpec calibration) {
        boolean searched = calibration.settings().learningRate() == 0;
        return searched && SettingUse.LEARNING_RATE.matters(calibration.method()) ? " rate by images held back" : "";
    }

    private static String hash(ExperimentSpec spec, Workbench bench) {
        String text = String.join(
                "\n",
                NUMBERS_VERSION,
                Settings.identity(spec)
                        + unnamed(spec.chip().crossbar())
                        + estimate(spec.calibration())
                        + rates(spec.calibration()),
                bench.network().sha256(),
                bench.evaluationImages().sha256(),
                bench.evaluationImages().count() + bench.evaluationImages().selection(),
                bench.calibrationImages().sha256(),
                bench.preprocessing().toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
