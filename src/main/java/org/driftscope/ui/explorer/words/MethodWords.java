package org.driftscope.ui.explorer.words;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.device.Age;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.ui.control.NumberScale;

/** A calibration's settings in words: only those that its method looks at. */
public final class MethodWords {
    private MethodWords() {}

    /** In a sentence, e.g. "DoRA of rank 4" or "sparse under 2.34 %". */
    static String phrase(CalibrationSpec spec) {
        String name = spec.method().label();
        if (SettingUse.RANK.matters(spec.method())) {
            return name + " of rank " + spec.rank();
        }
        return SettingUse.BUDGET.matters(spec.method()) ? name + " under " + budget(spec.settings()) : name;
    }

    /** In a legend, e.g. "DoRA, r = 4". */
    public static String series(CalibrationSpec spec) {
        return spec.method().label() + (SettingUse.RANK.matters(spec.method()) ? ", r = " + spec.rank() : "");
    }

    /** Which layers, e.g. "all 22 layers" or "the 5 most affected of 22 layers"; "" where no choice is looked at. */
    static String layers(CalibrationSpec spec, int ticked, int all) {
        if (!SettingUse.LAYERS.matters(spec.method())) {
            return "";
        }
        int most = spec.settings().mostAffected();
        String chosen = ticked + (ticked == 1 ? " layer" : " layers");
        if (most > 0 && most < ticked) {
            return "the " + most + " most affected of " + chosen;
        }
        return (ticked == all && all > 1 ? "all " : "") + chosen;
    }

    /** E.g. "10 images", "10 labelled images" or "factory statistics". */
    public static String images(CalibrationSpec spec) {
        if (!spec.drawsImages()) {
            return "factory statistics";
        }
        String kind = spec.method().needsLabels() ? " labelled" : "";
        return spec.samples() + kind + (spec.samples() == 1 ? " image" : " images");
    }

    /** LoRA has none by least error. */
    private static String magnitude(CalibrationSpec spec) {
        if (!spec.hasMagnitude()) {
            return "no magnitude";
        }
        boolean least = spec.magnitude() == CalibrationSpec.MagnitudeRule.MSE;
        return least ? "least-error magnitude" : "same-variance magnitude";
    }

    private static String budget(MethodSettings settings) {
        return NumberScale.plain(settings.budget()) + " %";
    }

    /**
     * What tells two calibrations of one method apart, name to words; without rank.
     *
     * @param layers how many were calibrated; 0 where it is not known
     */
    public static Map<String, String> settings(CalibrationSpec spec, int layers) {
        Set<SettingUse> uses = spec.method().uses();
        MethodSettings set = spec.settings();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("images", spec.drawsImages() ? "calibrated on " + images(spec) : images(spec));
        if (uses.contains(SettingUse.LAYERS) && layers > 0) {
            words.put(CalibrationSettings.LAYERS.name(), layers(spec, layers, Integer.MAX_VALUE));
        }
        if (uses.contains(SettingUse.BUDGET)) {
            words.put(MethodSetting.BUDGET.id(), "budget " + budget(set));
        }
        if (uses.contains(SettingUse.FACTOR_BITS)) {
            words.put("factor bits", MethodSetting.FACTOR_BITS.help().value().apply(set.factorBits()));
        }
        if (uses.contains(SettingUse.READOUT_NOISE)) {
            words.put("readout noise", NumberScale.plain(100 * set.readoutNoise()) + " % readout noise");
        }
        if (uses.contains(SettingUse.MAGNITUDE)) {
            words.put(CalibrationSettings.MAGNITUDE.name(), magnitude(spec));
        }
        if (uses.contains(SettingUse.BIAS)) {
            words.put(CalibrationSettings.BIAS.name(), spec.bias() ? "with bias" : "no bias");
        }
        if (uses.contains(SettingUse.LAYER_GAIN)) {
            words.put("layer gain", set.layerGain() ? "with layer gain" : "no layer gain");
        }
        if (uses.contains(SettingUse.SOLVER)) {
            words.put(
                    CalibrationSettings.SOLVER.name(),
                    spec.solver().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (uses.contains(SettingUse.LEARNING_RATE)) {
            words.put(
                    "learning rate",
                    set.learningRate() == 0
                            ? "best of the grid"
                            : String.format(Locale.US, "rate %.2g", set.learningRate()));
            words.put(MethodSetting.STEPS.id(), set.steps() == 0 ? "usual steps" : set.steps() + " steps");
        }
        if (uses.contains(SettingUse.KEPT) && set.keptFrom() > 0) {
            words.put("kept from", "kept from " + Age.words(set.keptFrom()));
            words.put(Settings.UPKEEP.name(), set.upkeep().words());
            if (set.upkeep().looks()) {
                words.put("check images", set.checkImages() + " check images");
            }
        }
        if (uses.contains(SettingUse.OUTPUTS) && !set.measuresOutputs()) {
            words.put("chip known by", "fitted to weights");
        }
        MethodSetting.further().stream()
                .filter(setting -> uses.contains(setting.use()) && !setting.equals(MethodSetting.CHECK_IMAGES))
                .forEach(setting ->
                        words.put(setting.label(), setting.help().value().apply(set.get(setting))));
        return words;
    }
}
