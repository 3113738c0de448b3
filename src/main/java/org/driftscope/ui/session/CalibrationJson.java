package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.Method;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.MethodSettings;

/** The settings of a calibration as JSON and back; those that older sessions lack are as by default. */
final class CalibrationJson {
    private CalibrationJson() {}

    static ObjectNode write(CalibrationSpec spec) {
        MethodSettings settings = spec.settings();
        return JsonNodeFactory.instance
                .objectNode()
                .put("method", JsonReading.name(spec.method()))
                .put("rank", spec.rank())
                .put("magnitude", JsonReading.name(spec.magnitude()))
                .put("bias", spec.bias())
                .put("solver", JsonReading.name(spec.solver()))
                .put("samples", spec.samples())
                .put("budget", settings.budget())
                .put("readoutNoise", settings.readoutNoise())
                .put("factoryImages", settings.factoryImages())
                .put("mostAffected", settings.mostAffected())
                .put("learningRate", settings.learningRate())
                .put("steps", settings.steps())
                .put("statistics", settings.statistics())
                .put("layerGain", settings.layerGain());
    }

    static CalibrationSpec read(JsonNode json) {
        return new CalibrationSpec(
                JsonReading.constant(Method.class, json, "method"),
                JsonReading.integer(json, "rank"),
                JsonReading.constant(MagnitudeRule.class, json, "magnitude"),
                json.path("bias").asBoolean(),
                JsonReading.constant(SolverKind.class, json, "solver"),
                JsonReading.integer(json, "samples"),
                settings(json));
    }

    private static MethodSettings settings(JsonNode json) {
        MethodSettings usual = MethodSettings.defaults();
        return usual.withBudget(number(json, "budget", usual.budget()))
                .withReadoutNoise(number(json, "readoutNoise", usual.readoutNoise()))
                .withFactoryImages(integer(json, "factoryImages", usual.factoryImages()))
                .withMostAffected(integer(json, "mostAffected", usual.mostAffected()))
                .withLearningRate(number(json, "learningRate", usual.learningRate()))
                .withSteps(integer(json, "steps", usual.steps()))
                .withStatistics(json.path("statistics").asText())
                .withLayerGain(json.path("layerGain").asBoolean());
    }

    private static double number(JsonNode json, String field, double missing) {
        return json.has(field) ? JsonReading.number(json, field) : missing;
    }

    private static int integer(JsonNode json, String field, int missing) {
        return json.has(field) ? JsonReading.integer(json, field) : missing;
    }
}
