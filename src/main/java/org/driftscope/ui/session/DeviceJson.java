package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.device.measured.MeasuredDrift;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;

/** The devices of files that a state names, whole, so that a session needs none of those files. */
final class DeviceJson {
    private static final String DEVICES = "devices";

    private DeviceJson() {}

    static void write(ExplorerState state, ObjectNode json) {
        List<MeasuredDrift> devices = Stream.concat(
                        Stream.of(state.chip()), state.points().stream().map(CalibrationPoint::chip))
                .map(chip -> chip.drift())
                .filter(MeasuredDrift.class::isInstance)
                .map(MeasuredDrift.class::cast)
                .distinct()
                .toList();
        if (!devices.isEmpty()) {
            ArrayNode list = json.putArray(DEVICES);
            devices.forEach(
                    device -> list.addObject().put("path", device.place()).put("text", device.text()));
        }
    }

    /** Makes them known before settings name them. */
    static void open(JsonNode json) {
        json.path(DEVICES)
                .forEach(
                        device -> DeviceFiles.open(JsonReading.text(device, "text"), JsonReading.text(device, "path")));
    }
}
