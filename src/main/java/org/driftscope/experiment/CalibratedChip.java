package org.driftscope.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.adapter.Adapter;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;

/**
 * A drifted chip with its adapters.
 *
 * @param chip untouched
 * @param fittedOn the chip as it was when the adapters were fitted; the same object unless it has aged since
 * @param layers what was fitted, by layer's name
 * @param gains factors that bring the outputs of layers that have aged since back to what they were, measured at the chip's
 *     present age; a layer not named has none
 */
public record CalibratedChip(Chip chip, Chip fittedOn, Map<String, CalibratedLayer> layers, Map<String, Double> gains) {
    /**
     * One calibrated layer.
     *
     * @param adapter what was fitted
     * @param errorBefore squared feature error of the drifted layer, per output
     * @param errorAfter the same with the adapter
     * @param outputVariance variance of the clean layer's outputs, per output
     */
    public record CalibratedLayer(Adapter adapter, double errorBefore, double errorAfter, double outputVariance) {}

    /** With adapters fitted to the chip as it is. */
    public CalibratedChip(Chip chip, Map<String, CalibratedLayer> layers) {
        this(chip, chip, layers, Map.of());
    }

    /** SRAM parameters of all adapters. */
    public long updatedParameters() {
        return layers.values().stream()
                .mapToLong(layer -> layer.adapter().parameters())
                .sum();
    }

    /** Drifted weights, corrected where there is an adapter, as changes to the clean network. */
    public Map<String, LayerChange> changes() {
        Map<String, LayerChange> changes = new LinkedHashMap<>(chip.changes());
        layers.forEach((name, layer) -> {
            Chip.Layer onChip = chip.layers().get(name);
            if (onChip != null) {
                changes.put(
                        name, corrected(name, layer.adapter(), onChip.weights()).read(onChip.readout()));
            }
        });
        return changes;
    }

    /**
     * What a layer computes with.
     *
     * @param adapter the layer's
     * @param now its weights at present
     */
    public LayerChange corrected(String layer, Adapter adapter, WeightMatrix now) {
        Chip.Layer then = fittedOn.layers().get(layer);
        if (fittedOn == chip || then == null) {
            return adapter.apply(now);
        }
        float gain = gains.getOrDefault(layer, 1.0).floatValue();
        return gain == 1
                ? adapter.keep(then.weights(), now)
                : adapter.keep(then.weights(), now.times(gain)).gained(gain);
    }
}
