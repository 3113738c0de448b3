package org.driftscope.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftscope.support.SpecException;

/**
 * What names of devices mean to whoever holds this: those that need no file, and those of the files that were opened.
 * Immutable. A specification brings its own, so that the names among its settings mean the same wherever it goes.
 *
 * @param ofFiles those that came from files; the name of each holds the sha256 of what it is
 */
public record Devices(List<DeviceKind> ofFiles) {
    private static final Devices LISTED = new Devices(List.of());

    public Devices {
        ofFiles = List.copyOf(ofFiles);
    }

    /** Those that need no file. */
    public static Devices listed() {
        return LISTED;
    }

    /** Those that need no file, and what chips have of files. @param models of any devices */
    public static Devices of(Stream<DriftModel> models) {
        return new Devices(
                models.flatMap(model -> model.ownKind().stream()).distinct().toList());
    }

    /** With a device of a file as well. One of the same content gives way, since its file may have moved. */
    public Devices with(DeviceKind fromFile) {
        List<DeviceKind> more = new ArrayList<>(ofFiles);
        more.removeIf(kind -> kind.id().equals(fromFile.id()));
        more.add(fromFile);
        return new Devices(more);
    }

    /** With all that another has. */
    public Devices with(Devices others) {
        Devices all = this;
        for (DeviceKind kind : others.ofFiles) {
            all = all.with(kind);
        }
        return all;
    }

    /** The device of that name, where it is listed or its file was opened. */
    public Optional<DeviceKind> find(String id) {
        return Stream.concat(DeviceKinds.all().stream(), ofFiles.stream())
                .filter(kind -> kind.id().equals(id))
                .findFirst();
    }

    /**
     * The device of that name.
     *
     * @throws SpecException if there is none; lists those there are
     */
    public DeviceKind named(String id) {
        return find(id).orElseThrow(() -> DeviceKinds.isOfFile(id)
                ? new SpecException(
                        "device", DeviceKinds.brief(id), "opened first: it comes from a file, which is not open")
                : new SpecException(
                        "device", id, "one of " + String.join(", ", DeviceKinds.ids()) + ", or a device file"));
    }
}
