package org.driftscope.io.safetensors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.TileScaleAdapter;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Tensor;

/** Scales of tiles, in the grid's order, and the size of a tile: wordlines, bitlines. */
final class TileScaleCodec implements AdapterCodec {
    private static final String SIZE = "tile_size";
    private static final String SCALES = "tile_scales";

    @Override
    public String kind() {
        return "tile-scale";
    }

    @Override
    public boolean handles(Adapter adapter) {
        return adapter instanceof TileScaleAdapter;
    }

    @Override
    public Map<String, Tensor> encode(Adapter adapter, long[] weightShape) {
        TileScaleAdapter scaled = (TileScaleAdapter) adapter;
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        TileGrid tiles = scaled.tiles();
        tensors.put(SIZE, Tensor.ints(new long[] {tiles.tileRows(), tiles.tileCols()}, 2));
        tensors.put(SCALES, Tensor.floats(scaled.scales(), tiles.count()));
        return tensors;
    }

    @Override
    public Adapter decode(AnalogLayer layer, long[] weightShape, Map<String, Tensor> tensors) throws LayerMismatch {
        LayerTensors known = new LayerTensors(tensors, Set.of(SIZE, SCALES));
        int[] size = known.wholes(SIZE, Integer.MAX_VALUE);
        if (size.length != 2 || size[0] == 0 || size[1] == 0) {
            throw new LayerMismatch("needs two sizes above 0 in " + SIZE);
        }
        TileGrid tiles = new TileGrid(layer.rows(), layer.cols(), size[0], size[1]);
        return new TileScaleAdapter(layer.name(), tiles, known.floats(SCALES, tiles.count()));
    }
}
