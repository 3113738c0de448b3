package org.driftscope.crossbar;

import java.util.function.DoubleUnaryOperator;
import org.driftscope.support.RandomSource;

/**
 * Moves every cell of a layer by its own standard normal number. Each tile has its own streams, one for the plus cells
 * and one for the minus cells, and every cell takes exactly one number whatever its conductance: a cell keeps its number
 * when the effect's strength, the target or the other layers change.
 */
final class TileNoise {
    /** One cell's new conductance from its target, its old one and its number, µS, not yet clipped. */
    @FunctionalInterface
    interface CellRule {
        double movedUs(double gTargetUs, double gUs, double cellNormal);
    }

    private final DoubleUnaryOperator clip;
    private final TileGrid tiles;
    private final RandomSource layerSource;

    /**
     * @param clip brings a conductance, µS, to where a cell can be
     * @param layerSource the effect's and the layer's own source
     */
    TileNoise(DoubleUnaryOperator clip, TileGrid tiles, RandomSource layerSource) {
        this.clip = clip;
        this.tiles = tiles;
        this.layerSource = layerSource;
    }

    /** A new state; {@code target} and {@code from} are not modified. */
    CellState move(CellState target, CellState from, CellRule rule) {
        float[] plus = new float[from.gPlus().valuesUs().length];
        float[] minus = new float[from.gMinus().valuesUs().length];
        boolean shared = from.gMinus().cols() != from.gPlus().cols();
        for (int tile = 0; tile < tiles.count(); tile++) {
            RandomSource source = layerSource.child(tile);
            TileGrid.TileBounds cells = tiles.bounds(tile);
            TileGrid.TileBounds opposite = shared ? tiles.referenceBounds(tile) : cells;
            moveTile(target.gPlus(), from.gPlus(), plus, cells, source.child("plus"), rule);
            moveTile(target.gMinus(), from.gMinus(), minus, opposite, source.child("minus"), rule);
        }
        return new CellState(
                new ConductanceArray(from.gPlus().rows(), from.gPlus().cols(), plus),
                new ConductanceArray(from.gMinus().rows(), from.gMinus().cols(), minus));
    }

    private void moveTile(
            ConductanceArray target,
            ConductanceArray from,
            float[] to,
            TileGrid.TileBounds cells,
            RandomSource source,
            CellRule rule) {
        double[] normals = source.gaussians(cells.rows() * cells.cols());
        int n = 0;
        for (int row = cells.rowFrom(); row < cells.rowTo(); row++) {
            int end = row * from.cols() + cells.colTo();
            for (int i = row * from.cols() + cells.colFrom(); i < end; i++) {
                double moved = rule.movedUs(target.valuesUs()[i], from.valuesUs()[i], normals[n++]);
                to[i] = (float) clip.applyAsDouble(moved);
            }
        }
    }
}
