package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.driftscope.calibration.CalibrationSpec;
import org.driftscope.calibration.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.CalibrationSpec.Method;
import org.driftscope.calibration.CalibrationSpec.SolverKind;
import org.driftscope.calibration.MethodSettings;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.Score;

/** A state as JSON and back. */
final class StateJson {
    private StateJson() {}

    static ObjectNode write(ExplorerState state) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("chip", ChipJson.write(state.chip()));
        json.set("layers", names(state.ticked()));
        json.set("calibration", write(state.calibration()));
        ArrayNode points = json.putArray("points");
        state.points().forEach(point -> points.add(write(point)));
        return json;
    }

    static ExplorerState read(JsonNode json) {
        List<CalibrationPoint> points = new ArrayList<>();
        JsonReading.array(json, "points").forEach(point -> points.add(readPoint(point)));
        return new ExplorerState(
                ChipJson.read(JsonReading.object(json, "chip")),
                readNames(json, "layers"),
                readCalibration(JsonReading.object(json, "calibration")),
                points);
    }

    private static ArrayNode names(Set<String> names) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        names.stream().sorted().forEach(array::add);
        return array;
    }

    private static Set<String> readNames(JsonNode json, String field) {
        Set<String> names = new LinkedHashSet<>();
        JsonReading.array(json, field).forEach(name -> names.add(name.asText()));
        return names;
    }

    private static ObjectNode write(CalibrationSpec spec) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("method", JsonReading.name(spec.method()))
                .put("rank", spec.rank())
                .put("magnitude", JsonReading.name(spec.magnitude()))
                .put("bias", spec.bias())
                .put("solver", JsonReading.name(spec.solver()))
                .put("samples", spec.samples());
        if (spec.settings().hasStatisticsFile()) {
            json.put("statistics", spec.settings().statistics());
        }
        return json;
    }

    private static CalibrationSpec readCalibration(JsonNode json) {
        return new CalibrationSpec(
                JsonReading.constant(Method.class, json, "method"),
                JsonReading.integer(json, "rank"),
                JsonReading.constant(MagnitudeRule.class, json, "magnitude"),
                json.path("bias").asBoolean(),
                JsonReading.constant(SolverKind.class, json, "solver"),
                JsonReading.integer(json, "samples"),
                MethodSettings.defaults().withStatistics(json.path("statistics").asText()));
    }

    private static ObjectNode write(CalibrationPoint point) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", point.id())
                .put("name", point.name())
                .put("hidden", point.hidden());
        json.set("chip", ChipJson.write(point.chip()));
        json.set("layers", names(point.layers()));
        json.set("calibration", write(point.calibration()));
        json.put("images", point.clean().images())
                .put("cleanCorrect", point.clean().correct())
                .put("driftedCorrect", point.drifted().correct())
                .put("calibratedCorrect", point.calibrated().correct())
                .put("updatedParameters", point.parameters())
                .put("updatedPercent", point.percent())
                .put("calibrationSeconds", point.seconds());
        return json;
    }

    private static CalibrationPoint readPoint(JsonNode json) {
        int images = JsonReading.integer(json, "images");
        return new CalibrationPoint(
                JsonReading.text(json, "id"),
                JsonReading.text(json, "name"),
                json.path("hidden").asBoolean(),
                ChipJson.read(JsonReading.object(json, "chip")),
                readNames(json, "layers"),
                readCalibration(JsonReading.object(json, "calibration")),
                score(json, "cleanCorrect", images),
                score(json, "driftedCorrect", images),
                score(json, "calibratedCorrect", images),
                (long) JsonReading.number(json, "updatedParameters"),
                JsonReading.number(json, "updatedPercent"),
                JsonReading.number(json, "calibrationSeconds"));
    }

    private static Score score(JsonNode json, String field, int images) {
        return new Score(JsonReading.integer(json, field), images);
    }
}
