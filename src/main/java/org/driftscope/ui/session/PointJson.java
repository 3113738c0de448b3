package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.device.Devices;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.Score;

/** A finished calibration as JSON and back; sessions of older versions say less of where it comes from. */
final class PointJson {
    private PointJson() {}

    static ObjectNode write(CalibrationPoint point) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", point.id())
                .put("name", point.name())
                .put("hidden", point.hidden());
        json.set("chip", ChipJson.write(point.chip()));
        json.set("driftedLayers", JsonReading.names(point.driftedLayers().patterns()));
        json.set("layers", JsonReading.names(point.layers()));
        json.set("calibration", CalibrationJson.write(point.calibration()));
        json.put("images", point.clean().images())
                .put("cleanCorrect", point.clean().correct())
                .put("driftedCorrect", point.drifted().correct())
                .put("calibratedCorrect", point.calibrated().correct())
                .put("updatedParameters", point.parameters())
                .put("updatedPercent", point.percent())
                .put("sramBits", point.sramBits())
                .put("calibrationSeconds", point.seconds());
        ArrayNode notes = json.putArray("notes");
        point.notes().forEach(notes::add);
        json.set("origin", OriginJson.write(point.origin()));
        return json;
    }

    /** @param devices what names of devices mean */
    static CalibrationPoint read(JsonNode json, Devices devices) {
        int images = JsonReading.integer(json, "images");
        CalibrationSpec calibration = CalibrationJson.read(JsonReading.object(json, "calibration"));
        return new CalibrationPoint(
                JsonReading.text(json, "id"),
                JsonReading.text(json, "name"),
                json.path("hidden").asBoolean(),
                ChipJson.read(JsonReading.object(json, "chip"), devices),
                StateJson.drifting(json),
                Set.copyOf(JsonReading.names(json, "layers")),
                calibration,
                score(json, "cleanCorrect", images),
                score(json, "driftedCorrect", images),
                score(json, "calibratedCorrect", images),
                (long) JsonReading.number(json, "updatedParameters"),
                JsonReading.number(json, "updatedPercent"),
                sramBits(json, calibration),
                JsonReading.number(json, "calibrationSeconds"),
                notes(json),
                OriginJson.read(json.path("origin")));
    }

    /** Sessions of older versions have none. */
    private static long sramBits(JsonNode json, CalibrationSpec calibration) {
        return json.has("sramBits")
                ? (long) JsonReading.number(json, "sramBits")
                : CalibrationPoint.olderSramBits(calibration, (long) JsonReading.number(json, "updatedParameters"));
    }

    /** Sessions of older versions have none. */
    private static List<String> notes(JsonNode json) {
        List<String> notes = new ArrayList<>();
        json.path("notes").forEach(note -> notes.add(note.asText()));
        return notes;
    }

    private static Score score(JsonNode json, String field, int images) {
        return new Score(JsonReading.integer(json, field), images);
    }
}
