package org.driftscope.io.safetensors;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.io.safetensors.TensorEntry.ElementKind;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Tensor;

/**
 * DoRA and LoRA whose factors take few bits: {@link PackedCodes} and scales in place of PEFT's lora_A and lora_B, in the order
 * of their elements, and all else as {@link LowRankCodec} has it. A scale is one of a row of lora_A or a column of lora_B (of
 * each group).
 */
final class NarrowLowRankCodec implements AdapterCodec {
    private static final String BITS = "factor_bits";
    private static final String CODES_A = "lora_A.codes";
    private static final String CODES_B = "lora_B.codes";
    private static final String SCALES_A = "lora_A.scales";
    private static final String SCALES_B = "lora_B.scales";
    private static final Set<String> OWN = Set.of(BITS, CODES_A, CODES_B, SCALES_A, SCALES_B);

    private final LowRankCodec plain = new LowRankCodec();

    @Override
    public String kind() {
        return "low-rank-narrow";
    }

    @Override
    public boolean handles(Adapter adapter) {
        return adapter instanceof LowRankAdapter low && low.precision().isNarrow();
    }

    @Override
    public Map<String, ElementKind> narrowKinds() {
        return Map.of(
                CODES_A,
                ElementKind.U8,
                CODES_B,
                ElementKind.U8,
                SCALES_A,
                ElementKind.BF16,
                SCALES_B,
                ElementKind.BF16);
    }

    @Override
    public Map<String, Tensor> encode(Adapter adapter, long[] weightShape) {
        LowRankAdapter low = (LowRankAdapter) adapter;
        FactorPrecision precision = low.precision();
        Map<String, Tensor> tensors = new LinkedHashMap<>(plain.encode(low.withoutFactors(), weightShape));
        tensors.put(BITS, Tensor.ints(new long[] {precision.bits()}, 1));
        int inner = low.groups() * low.rank();
        int[] a = new int[inner * low.rows()];
        for (int k = 0; k < inner; k++) {
            for (int row = 0; row < low.rows(); row++) {
                a[k * low.rows() + row] =
                        code(low.a()[row * inner + k], precision.scalesA()[k], precision);
            }
        }
        int[] b = new int[low.cols() * low.rank()];
        for (int col = 0; col < low.cols(); col++) {
            for (int k = 0; k < low.rank(); k++) {
                float scale = precision.scalesB()[scaleOfB(col, k, low.cols() / low.groups(), low.rank())];
                b[col * low.rank() + k] = code(low.b()[k * low.cols() + col], scale, precision);
            }
        }
        put(tensors, CODES_A, a, SCALES_A, precision.scalesA(), precision.bits());
        put(tensors, CODES_B, b, SCALES_B, precision.scalesB(), precision.bits());
        return tensors;
    }

    private static int code(float value, float scale, FactorPrecision precision) {
        return FactorPrecision.code(value, scale, precision.most());
    }

    private static int scaleOfB(int col, int k, int groupCols, int rank) {
        return col / groupCols * rank + k;
    }

    private static void put(
            Map<String, Tensor> tensors, String codes, int[] values, String scales, float[] steps, int bits) {
        long[] packed = PackedCodes.pack(values, bits);
        tensors.put(codes, Tensor.ints(packed, packed.length));
        tensors.put(scales, Tensor.floats(steps, steps.length));
    }

    @Override
    public Adapter decode(AnalogLayer layer, long[] weightShape, Map<String, Tensor> tensors) throws LayerMismatch {
        Map<String, Tensor> own = new HashMap<>(tensors);
        own.keySet().retainAll(OWN);
        Map<String, Tensor> others = new HashMap<>(tensors);
        others.keySet().removeAll(OWN);
        LowRankAdapter rest = (LowRankAdapter) plain.decode(layer, weightShape, others);
        if (rest.rank() > 0) {
            throw new LayerMismatch("has its factors twice, as floats and as " + CODES_A);
        }
        LayerTensors known = new LayerTensors(own, OWN);
        int[] bits = known.wholes(BITS, FactorPrecision.FULL_BITS);
        if (bits.length != 1 || bits[0] < FactorPrecision.LEAST_BITS) {
            throw new LayerMismatch("needs one number from 2 to 15 in " + BITS);
        }
        float[] scalesA = known.scales(SCALES_A);
        if (scalesA.length == 0 || scalesA.length % layer.groups() != 0) {
            throw new LayerMismatch("has " + scalesA.length + " scales in " + SCALES_A + ", not as many a group");
        }
        float[] scalesB = known.scales(SCALES_B);
        if (scalesB.length != scalesA.length) {
            throw new LayerMismatch(
                    "has " + scalesA.length + " and " + scalesB.length + " scales in " + SCALES_A + " and " + SCALES_B);
        }
        return rest.withFactors(
                scalesA.length / layer.groups(),
                valuesOfA(known, layer, bits[0], scalesA),
                valuesOfB(known, layer, bits[0], scalesB),
                new FactorPrecision(bits[0], scalesA, scalesB));
    }

    private static float[] valuesOfA(LayerTensors known, AnalogLayer layer, int bits, float[] scales)
            throws LayerMismatch {
        int inner = scales.length;
        int[] codes = codes(known, CODES_A, (long) inner * layer.rows(), bits);
        float[] values = new float[codes.length];
        for (int k = 0; k < inner; k++) {
            for (int row = 0; row < layer.rows(); row++) {
                values[row * inner + k] = codes[k * layer.rows() + row] * scales[k];
            }
        }
        return values;
    }

    private static float[] valuesOfB(LayerTensors known, AnalogLayer layer, int bits, float[] scales)
            throws LayerMismatch {
        int rank = scales.length / layer.groups();
        int[] codes = codes(known, CODES_B, (long) rank * layer.cols(), bits);
        float[] values = new float[codes.length];
        for (int col = 0; col < layer.cols(); col++) {
            for (int k = 0; k < rank; k++) {
                float scale = scales[scaleOfB(col, k, layer.cols() / layer.groups(), rank)];
                values[k * layer.cols() + col] = codes[col * rank + k] * scale;
            }
        }
        return values;
    }

    private static int[] codes(LayerTensors known, String name, long count, int bits) throws LayerMismatch {
        return PackedCodes.unpack(name, known.bytes(name), count, bits, FactorPrecision.most(bits));
    }
}
