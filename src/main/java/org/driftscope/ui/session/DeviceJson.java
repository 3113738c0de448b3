package org.driftscope.ui.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.Devices;
import org.driftscope.device.DriftModel;
import org.driftscope.device.measured.MeasuredChip;
import org.driftscope.device.measured.MeasuredDrift;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.support.DataFormatException;

/**
 * The devices of files that a state names, whole, so that a session needs none of those files; but measured chips, which are
 * as large as the network, by their place.
 */
final class DeviceJson {
    private static final String DEVICES = "devices";

    private DeviceJson() {}

    /** @param folder of the session's file */
    static void write(Devices devices, ObjectNode json, Path folder) {
        if (!devices.ofFiles().isEmpty()) {
            ArrayNode list = json.putArray(DEVICES);
            devices.ofFiles().forEach(kind -> write(kind.model(), list.addObject(), folder));
        }
    }

    private static void write(DriftModel device, ObjectNode json, Path folder) {
        if (device instanceof MeasuredDrift drift) {
            json.put("path", drift.place()).put("text", drift.text());
        } else if (device instanceof MeasuredChip chip) {
            json.put("path", FileReference.written(Path.of(chip.place()), folder))
                    .put("id", chip.id());
        }
    }

    /**
     * What the state's names of devices mean.
     *
     * @param folder of the session's file
     * @param known devices that are open already
     * @throws MissingChip if a measured chip is not at its place
     */
    static Devices read(JsonNode json, Path folder, Devices known) {
        Devices all = known;
        for (JsonNode device : json.path(DEVICES)) {
            String path = JsonReading.text(device, "path");
            all = all.with(
                    device.has("text")
                            ? DeviceFiles.open(JsonReading.text(device, "text"), path)
                            : chip(path, JsonReading.text(device, "id"), folder, known));
        }
        return all;
    }

    /** At its place, or beside the session: a folder may be moved as a whole. */
    private static DeviceKind chip(String path, String id, Path folder, Devices known) {
        Optional<DeviceKind> open = known.find(id);
        if (open.isPresent()) {
            return open.get();
        }
        List<Path> there = places(path, folder);
        for (Path place : there) {
            Optional<DeviceKind> found = DeviceFiles.openChip(place, id);
            if (found.isPresent()) {
                return found.get();
            }
        }
        String name = DeviceKinds.brief(id);
        throw new MissingChip(
                id,
                there.isEmpty()
                        ? "The measured chip " + name + " is not at " + path + " any more."
                        : path + " is not the measured chip that this session was saved with: its content is another.");
    }

    private static List<Path> places(String path, Path folder) {
        try {
            Path place = Path.of(path);
            // what older versions wrote is relative to where they were started
            return Stream.of(folder.resolve(place), place.toAbsolutePath(), folder.resolve(place.getFileName()))
                    .map(Path::normalize)
                    .distinct()
                    .filter(Files::exists)
                    .toList();
        } catch (InvalidPathException e) {
            throw new DataFormatException("\"" + path + "\" is no path on this system.", e);
        }
    }
}
