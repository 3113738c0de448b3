package org.driftscope.adapter;

import org.driftscope.crossbar.TileGrid;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;

/**
 * Global drift compensation: what a tile puts out is multiplied by one number. Source: Joshi et al., Nature Communications
 * 11, 2473 (2020). The array is shared, not copied: treat it as read-only.
 *
 * @param layer the analog layer's name
 * @param tiles how the layer is cut
 * @param scales one a tile, in the grid's order
 */
public record TileScaleAdapter(String layer, TileGrid tiles, float[] scales) implements Adapter {
    public TileScaleAdapter {
        if (scales.length != tiles.count()) {
            throw new IllegalArgumentException(scales.length + " scales for " + tiles.count() + " tiles");
        }
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public long parameters() {
        return scales.length;
    }

    /** One a block of rows and column. */
    private float[] scaleOfBlocks() {
        float[] scale = new float[tiles.down() * tiles.cols()];
        for (int i = 0; i < scale.length; i++) {
            int block = i / tiles.cols();
            scale[i] = scales[block * tiles.across() + i % tiles.cols() / tiles.tileCols()];
        }
        return scale;
    }

    @Override
    public LayerChange apply(WeightMatrix drifted) {
        WeightShape.require(layer, tiles.rows(), tiles.cols(), drifted);
        float[] values = drifted.values().clone();
        for (int tile = 0; tile < scales.length; tile++) {
            TileGrid.TileBounds part = tiles.bounds(tile);
            for (int row = part.rowFrom(); row < part.rowTo(); row++) {
                for (int col = part.colFrom(); col < part.colTo(); col++) {
                    values[row * tiles.cols() + col] *= scales[tile];
                }
            }
        }
        return new LayerChange(
                new WeightMatrix(tiles.rows(), tiles.cols(), values), new float[0], scaleOfBlocks(), null);
    }
}
