package org.driftscope.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.Readout;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.network.LayerChange;
import org.jspecify.annotations.Nullable;

/**
 * A network's analog layers on one drifted chip. Nothing changes it: calibration reads it and leaves it bitwise as it is.
 *
 * @param layers by layer's name, in order of execution
 */
public record Chip(Map<String, Layer> layers) {
    /**
     * One layer on the chip.
     *
     * @param crossbar its cells as targeted
     * @param drifted its cells after drift
     * @param seen what the outputs see of them: less where wires take part of the voltage
     * @param weights what that amounts to, Wr [rows, cols]
     * @param readout how the tiles are read; null where the outputs are exactly what the weights make of the inputs
     */
    public record Layer(
            Crossbar crossbar, CellState drifted, CellState seen, WeightMatrix weights, @Nullable Readout readout) {
        /** A layer with the given drifted cells, and ideal converters. */
        public static Layer of(Crossbar crossbar, CellState drifted) {
            return of(crossbar, drifted, LayerConverters.ideal());
        }

        /** A layer with the given drifted cells. */
        static Layer of(Crossbar crossbar, CellState drifted, LayerConverters converters) {
            return of(crossbar, drifted, crossbar.contributed(drifted), converters);
        }

        /** As {@link #of(Crossbar, CellState)}, with what wires take worked out roughly. */
        static Layer roughly(Crossbar crossbar, CellState drifted) {
            return of(crossbar, drifted, crossbar.contributedRoughly(drifted), LayerConverters.ideal());
        }

        private static Layer of(Crossbar crossbar, CellState drifted, CellState seen, LayerConverters converters) {
            WeightMatrix weights = crossbar.weightsSeen(seen);
            Readout readout = crossbar.readout(seen, weights, converters).orElse(null);
            return new Layer(crossbar, drifted, seen, weights, readout);
        }
    }

    /** The drifted weights as changes to the clean network. */
    public Map<String, LayerChange> changes() {
        Map<String, LayerChange> changes = new LinkedHashMap<>();
        layers.forEach((name, layer) ->
                changes.put(name, LayerChange.weightsOnly(layer.weights()).read(layer.readout())));
        return changes;
    }
}
