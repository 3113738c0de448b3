package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.device.Devices;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;

/** A state as JSON and back. */
final class StateJson {
    private StateJson() {}

    /** @param folder of the session's file */
    static ObjectNode write(ExplorerState state, Path folder) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        DeviceJson.write(state.devices(), json, folder);
        json.set("chip", ChipJson.write(state.chip()));
        json.set("driftedLayers", JsonReading.names(state.drifting().patterns()));
        json.set("layers", JsonReading.names(state.ticked()));
        json.set("calibration", CalibrationJson.write(state.calibration()));
        ArrayNode points = json.putArray("points");
        state.points().forEach(point -> points.add(PointJson.write(point)));
        json.set("deviceFigures", CostJson.write(state.costs()));
        return json;
    }

    /** What the chip held; a session of an older version says nothing and means all. */
    static LayerChoice drifting(JsonNode json) {
        return new LayerChoice(json.has("driftedLayers") ? JsonReading.names(json, "driftedLayers") : List.of());
    }

    /**
     * @param folder of the session's file
     * @param open devices that are open already
     * @throws MissingChip if a measured chip is not at its place
     */
    static ExplorerState read(JsonNode json, Path folder, Devices open) {
        Devices devices = DeviceJson.read(json, folder, open);
        List<CalibrationPoint> points = new ArrayList<>();
        JsonReading.array(json, "points").forEach(point -> points.add(PointJson.read(point, devices)));
        return new ExplorerState(
                ChipJson.read(JsonReading.object(json, "chip"), devices),
                drifting(json),
                Set.copyOf(JsonReading.names(json, "layers")),
                CalibrationJson.read(JsonReading.object(json, "calibration")),
                points,
                CostJson.read(json.path("deviceFigures")),
                // a session's file keeps it beside its files
                PreprocessingChoice.Request.none());
    }
}
