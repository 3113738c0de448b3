package org.driftscope.io.safetensors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.VectorAdapter;
import org.driftscope.adapter.VectorSet;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Tensor;

/** Sets of vectors: ages, d and b row by row, gains where there are any, the seed of the frozen matrices, and the set in use. */
final class VectorCodec implements AdapterCodec {
    private static final String AGES = "set_ages";
    private static final String D = "vera_d";
    private static final String B = "vera_b";
    private static final String GAINS = "set_gains";
    private static final String FROZEN = "frozen_seed_and_chosen_set";

    @Override
    public String kind() {
        return "vectors";
    }

    @Override
    public boolean handles(Adapter adapter) {
        return adapter instanceof VectorAdapter;
    }

    @Override
    public Map<String, Tensor> encode(Adapter adapter, long[] weightShape) {
        VectorAdapter vectors = (VectorAdapter) adapter;
        List<VectorSet> sets = vectors.sets();
        int count = sets.size();
        float[] ages = new float[count];
        float[] d = new float[count * vectors.rank()];
        float[] b = new float[count * vectors.cols()];
        float[] gains = new float[count];
        for (int i = 0; i < count; i++) {
            VectorSet set = sets.get(i);
            ages[i] = (float) set.age();
            gains[i] = set.factor();
            System.arraycopy(set.d(), 0, d, i * vectors.rank(), vectors.rank());
            System.arraycopy(set.b(), 0, b, i * vectors.cols(), vectors.cols());
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(AGES, Tensor.floats(ages, count));
        tensors.put(D, Tensor.floats(d, count, vectors.rank()));
        tensors.put(B, Tensor.floats(b, count, vectors.cols()));
        if (sets.get(0).gain().length > 0) {
            tensors.put(GAINS, Tensor.floats(gains, count));
        }
        tensors.put(FROZEN, Tensor.ints(new long[] {vectors.seed(), vectors.chosen()}, 2));
        return tensors;
    }

    @Override
    public Adapter decode(AnalogLayer layer, long[] weightShape, Map<String, Tensor> tensors) throws LayerMismatch {
        LayerTensors known = new LayerTensors(tensors, Set.of(AGES, D, B, GAINS, FROZEN));
        int rank = known.columns(D);
        int count = known.rows(D);
        float[] ages = known.floats(AGES, count);
        float[] d = known.floats(D, count, rank);
        float[] b = known.floats(B, count, layer.cols());
        float[] gains = tensors.containsKey(GAINS) ? known.floats(GAINS, count) : new float[0];
        long[] frozen = known.longs(FROZEN, 2);
        if (frozen[1] < 0 || frozen[1] >= count) {
            throw new LayerMismatch("uses set " + frozen[1] + " of " + count);
        }
        List<VectorSet> sets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!(ages[i] >= 0)) {
                throw new LayerMismatch("has a set for the age " + ages[i] + " s");
            }
            sets.add(new VectorSet(
                    ages[i],
                    part(d, i, rank),
                    part(b, i, layer.cols()),
                    gains.length == 0 ? gains : new float[] {gains[i]}));
        }
        return new VectorAdapter(layer.name(), rank, layer.rows(), layer.cols(), frozen[0], sets, (int) frozen[1]);
    }

    private static float[] part(float[] all, int index, int length) {
        return Arrays.copyOfRange(all, index * length, (index + 1) * length);
    }
}
