package org.driftscope.device.measured;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.MeasuredCells;
import org.driftscope.support.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * One chip whose cells were read one by one: no formula moves them, they are what they are. Layers that were not measured are
 * as they were meant to be.
 */
public final class MeasuredChip extends DeviceOfFile {
    private final String name;
    private final String sha256;
    private final Map<String, MeasuredCells> layers;
    private final String model;
    private final Map<String, String> writtenWith;
    private final @Nullable ConductanceRange range;

    /**
     * @param name for people
     * @param sha256 of the file
     * @param place the file's path as it was opened
     * @param layers by the network's names
     * @param model sha256 of the network whose weights it holds; "" where the file does not say
     * @param writtenWith settings that make conductances of weights, as {@code name=value} of the chip's own description; empty
     *     where the file does not say
     * @param range that goes with them; null where the file does not say
     */
    public MeasuredChip(
            String name,
            String sha256,
            String place,
            Map<String, MeasuredCells> layers,
            String model,
            Map<String, String> writtenWith,
            @Nullable ConductanceRange range) {
        super(name, sha256, place);
        this.name = name;
        this.sha256 = sha256;
        this.layers = new LinkedHashMap<>(layers);
        this.model = model;
        this.writtenWith = new LinkedHashMap<>(writtenWith);
        this.range = range;
    }

    /**
     * This chip as it was called before its file was renamed; empty if that one had other cells.
     *
     * @param id name and sha256
     */
    public Optional<MeasuredChip> as(String id) {
        String known = id.endsWith(DeviceKinds.HASH_MARK + sha256) ? DeviceKinds.brief(id) : "";
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new MeasuredChip(known, sha256, place(), layers, model, writtenWith, range));
    }

    @Override
    public String source() {
        return "measured cell by cell";
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
    public void requireFits(String used, Collection<String> network, String description) {
        for (String layer : layers.keySet()) {
            if (!network.contains(layer)) {
                throw new DataFormatException(place() + " holds cells of layer " + layer
                        + ", which this network does not have. Its layers are " + some(network)
                        + ". Name arrays LAYER/drifted_plus after them, or open the chip's own model.");
            }
        }
        if (!model.isEmpty() && !used.isEmpty() && !model.equals(used)) {
            throw new DataFormatException(
                    place() + " holds the weights of another network (sha256 " + model
                            + "). Open that one, or take chip.json out of the file if these cells are to stand for this network's.");
        }
        Set<String> given = Set.of(description.split(" "));
        writtenWith.forEach((setting, value) -> {
            if (!given.contains(setting + "=" + value)) {
                throw new DataFormatException(place() + " was written with " + setting + " " + value
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
}
