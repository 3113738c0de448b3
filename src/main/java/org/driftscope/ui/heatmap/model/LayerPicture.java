package org.driftscope.ui.heatmap.model;

import java.util.Arrays;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.ConductanceArray;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.experiment.Chip;
import org.driftscope.network.AnalogLayer;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of everything the panel shows of one layer. Its arrays are shared and read-only.
 *
 * @param layer name, shape and the convolution behind the rows
 * @param spec mapping and conductance range
 * @param tiles how the layer is cut
 * @param target conductances asked for, µS
 * @param drifted conductances now as the outputs see them, µS: less than the cells' own where wires take voltage
 * @param clean weights of the teacher
 * @param driftedWeights what the drifted cells amount to
 * @param calibrated the same with the adapter; null where there is none
 * @param caption what made the drift, e.g. "relative drift 20 %, seed 7"
 * @param correction what the adapter achieved, in a sentence; "" where there is none
 * @param held the cells' own conductances now, µS
 * @param stuck what stuck cells hold, µS, NaN at others; null where no cell can be stuck
 */
public record LayerPicture(
        AnalogLayer layer,
        CrossbarSpec spec,
        TileGrid tiles,
        CellState target,
        CellState drifted,
        WeightMatrix clean,
        WeightMatrix driftedWeights,
        @Nullable WeightMatrix calibrated,
        String caption,
        String correction,
        CellState held,
        @Nullable CellState stuck) {
    public LayerPicture {
        requireShape(layer, "clean weights", clean.rows(), clean.cols());
        requireShape(layer, "drifted weights", driftedWeights.rows(), driftedWeights.cols());
        requireShape(layer, "target", target.gPlus().rows(), target.gPlus().cols());
        requireShape(layer, "drifted", drifted.gPlus().rows(), drifted.gPlus().cols());
        if (calibrated != null) {
            requireShape(layer, "calibrated weights", calibrated.rows(), calibrated.cols());
        }
    }

    /** The picture of a layer on a chip. */
    public static LayerPicture of(
            AnalogLayer layer,
            Chip.Layer onChip,
            @Nullable WeightMatrix calibrated,
            String caption,
            String correction) {
        return new LayerPicture(
                layer,
                onChip.crossbar().spec(),
                onChip.crossbar().tiles(),
                onChip.crossbar().target(),
                onChip.seen(),
                onChip.crossbar().weights(),
                onChip.weights(),
                calibrated,
                caption,
                correction,
                onChip.drifted(),
                onChip.crossbar().stuckUs().orElse(null));
    }

    public String name() {
        return layer.name();
    }

    public int rows() {
        return layer.rows();
    }

    public int cols() {
        return layer.cols();
    }

    /** The conductance that is subtracted at a cell, µS: its own, or its tile's reference with an offset column. */
    float minusAt(CellState state, int row, int col) {
        ConductanceArray minus = state.gMinus();
        return minus.at(row, spec.mapping().sharesReference() ? col / tiles.tileCols() : col);
    }

    /** Whether a cell that a view shows is stuck: either of a pair, or the one the view is of. */
    public boolean isStuck(CellView view, int row, int col) {
        CellState held = stuck;
        if (held == null) {
            return false;
        }
        boolean plus = view != CellView.G_MINUS && !Float.isNaN(held.gPlus().at(row, col));
        return plus || view != CellView.G_PLUS && !Float.isNaN(minusAt(held, row, col));
    }

    /**
     * The weight that one microsiemens of difference between a weight's cells amounts to, by column; NaN in a column whose
     * cells do not differ anywhere.
     */
    float[] weightPerUs() {
        float[] perUs = new float[cols()];
        float[] widest = new float[cols()];
        Arrays.fill(perUs, Float.NaN);
        for (int row = 0; row < rows(); row++) {
            for (int col = 0; col < cols(); col++) {
                float difference = drifted.gPlus().at(row, col) - minusAt(drifted, row, col);
                if (Math.abs(difference) > widest[col]) {
                    widest[col] = Math.abs(difference);
                    perUs[col] = driftedWeights.at(row, col) / difference;
                }
            }
        }
        return perUs;
    }

    private static void requireShape(AnalogLayer layer, String what, int rows, int cols) {
        if (rows != layer.rows() || cols != layer.cols()) {
            throw new IllegalArgumentException(what + " of " + layer.name() + " is " + rows + " x " + cols
                    + ", the layer " + layer.rows() + " x " + layer.cols());
        }
    }
}
