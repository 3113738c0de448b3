package org.driftscope.crossbar;

import java.util.function.DoubleUnaryOperator;
import org.driftscope.crossbar.circuit.StuckCells;
import org.driftscope.support.RandomSource;

/**
 * The stuck cells of a layer, for the chip's life.
 *
 * @param heldUs what stuck cells hold, µS; NaN at cells that can be written
 */
record LayerFaults(CellState heldUs) {
    /**
     * Draws a layer's stuck cells, each tile's from its own streams.
     *
     * @param like a state of the layer's shape
     * @param layerSource the effect's and the layer's own source
     */
    static LayerFaults drawn(StuckCells stuck, CellState like, TileGrid tiles, RandomSource layerSource) {
        float[] plus = new float[like.gPlus().valuesUs().length];
        float[] minus = new float[like.gMinus().valuesUs().length];
        boolean shared = like.gMinus().cols() != like.gPlus().cols();
        for (int tile = 0; tile < tiles.count(); tile++) {
            RandomSource source = layerSource.child(tile);
            TileGrid.TileBounds cells = tiles.bounds(tile);
            TileGrid.TileBounds opposite = shared ? tiles.referenceBounds(tile) : cells;
            place(stuck, cells, source.child("plus"), plus, like.gPlus().cols());
            place(stuck, opposite, source.child("minus"), minus, like.gMinus().cols());
        }
        return new LayerFaults(
                new CellState(like.gPlus().with(plus), like.gMinus().with(minus)));
    }

    private static void place(StuckCells stuck, TileGrid.TileBounds cells, RandomSource source, float[] to, int cols) {
        float[] drawn = stuck.drawnUs(cells.rows() * cells.cols(), source);
        for (int row = 0; row < cells.rows(); row++) {
            System.arraycopy(
                    drawn, row * cells.cols(), to, (cells.rowFrom() + row) * cols + cells.colFrom(), cells.cols());
        }
    }

    /** A state with stuck cells at what they hold; a new state. */
    CellState over(CellState state) {
        return new CellState(over(state.gPlus(), heldUs.gPlus()), over(state.gMinus(), heldUs.gMinus()));
    }

    private static ConductanceArray over(ConductanceArray cells, ConductanceArray held) {
        float[] values = cells.valuesUs().clone();
        for (int i = 0; i < values.length; i++) {
            float stuck = held.valuesUs()[i];
            values[i] = Float.isNaN(stuck) ? values[i] : stuck;
        }
        return cells.with(values);
    }

    /**
     * Targets of pairs in which the partner of a stuck cell makes up for it: the difference is what was asked for, or as near
     * to it as the partner gets. Both cells stuck, or none: as they were.
     *
     * @param target of pairs, each weight with a minus cell of its own
     * @param reachable the nearest conductance, µS, that a cell can be written to
     */
    CellState madeUp(CellState target, DoubleUnaryOperator reachable) {
        float[] plus = target.gPlus().valuesUs().clone();
        float[] minus = target.gMinus().valuesUs().clone();
        for (int i = 0; i < plus.length; i++) {
            float asked = target.gPlus().valuesUs()[i] - target.gMinus().valuesUs()[i];
            float plusHeld = heldUs.gPlus().valuesUs()[i];
            float minusHeld = heldUs.gMinus().valuesUs()[i];
            if (!Float.isNaN(plusHeld) && Float.isNaN(minusHeld)) {
                minus[i] = (float) reachable.applyAsDouble(plusHeld - asked);
            } else if (Float.isNaN(plusHeld) && !Float.isNaN(minusHeld)) {
                plus[i] = (float) reachable.applyAsDouble(minusHeld + asked);
            }
        }
        return new CellState(target.gPlus().with(plus), target.gMinus().with(minus));
    }
}
