package org.driftscope.ui.control.table;

import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.Method;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;

/** Settings of trials as tables show them: named as on the cards of the window, not as in files. */
public final class SettingText {
    /** Where a table says more than the card that a setting stands on. */
    private static final Map<Setting, String> TITLES = Map.of(
            CalibrationSettings.SAMPLES, "Calibration images",
            CalibrationSettings.LAYERS, "Calibrated layers",
            DriftSettings.DRIFT_LAYERS, "Drifting layers");

    private SettingText() {}

    /** @param name as in files, e.g. "programmingError"; one of another version stays as it is */
    public static String title(String name) {
        return Settings.find(name)
                .map(setting -> TITLES.getOrDefault(setting, setting.words().label()))
                .orElse(name);
    }

    /** @param value as in files; "" where the trial has none */
    public static String value(String name, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(String::valueOf).toList());
        }
        try {
            return words(Settings.named(name), value);
        } catch (SpecException e) {
            // of another version: as it was written
            return value.toString();
        }
    }

    private static String words(Setting setting, Object value) {
        if (setting.equals(CalibrationSettings.METHOD)) {
            return Method.named(setting.name(), value.toString()).label();
        }
        if (setting.equals(DeviceSettings.MAPPING)) {
            return MappingKind.of(value.toString()).label();
        }
        if (setting.equals(DeviceSettings.DEVICE)) {
            return DeviceKinds.brief(value.toString());
        }
        return setting.equals(DriftSettings.AGE) && value instanceof Number seconds
                ? Age.words(seconds.doubleValue())
                : value.toString();
    }
}
