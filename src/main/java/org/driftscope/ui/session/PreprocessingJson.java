package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.data.Preprocessing;

/** How images are prepared, as JSON and back. */
final class PreprocessingJson {
    private PreprocessingJson() {}

    static ObjectNode write(Preprocessing preprocessing) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", preprocessing.name())
                .put("scale", preprocessing.scale());
        ArrayNode mean = json.putArray("mean");
        preprocessing.mean().forEach(mean::add);
        ArrayNode std = json.putArray("std");
        preprocessing.std().forEach(std::add);
        return preprocessing.reversed() ? json.put("reversed", true) : json;
    }

    static Preprocessing read(JsonNode json) {
        return new Preprocessing(
                JsonReading.text(json, "name"),
                JsonReading.number(json, "scale"),
                numbers(json, "mean"),
                numbers(json, "std"),
                json.path("reversed").asBoolean());
    }

    private static List<Double> numbers(JsonNode json, String field) {
        List<Double> numbers = new ArrayList<>();
        JsonReading.array(json, field).forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }
}
