package org.driftscope.io.safetensors;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * DoRA and LoRA under the names and shapes of PEFT (github.com/huggingface/peft, tuners/lora): with lora_alpha = r its
 * {@code m * (W + B A) / ||W + B A||} is our {@code m * (Wr + A B) / ||.||}, all matrices transposed.
 *
 * <p>Convolution: lora_A [groups*r, Cin/groups, kh, kw], lora_B [o, r, 1, 1], magnitude [1, o, 1, 1]; linear: lora_A [r,
 * d], lora_B [o, r], magnitude [o]. Rank 0 leaves lora_A and lora_B out. A bias, which PEFT does not have, is [o], and a
 * layer's gain, which it does not have either, [1].
 */
final class LowRankCodec implements AdapterCodec {
    private static final String A = "lora_A.weight";
    private static final String B = "lora_B.weight";
    private static final String MAGNITUDE = "lora_magnitude_vector";
    private static final String BIAS = "bias";
    private static final String GAIN = "layer_gain";
    private static final Set<String> KNOWN = Set.of(A, B, MAGNITUDE, BIAS, GAIN);

    @Override
    public String kind() {
        return "low-rank";
    }

    @Override
    public boolean handles(Adapter adapter) {
        return adapter instanceof LowRankAdapter low && !low.precision().isNarrow();
    }

    @Override
    public Map<String, Tensor> encode(Adapter adapter, long[] weightShape) {
        LowRankAdapter low = (LowRankAdapter) adapter;
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        if (low.rank() > 0) {
            int inner = low.groups() * low.rank();
            tensors.put(
                    A, Tensor.floats(transposed(low.a(), low.rows(), inner), shapeOfA(inner, low.rows(), weightShape)));
            tensors.put(
                    B,
                    Tensor.floats(
                            transposed(low.b(), low.rank(), low.cols()),
                            shapeOfB(low.cols(), low.rank(), weightShape)));
        }
        if (low.isDora()) {
            tensors.put(MAGNITUDE, Tensor.floats(low.magnitude(), shapeOfMagnitude(low.cols(), weightShape)));
        }
        if (low.bias().length > 0) {
            tensors.put(BIAS, Tensor.floats(low.bias(), low.cols()));
        }
        if (low.gain().length > 0) {
            tensors.put(GAIN, Tensor.floats(low.gain(), 1));
        }
        return tensors;
    }

    @Override
    public Adapter decode(AnalogLayer layer, long[] weightShape, Map<String, Tensor> tensors) throws LayerMismatch {
        requireKnown(tensors);
        int rank = rank(tensors);
        int inner = layer.groups() * rank;
        float[] a = floats(tensors, A, shapeOfA(inner, layer.rows(), weightShape));
        float[] b = floats(tensors, B, shapeOfB(layer.cols(), rank, weightShape));
        return new LowRankAdapter(
                layer.name(),
                rank,
                layer.rows(),
                layer.cols(),
                layer.groups(),
                transposed(a, inner, layer.rows()),
                transposed(b, layer.cols(), rank),
                floats(tensors, MAGNITUDE, shapeOfMagnitude(layer.cols(), weightShape)),
                floats(tensors, BIAS, layer.cols()),
                floats(tensors, GAIN, 1),
                FactorPrecision.FULL);
    }

    private static void requireKnown(Map<String, Tensor> tensors) throws LayerMismatch {
        Set<String> unknown = new HashSet<>(tensors.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new LayerMismatch("has the unknown tensors " + unknown);
        }
        if (tensors.containsKey(A) != tensors.containsKey(B)) {
            throw new LayerMismatch("has only one of " + A + " and " + B);
        }
        if (tensors.containsKey(MAGNITUDE) && tensors.containsKey(GAIN)) {
            throw new LayerMismatch("has both " + MAGNITUDE + " and " + GAIN);
        }
    }

    /** The second size of lora_B, whatever the layer's kind; 0 where there is none. */
    private static int rank(Map<String, Tensor> tensors) throws LayerMismatch {
        Tensor b = tensors.get(B);
        if (b == null) {
            return 0;
        }
        long[] shape = b.shape();
        if (shape.length < 2 || b.size() == 0) {
            throw new LayerMismatch("has " + B + " of shape " + Arrays.toString(shape));
        }
        return (int) shape[1];
    }

    /** A tensor's elements; none if it is absent. */
    private static float[] floats(Map<String, Tensor> tensors, String name, long... shape) throws LayerMismatch {
        @Nullable Tensor tensor = tensors.get(name);
        if (tensor == null) {
            return new float[0];
        }
        if (tensor.type() != Tensor.Type.FLOAT || !Arrays.equals(tensor.shape(), shape)) {
            throw new LayerMismatch("needs " + name + " of shape " + Arrays.toString(shape) + ", but the file has "
                    + Arrays.toString(tensor.shape()));
        }
        for (float value : tensor.floats()) {
            if (!Float.isFinite(value)) {
                throw new LayerMismatch("has NaN or infinite values in " + name);
            }
        }
        return tensor.floats();
    }

    private static long[] shapeOfA(int inner, int rows, long[] weightShape) {
        if (weightShape.length == 2) {
            return new long[] {inner, rows};
        }
        long[] shape = weightShape.clone();
        shape[0] = inner;
        return shape;
    }

    private static long[] shapeOfB(int cols, int rank, long[] weightShape) {
        long[] shape = ones(weightShape.length);
        shape[0] = cols;
        shape[1] = rank;
        return shape;
    }

    private static long[] shapeOfMagnitude(int cols, long[] weightShape) {
        if (weightShape.length == 2) {
            return new long[] {cols};
        }
        long[] shape = ones(weightShape.length);
        shape[1] = cols;
        return shape;
    }

    private static long[] ones(int count) {
        return LongStream.generate(() -> 1).limit(count).toArray();
    }

    /** [cols, rows] row-major from [rows, cols]. */
    private static float[] transposed(float[] source, int rows, int cols) {
        float[] out = new float[source.length];
        for (int i = 0; i < source.length; i++) {
            out[i % cols * rows + i / cols] = source[i];
        }
        return out;
    }
}
