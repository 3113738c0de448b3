package org.driftscope.ui.control.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftscope.calibration.spec.Method;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKinds;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;

/** Settings of trials as tables show them: named as on the cards of the window, not as in files. */
public final class SettingText {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("onOff", "On/off ratio"),
            Map.entry("device", "Cells"),
            Map.entry("drift", "Relative drift"),
            Map.entry("samples", "Calibration images"));

    private SettingText() {}

    /** @param name as in files, e.g. "programmingError" */
    public static String title(String name) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return TITLES.getOrDefault(name, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
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
            return switch (name) {
                case "method" -> Method.named(name, value.toString()).label();
                case "mapping" -> MappingKind.of(value.toString()).label();
                case "device" -> DeviceKinds.brief(value.toString());
                case "age" -> value instanceof Number seconds ? Age.words(seconds.doubleValue()) : value.toString();
                default -> value.toString();
            };
        } catch (SpecException e) {
            // of another version: as it was written
            return value.toString();
        }
    }
}
