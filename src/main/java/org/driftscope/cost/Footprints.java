package org.driftscope.cost;

import java.util.Collection;
import org.driftscope.crossbar.BitSlices;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.network.AnalogLayer;

/** What the methods touch on a given network. */
public final class Footprints {
    private Footprints() {}

    /**
     * Retraining that rewrites every cell of the given layers.
     *
     * @param updates times each cell is rewritten: every step, or 1 if updates are gathered and written once
     */
    public static Footprint ofRewriting(
            String label, Collection<AnalogLayer> layers, LayerCrossbars specs, long updates) {
        long cells = layers.stream()
                .mapToLong(layer -> cells(layer, specs.of(layer)))
                .sum();
        long rows = layers.stream()
                .mapToLong(layer -> (long) slices(specs.of(layer))
                        * layer.rows()
                        * grid(layer, specs.of(layer)).across())
                .sum();
        return new Footprint(label, 0, 0, cells, rows, updates, 0);
    }

    /** Physical cells of a layer: two a weight for pairs; one a weight and one a row and tile for an offset column; each slice has them. */
    public static long cells(AnalogLayer layer, CrossbarSpec spec) {
        long whole = spec.mapping().sharesReference()
                ? layer.weights() + (long) layer.rows() * grid(layer, spec).across()
                : 2 * layer.weights();
        return whole * slices(spec);
    }

    /** How many slices a weight is held in, each on tiles of its own; 1 where it is held whole. */
    public static int slices(CrossbarSpec spec) {
        return BitSlices.of(spec).map(BitSlices::count).orElse(1);
    }

    /** How a layer is cut into tiles. */
    public static TileGrid grid(AnalogLayer layer, CrossbarSpec spec) {
        return new TileGrid(layer.rows(), layer.cols(), spec.tileRows(), spec.tileCols());
    }
}
