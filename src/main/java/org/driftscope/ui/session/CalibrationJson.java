package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.support.DataFormatException;

/** The settings of a calibration as JSON and back; those that older sessions lack are as by default. */
final class CalibrationJson {
    private CalibrationJson() {}

    static ObjectNode write(CalibrationSpec spec) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("method", spec.method().id())
                .put("rank", spec.rank())
                .put("magnitude", JsonReading.name(spec.magnitude()))
                .put("bias", spec.bias())
                .put("solver", JsonReading.name(spec.solver()))
                .put("samples", spec.samples());
        for (MethodSetting setting : MethodSetting.all()) {
            double value = spec.settings().get(setting);
            switch (setting.kind()) {
                case REAL, AGE -> json.put(setting.id(), value);
                case COUNT -> json.put(setting.id(), (long) value);
                case SWITCH -> json.put(setting.id(), value != 0);
            }
        }
        return json.put("statistics", spec.settings().statistics());
    }

    static CalibrationSpec read(JsonNode json) {
        return new CalibrationSpec(
                method(JsonReading.text(json, "method")),
                JsonReading.integer(json, "rank"),
                JsonReading.constant(MagnitudeRule.class, json, "magnitude"),
                json.path("bias").asBoolean(),
                JsonReading.constant(SolverKind.class, json, "solver"),
                JsonReading.integer(json, "samples"),
                settings(json));
    }

    private static MethodSettings settings(JsonNode json) {
        Map<MethodSetting, Double> values = new LinkedHashMap<>();
        for (MethodSetting setting : MethodSetting.all()) {
            if (json.has(setting.id())) {
                values.put(
                        setting,
                        switch (setting.kind()) {
                            case REAL, AGE -> JsonReading.number(json, setting.id());
                            case COUNT -> (double) JsonReading.integer(json, setting.id());
                            case SWITCH -> json.path(setting.id()).asBoolean() ? 1.0 : 0.0;
                        });
            }
        }
        return new MethodSettings(values, json.path("statistics").asText());
    }

    private static Method method(String id) {
        return Method.all().stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new DataFormatException("The session's \"method\" is \"" + id + "\", which is not known."));
    }
}
