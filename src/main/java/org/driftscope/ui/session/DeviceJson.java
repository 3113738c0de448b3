package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftModel;
import org.driftscope.device.measured.MeasuredChip;
import org.driftscope.device.measured.MeasuredDrift;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.support.DataFormatException;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;

/**
 * The devices of files that a state names, whole, so that a session needs none of those files; but measured chips, which are
 * as large as the network, by their place.
 */
final class DeviceJson {
    private static final String DEVICES = "devices";

    private DeviceJson() {}

    static void write(ExplorerState state, ObjectNode json) {
        List<DriftModel> devices = Stream.concat(
                        Stream.of(state.chip()), state.points().stream().map(CalibrationPoint::chip))
                .map(chip -> chip.drift())
                .filter(model -> model.ownKind().isPresent())
                .distinct()
                .toList();
        if (!devices.isEmpty()) {
            ArrayNode list = json.putArray(DEVICES);
            devices.forEach(device -> write(device, list.addObject()));
        }
    }

    private static void write(DriftModel device, ObjectNode json) {
        if (device instanceof MeasuredDrift drift) {
            json.put("path", drift.place()).put("text", drift.text());
        } else if (device instanceof MeasuredChip chip) {
            json.put("path", chip.place()).put("id", chip.id());
        }
    }

    /** Makes them known before settings name them. */
    static void open(JsonNode json) {
        json.path(DEVICES).forEach(device -> {
            String path = JsonReading.text(device, "path");
            if (device.has("text")) {
                DeviceFiles.open(JsonReading.text(device, "text"), path);
            } else {
                openChip(path, JsonReading.text(device, "id"));
            }
        });
    }

    private static void openChip(String path, String id) {
        if (DeviceKinds.find(id).isEmpty()
                && !DeviceFiles.open(Path.of(path)).id().equals(id)) {
            throw new DataFormatException(
                    path + " is not the measured chip that this session was saved with: its content is"
                            + " another. Put the file of that time in its place.");
        }
    }
}
