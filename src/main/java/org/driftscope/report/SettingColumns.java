package org.driftscope.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.setting.Settings.Part;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.figure.chart.FigureTable;

/** The settings of a calibration as columns of a table: snake case, with units. */
public final class SettingColumns {
    private static final Map<String, String> UNITS = Map.of(
            DeviceSettings.G_MAX.name(),
            "g_max_us",
            DriftSettings.DRIFT.name(),
            "relative_drift",
            DriftSettings.AGE.name(),
            "age_s",
            MethodSetting.KEPT_FROM.id(),
            "kept_from_s");

    private SettingColumns() {}

    /** Column to cell, in the order of the catalogue of settings; empty where the method does not look at it. */
    public static Map<String, String> of(ExperimentSpec spec) {
        Map<String, String> columns = ofAll(spec);
        Settings.of(Part.CALIBRATION).stream()
                .filter(setting -> !setting.matters(spec))
                .forEach(setting -> columns.put(column(setting.name()), ""));
        return columns;
    }

    /** Every setting, whether the method looks at it or not. */
    static Map<String, String> ofAll(ExperimentSpec spec) {
        Map<String, String> columns = new LinkedHashMap<>();
        Settings.values(spec).forEach((name, value) -> columns.put(column(name), cell(name, value)));
        return columns;
    }

    /** The settings of the chip alone. */
    public static Map<String, String> ofChip(ExperimentSpec spec) {
        Map<String, String> columns = ofAll(spec);
        Settings.all().stream()
                .filter(setting -> !Settings.isOfChip(setting.name()))
                .forEach(setting -> columns.remove(column(setting.name())));
        return columns;
    }

    static String column(String setting) {
        return UNITS.getOrDefault(setting, setting.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }

    /** Where all layers are alike there is nothing to say of them. */
    static String cell(String setting, Object value) {
        return setting.equals(LayerRules.PER_LAYER.name())
                ? Setting.texts(value).stream().collect(Collectors.joining("; "))
                : cell(value);
    }

    private static String cell(Object value) {
        if (value instanceof Double number) {
            return FigureTable.cell(number);
        }
        if (value instanceof List<?> names) {
            return names.isEmpty() ? "all" : names.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return String.valueOf(value);
    }
}
