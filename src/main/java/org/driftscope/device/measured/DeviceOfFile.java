package org.driftscope.device.measured;

import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftModel;

/** Cells that came from a file: the same name and content are the same cells, wherever the file lies. */
public abstract sealed class DeviceOfFile implements DriftModel permits MeasuredChip, MeasuredDrift {
    private final String id;
    private final String place;

    /**
     * @param name for people
     * @param sha256 of the file
     * @param place the file's path as it was opened
     */
    DeviceOfFile(String name, String sha256, String place) {
        this.id = name + DeviceKinds.HASH_MARK + sha256;
        this.place = place;
    }

    /** The name and the sha256 of the file, so that trials know the cells wherever their file lies. */
    @Override
    public final String id() {
        return id;
    }

    /** The path of the file as it was opened. */
    public final String place() {
        return place;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof DeviceOfFile same && same.getClass() == getClass() && same.id.equals(id);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }

    @Override
    public final String toString() {
        return id;
    }
}
