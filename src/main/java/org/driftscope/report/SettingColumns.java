package org.driftscope.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.figure.chart.FigureTable;

/** The settings of a calibration as columns of a table: snake case, with units. */
public final class SettingColumns {
    private static final Map<String, String> UNITS =
            Map.of("gMax", "g_max_us", "drift", "relative_drift", "age", "age_s", "keptFrom", "kept_from_s");
    private static final Map<SettingUse, List<String>> USES = uses();

    private SettingColumns() {}

    private static Map<SettingUse, List<String>> uses() {
        Map<SettingUse, List<String>> uses = new HashMap<>();
        uses.put(SettingUse.RANK, List.of("rank"));
        uses.put(SettingUse.MAGNITUDE, List.of("magnitude"));
        uses.put(SettingUse.BIAS, List.of("bias"));
        uses.put(SettingUse.SOLVER, List.of("solver"));
        uses.put(SettingUse.LAYERS, List.of("layers"));
        uses.put(SettingUse.FACTORY, List.of(Settings.STATISTICS.name()));
        MethodSetting.all().forEach(setting -> uses.merge(setting.use(), List.of(setting.id()), SettingColumns::both));
        return uses;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Column to cell, in the order of the catalogue of settings; empty where the method does not look at it. */
    public static Map<String, String> of(ExperimentSpec spec) {
        Map<String, String> columns = ofAll(spec);
        Settings.all().stream()
                .filter(setting -> !matters(setting.name(), spec.calibration()))
                .forEach(setting -> columns.put(column(setting.name()), ""));
        return columns;
    }

    /** Every setting, whether the method looks at it or not. */
    static Map<String, String> ofAll(ExperimentSpec spec) {
        Map<String, String> columns = new LinkedHashMap<>();
        Settings.values(spec).forEach((name, value) -> columns.put(column(name), cell(value)));
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

    private static boolean matters(String setting, CalibrationSpec spec) {
        if (setting.equals("samples")) {
            return spec.drawsImages();
        }
        Set<SettingUse> used = spec.method().uses();
        return USES.entrySet().stream()
                .allMatch(use -> used.contains(use.getKey()) || !use.getValue().contains(setting));
    }

    static String column(String setting) {
        return UNITS.getOrDefault(setting, setting.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }

    static String cell(Object value) {
        if (value instanceof Double number) {
            return FigureTable.cell(number);
        }
        if (value instanceof List<?> names) {
            return names.isEmpty() ? "all" : names.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return String.valueOf(value);
    }
}
