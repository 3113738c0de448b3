package org.driftscope.crossbar;

import org.driftscope.device.DriftModel;
import org.driftscope.support.RandomSource;

/** STUB signature only: all tiles that hold one layer, programmed with its weights. Immutable. */
public final class Crossbar {
    /** Maps and programs a layer. Programming error is drawn from {@code chip.child("programming")...}. */
    public static Crossbar program(String layerName, WeightMatrix weights, CrossbarSpec spec, RandomSource chip) {
        throw new UnsupportedOperationException();
    }

    public String layerName() {
        throw new UnsupportedOperationException();
    }

    public CrossbarSpec spec() {
        throw new UnsupportedOperationException();
    }

    /** The weights asked for, before clipping and levels. */
    public WeightMatrix weights() {
        throw new UnsupportedOperationException();
    }

    /** Target conductances (after clipping and levels, before programming error). */
    public CellState target() {
        throw new UnsupportedOperationException();
    }

    /** Number of physical cells, reference columns included. */
    public long cells() {
        throw new UnsupportedOperationException();
    }

    /** Tiles down (rows) and across (cols). */
    public TileGrid tiles() {
        throw new UnsupportedOperationException();
    }

    /** The cells after drift: each tile's numbers come from {@code chip.child("drift").child(layer).child(tile)}. */
    public CellState drift(DriftModel model, double secondsSinceProgramming) {
        throw new UnsupportedOperationException();
    }

    /** The weights that given conductances amount to. */
    public WeightMatrix effectiveWeights(CellState state) {
        throw new UnsupportedOperationException();
    }
}
