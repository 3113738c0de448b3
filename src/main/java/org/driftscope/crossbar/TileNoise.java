package org.driftscope.crossbar;

import org.driftscope.device.ConductanceRange;
import org.driftscope.support.RandomSource;

/**
 * Moves every cell of a layer by its own standard normal number. Each tile has its own streams, one for the plus cells
 * and one for the minus cells, and every cell takes exactly one number whatever its conductance: a cell keeps its number
 * when the effect's strength, the target or the other layers change.
 */
final class TileNoise {
    /** One cell's new conductance from its old one and its number, µS, not yet clipped. */
    @FunctionalInterface
    interface CellRule {
        double movedUs(double gUs, double cellNormal);
    }

    private final CrossbarSpec spec;
    private final TileGrid tiles;
    private final RandomSource layerSource;

    /** @param layerSource the effect's and the layer's own source */
    TileNoise(CrossbarSpec spec, TileGrid tiles, RandomSource layerSource) {
        this.spec = spec;
        this.tiles = tiles;
        this.layerSource = layerSource;
    }

    /** A new state; {@code from} is not modified. */
    CellState move(CellState from, CellRule rule) {
        float[] plus = new float[from.gPlus().valuesUs().length];
        float[] minus = new float[from.gMinus().valuesUs().length];
        boolean shared = from.gMinus().cols() != from.gPlus().cols();
        for (int tile = 0; tile < tiles.count(); tile++) {
            RandomSource source = layerSource.child(tile);
            TileGrid.TileBounds cells = tiles.bounds(tile);
            TileGrid.TileBounds opposite = shared ? tiles.referenceBounds(tile) : cells;
            moveTile(from.gPlus(), plus, cells, source.child("plus"), rule);
            moveTile(from.gMinus(), minus, opposite, source.child("minus"), rule);
        }
        return new CellState(
                new ConductanceArray(from.gPlus().rows(), from.gPlus().cols(), plus),
                new ConductanceArray(from.gMinus().rows(), from.gMinus().cols(), minus));
    }

    private void moveTile(
            ConductanceArray from, float[] to, TileGrid.TileBounds cells, RandomSource source, CellRule rule) {
        double[] normals = source.gaussians(cells.rows() * cells.cols());
        ConductanceRange range = spec.range();
        int n = 0;
        for (int row = cells.rowFrom(); row < cells.rowTo(); row++) {
            int end = row * from.cols() + cells.colTo();
            for (int i = row * from.cols() + cells.colFrom(); i < end; i++) {
                double moved = rule.movedUs(from.valuesUs()[i], normals[n++]);
                to[i] = (float) (spec.clipToRange() ? range.clamp(moved) : Math.max(0, moved));
            }
        }
    }
}
