package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;

/** Settings of the list as JSON and back, each by its name. */
final class SettingJson {
    private SettingJson() {}

    static void write(ObjectNode json, List<Setting> settings, ExperimentSpec spec) {
        for (Setting setting : settings) {
            Object value = setting.read(spec);
            switch (setting.kind()) {
                case INTEGER -> json.put(setting.name(), (long) value);
                case REAL -> json.put(setting.name(), (double) value);
                case FLAG -> json.put(setting.name(), (boolean) value);
                case TEXT -> json.put(setting.name(), (String) value);
                case NAMES, RULES -> throw new IllegalArgumentException(
                        setting.name() + " is kept as a list of layers");
            }
        }
    }

    /** @param settings that every session has */
    static ExperimentSpec read(JsonNode json, List<Setting> settings, ExperimentSpec otherwise) {
        Map<String, Object> values = new LinkedHashMap<>();
        settings.forEach(setting -> values.put(setting.name(), value(json, setting)));
        return Settings.with(otherwise, values);
    }

    /** @param settings that older sessions lack, and then are as they are otherwise */
    static ExperimentSpec readThose(JsonNode json, List<Setting> settings, ExperimentSpec otherwise) {
        return read(
                json,
                settings.stream().filter(setting -> json.has(setting.name())).toList(),
                otherwise);
    }

    private static Object value(JsonNode json, Setting setting) {
        return switch (setting.kind()) {
            case INTEGER -> (long) JsonReading.integer(json, setting.name());
            case REAL -> JsonReading.number(json, setting.name());
            case FLAG -> json.path(setting.name()).asBoolean();
            case TEXT -> JsonReading.text(json, setting.name());
            case NAMES, RULES -> throw new IllegalArgumentException(setting.name() + " is kept as a list of layers");
        };
    }
}
