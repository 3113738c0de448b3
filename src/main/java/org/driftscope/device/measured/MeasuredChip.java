package org.driftscope.device.measured;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.DriftModel;
import org.driftscope.device.MeasuredCells;
import org.driftscope.support.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * One chip whose cells were read one by one: no formula moves them, they are what they are. Layers that were not measured are
 * as they were meant to be.
 */
public final class MeasuredChip implements DriftModel {
    private final String name;
    private final String sha256;
    private final String place;
    private final Map<String, MeasuredCells> layers;
    private final Map<String, String> writtenWith;
    private final @Nullable ConductanceRange range;

    /**
     * @param name for people
     * @param sha256 of the file
     * @param place the file's path as it was opened
     * @param layers by the network's names
     * @param writtenWith settings that make conductances of weights, as {@code name=value} of the chip's own description; empty
     *     where the file does not say
     * @param range that goes with them; null where the file does not say
     */
    public MeasuredChip(
            String name,
            String sha256,
            String place,
            Map<String, MeasuredCells> layers,
            Map<String, String> writtenWith,
            @Nullable ConductanceRange range) {
        this.name = name;
        this.sha256 = sha256;
        this.place = place;
        this.layers = new LinkedHashMap<>(layers);
        this.writtenWith = new LinkedHashMap<>(writtenWith);
        this.range = range;
    }

    /** The name and the sha256 of the file, so that trials know the chip wherever its file lies. */
    @Override
    public String id() {
        return name + DeviceKinds.HASH_MARK + sha256;
    }

    @Override
    public String source() {
        return "measured cell by cell";
    }

    /** The path of the file as it was opened. */
    public String place() {
        return place;
    }

    @Override
    public boolean ages() {
        return false;
    }

    @Override
    public boolean isMeasuredCellByCell() {
        return true;
    }

    @Override
    public Optional<MeasuredCells> cells(String layer) {
        return Optional.ofNullable(layers.get(layer));
    }

    @Override
    public void requireFits(Collection<String> network, String description) {
        for (String layer : layers.keySet()) {
            if (!network.contains(layer)) {
                throw new DataFormatException(place + " holds cells of layer " + layer
                        + ", which this network does not have. Its layers are " + some(network)
                        + ". Name arrays LAYER/drifted_plus after them, or open the chip's own model.");
            }
        }
        Set<String> given = Set.of(description.split(" "));
        writtenWith.forEach((setting, value) -> {
            if (!given.contains(setting + "=" + value)) {
                throw new DataFormatException(place + " was written with " + setting + " " + value
                        + ", which says what its conductances mean as weights, but another is set. Set " + setting
                        + " to "
                        + value + ", or take chip.json out of the file if it is wrong.");
            }
        });
    }

    private static String some(Collection<String> names) {
        String text = String.join(", ", names.stream().limit(5).toList());
        return names.size() > 5 ? text + " and " + (names.size() - 5) + " more" : text;
    }

    /** Layers that were not measured stay as they were written. */
    @Override
    public Moment at(ConductanceRange used, double seconds) {
        return (target, programmed, normal) -> programmed;
    }

    @Override
    public Optional<DeviceKind> ownKind() {
        return Optional.of(new DeviceKind(
                this,
                "Measured chip " + name,
                name,
                "One chip whose cells were read one by one: " + layers.size()
                        + (layers.size() == 1 ? " layer" : " layers")
                        + " as measured, the others as they were meant to be. It neither drifts nor ages.",
                range,
                false,
                Double.POSITIVE_INFINITY));
    }

    /** The content of the file decides, not where it lies. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MeasuredChip chip && chip.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return id();
    }
}
