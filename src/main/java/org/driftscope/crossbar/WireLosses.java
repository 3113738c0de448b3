package org.driftscope.crossbar;

/** What the cells of a layer contribute where wires take part of the voltage: each tile's two arrays by themselves. */
final class WireLosses {
    /** What the cells of an array contribute. */
    @FunctionalInterface
    interface Solver {
        double[] seenUs(double[] cellsUs, int rows, int cols);
    }

    private final Solver wires;
    private final TileGrid tiles;

    WireLosses(Solver wires, TileGrid tiles) {
        this.wires = wires;
        this.tiles = tiles;
    }

    /** The conductances that the outputs see, µS; a new state. A reference column is an array of one column. */
    CellState of(CellState state) {
        float[] plus = new float[state.gPlus().valuesUs().length];
        float[] minus = new float[state.gMinus().valuesUs().length];
        boolean shared = state.gMinus().cols() != state.gPlus().cols();
        for (int tile = 0; tile < tiles.count(); tile++) {
            TileGrid.TileBounds cells = tiles.bounds(tile);
            see(state.gPlus(), plus, cells);
            see(state.gMinus(), minus, shared ? tiles.referenceBounds(tile) : cells);
        }
        return new CellState(state.gPlus().with(plus), state.gMinus().with(minus));
    }

    private void see(ConductanceArray from, float[] to, TileGrid.TileBounds cells) {
        int rows = cells.rows();
        int cols = cells.cols();
        double[] tile = new double[rows * cols];
        for (int i = 0; i < tile.length; i++) {
            tile[i] = from.at(cells.rowFrom() + i / cols, cells.colFrom() + i % cols);
        }
        double[] seen = wires.seenUs(tile, rows, cols);
        for (int row = 0; row < rows; row++) {
            int at = (cells.rowFrom() + row) * from.cols() + cells.colFrom();
            for (int col = 0; col < cols; col++) {
                to[at + col] = (float) seen[row * cols + col];
            }
        }
    }
}
