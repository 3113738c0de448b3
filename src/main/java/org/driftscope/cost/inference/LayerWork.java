package org.driftscope.cost.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.driftscope.cost.Footprints;
import org.driftscope.cost.LayerCrossbars;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.network.AnalogLayer;

/**
 * What one analog layer does in one inference.
 *
 * @param positions products of its weights with an input, one for each position of its output
 * @param cells it is held in
 * @param rows driven, each as often as tiles lie side by side
 * @param columns converted: every tile's, so those of tiles below each other each by itself
 * @param widest columns of its widest tile, which its ADCs read one after another
 * @param tiles it is cut into
 * @param dacBits resolution of its DACs; 0 for ideal ones
 * @param adcBits resolution of its ADCs; 0 for ideal ones
 */
record LayerWork(
        long positions, long cells, long rows, long columns, int widest, int tiles, double dacBits, double adcBits) {
    /** A layer that is not among the positions is used once. */
    static LayerWork of(AnalogLayer layer, CrossbarSpec spec, long positions) {
        TileGrid grid = Footprints.grid(layer, spec);
        int slices = Footprints.slices(spec);
        return new LayerWork(
                positions,
                Footprints.cells(layer, spec),
                // the groups of a convolution have rows of their own
                (long) slices * layer.rows() * Math.max(grid.across(), layer.groups()),
                (long) slices * layer.cols() * grid.down(),
                Math.min(layer.cols(), spec.tileCols()),
                slices * grid.count(),
                spec.circuit().get(CircuitSettings.DAC_BITS),
                spec.circuit().get(CircuitSettings.ADC_BITS));
    }

    static List<LayerWork> all(Collection<AnalogLayer> layers, LayerCrossbars crossbars, Map<String, Long> positions) {
        List<LayerWork> all = new ArrayList<>();
        for (AnalogLayer layer : layers) {
            all.add(of(layer, crossbars.of(layer), positions.getOrDefault(layer.name(), 1L)));
        }
        return all;
    }
}
