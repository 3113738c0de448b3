package org.driftscope.io.safetensors;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.SparseAdapter;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Tensor;

/** Sparse corrections: places (row-major in [d, o]) as I64, their values, and gain and bias a column. */
final class SparseCodec implements AdapterCodec {
    private static final String PLACES = "sparse_places";
    private static final String VALUES = "sparse_values";
    private static final String GAIN = "gain";
    private static final String BIAS = "bias";

    @Override
    public String kind() {
        return "sparse";
    }

    @Override
    public boolean handles(Adapter adapter) {
        return adapter instanceof SparseAdapter;
    }

    @Override
    public Map<String, Tensor> encode(Adapter adapter, long[] weightShape) {
        SparseAdapter sparse = (SparseAdapter) adapter;
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        long[] places = Arrays.stream(sparse.places()).asLongStream().toArray();
        tensors.put(PLACES, Tensor.ints(places, places.length));
        tensors.put(VALUES, Tensor.floats(sparse.corrections(), places.length));
        tensors.put(GAIN, Tensor.floats(sparse.gain(), sparse.cols()));
        tensors.put(BIAS, Tensor.floats(sparse.bias(), sparse.cols()));
        return tensors;
    }

    @Override
    public Adapter decode(AnalogLayer layer, long[] weightShape, Map<String, Tensor> tensors) throws LayerMismatch {
        LayerTensors known = new LayerTensors(tensors, Set.of(PLACES, VALUES, GAIN, BIAS));
        int[] places = known.wholes(PLACES, layer.weights());
        for (int i = 1; i < places.length; i++) {
            if (places[i] <= places[i - 1]) {
                throw new LayerMismatch("has places that do not ascend in " + PLACES);
            }
        }
        return new SparseAdapter(
                layer.name(),
                layer.rows(),
                layer.cols(),
                places,
                known.floats(VALUES, places.length),
                known.floats(GAIN, layer.cols()),
                known.floats(BIAS, layer.cols()));
    }
}
