package org.driftscope.cost;

import java.util.Collection;
import java.util.List;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.network.AnalogLayer;

/**
 * What low-rank adapters would cost, before any are fitted.
 *
 * @param parameters SRAM parameters of all adapters
 * @param percent parameters in per cent of the weights and biases of all analog layers
 * @param sramBits bits of SRAM at {@link #BITS_PER_PARAMETER} each
 * @param rramCellsRewritten always 0: adapters never touch the crossbars
 * @param backPropagationCells RRAM cells that retraining all analog layers would rewrite, each at least once
 */
public record CalibrationCost(
        long parameters, double percent, long sramBits, long rramCellsRewritten, long backPropagationCells) {
    /** A choice of ours; 8 to 32 are usual. */
    public static final int BITS_PER_PARAMETER = 16;

    /** Of no layers at all. */
    public static CalibrationCost none() {
        return new CalibrationCost(0, 0, 0, 0, 0);
    }

    /**
     * Counts {@code r (d + o)} a layer, {@code o} more for a magnitude and for a bias each (Liu et al., arXiv 2402.09353).
     *
     * @param layers all analog layers
     * @param chosen names of those that get an adapter
     * @param rank asked for; capped at each layer's own limit
     * @param magnitude whether there is one a column
     * @param bias whether there is one a column
     * @param crossbar tells how many cells a weight takes
     */
    public static CalibrationCost of(
            List<AnalogLayer> layers,
            Collection<String> chosen,
            int rank,
            boolean magnitude,
            boolean bias,
            CrossbarSpec crossbar) {
        int perColumn = (magnitude ? 1 : 0) + (bias ? 1 : 0);
        long parameters = layers.stream()
                .filter(layer -> chosen.contains(layer.name()))
                .mapToLong(layer -> lowRank(layer, rank) + (long) perColumn * layer.cols())
                .sum();
        long analog = layers.stream().mapToLong(AnalogLayer::parameters).sum();
        long cells = layers.stream().mapToLong(layer -> cells(layer, crossbar)).sum();
        double percent = analog == 0 ? 0 : 100.0 * parameters / analog;
        return new CalibrationCost(parameters, percent, parameters * BITS_PER_PARAMETER, 0, cells);
    }

    private static long lowRank(AnalogLayer layer, int rank) {
        int capped = Math.min(rank, Math.min(layer.rows(), layer.cols() / layer.groups()));
        return (long) capped * layer.groups() * layer.rows() + (long) capped * layer.cols();
    }

    /** RRAM cells a layer takes, reference columns included. */
    public static long cells(AnalogLayer layer, CrossbarSpec crossbar) {
        if (crossbar.mapping() != MappingKind.OFFSET_COLUMN) {
            return 2 * layer.weights();
        }
        TileGrid tiles = new TileGrid(layer.rows(), layer.cols(), crossbar.tileRows(), crossbar.tileCols());
        return layer.weights() + (long) layer.rows() * tiles.across();
    }
}
