package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;

/** The settings of a calibration as JSON and back; those that older sessions lack are as by default. */
final class CalibrationJson {
    /** Of every session. Layers are ticked ones, which are kept beside; a preset is what others say. */
    private static final List<Setting> COMMON = CalibrationSettings.all().stream()
            .filter(setting -> setting.standsFor().isEmpty() && !setting.equals(CalibrationSettings.LAYERS))
            .toList();

    /** Those that came later, or only some methods look at; the file of statistics is a reference of its own. */
    private static final List<Setting> OTHERS = Settings.of(Settings.Part.CALIBRATION).stream()
            .filter(setting -> !CalibrationSettings.all().contains(setting) && !setting.equals(Settings.STATISTICS))
            .toList();

    private CalibrationJson() {}

    private static ExperimentSpec experiment(CalibrationSpec spec) {
        return ExperimentSpec.of(ChipSpec.of(0, 0), spec);
    }

    static ObjectNode write(CalibrationSpec spec) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        SettingJson.write(json, COMMON, experiment(spec));
        SettingJson.write(json, OTHERS, experiment(spec));
        return json.put(Settings.STATISTICS.name(), spec.settings().statistics());
    }

    static CalibrationSpec read(JsonNode json) {
        ExperimentSpec common = SettingJson.read(json, COMMON, experiment(CalibrationSpec.defaults()));
        CalibrationSpec spec = SettingJson.readThose(json, OTHERS, common).calibration();
        String statistics = json.path(Settings.STATISTICS.name()).asText();
        return spec.withSettings(spec.settings().withStatistics(statistics));
    }
}
