package org.driftscope.network.op;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.network.ChannelScale;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Broadcasting;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.array.Walk;

/** BatchNormalization as used (statistics fixed), LayerNormalization and RMSNormalization, PRelu. */
final class NormalizationOperators {
    private NormalizationOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("BatchNormalization", NormalizationOperators::batch);
        operators.put("LayerNormalization", call -> layer(call, true));
        operators.put("RMSNormalization", call -> layer(call, false));
        operators.put(
                "PRelu",
                call -> List.of(
                        Broadcasting.floats(call, call.value(0), call.value(1), (x, slope) -> x < 0 ? x * slope : x)));
    }

    private static List<Value> batch(Call call) {
        if (call.attributes().integer("spatial", 1) == 0) {
            throw call.failure("normalises pixel by pixel, which is not supported");
        }
        ChannelScale scale =
                ChannelScale.of(call.tensor(1), call.tensor(2), call.tensor(3), call.tensor(4), call.attributes());
        Elements in = call.elements(0);
        Elements out = call.overwritable(0) ? in : in.fresh(in.shape());
        scale(in, out, scale);
        return List.of(out.value());
    }

    private static void scale(Elements in, Elements out, ChannelScale scale) {
        FloatBuffer x = in.floats();
        FloatBuffer z = out.floats();
        float[] gain = scale.gain();
        float[] shift = scale.shift();
        long[] channel = new long[in.rank()];
        channel[1] = 1;
        Walk.rows(in.shape(), out.strides(), in.strides(), channel, (to, toStep, from, fromStep, c, cStep, count) -> {
            for (int i = 0; i < count; i++) {
                int k = c + i * cStep;
                z.put(to + i * toStep, x.get(from + i * fromStep) * gain[k] + shift[k]);
            }
        });
    }

    /**
     * Over all axes from {@code axis} on; further outputs are the mean and the inverse deviation.
     *
     * @param centres whether the mean is taken off; else elements are divided by the root of their mean square
     */
    private static List<Value> layer(Call call, boolean centres) {
        Tensor in = call.tensor(0);
        long[] shape = in.shape();
        int axis = call.axis(call.attributes().integer("axis", -1), shape.length);
        int groups = (int) Elements.size(Arrays.copyOf(shape, axis));
        int length = in.size() / Math.max(1, groups);
        float[] normed = new float[in.size()];
        float[] means = new float[groups];
        float[] inverses = new float[groups];
        for (int g = 0; g < groups; g++) {
            double mean = centres ? mean(in.floats(), g, length) : 0;
            means[g] = (float) mean;
            inverses[g] = normalise(call, in.floats(), normed, g, length, mean);
        }
        long[] statistics = shape.clone();
        Arrays.fill(statistics, axis, shape.length, 1);
        List<Value> outputs = new ArrayList<>();
        outputs.add(affine(call, Value.of(Tensor.floats(normed, shape))));
        outputs.add(Value.of(Tensor.floats(means, statistics)));
        outputs.add(Value.of(Tensor.floats(inverses, statistics)));
        return outputs.subList(0, Math.max(1, Math.min(3, call.outputs())));
    }

    private static double mean(float[] in, int group, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += in[group * length + i];
        }
        return sum / length;
    }

    /** @return one over the root of the mean square about {@code mean} */
    private static float normalise(Call call, float[] in, float[] out, int group, int length, double mean) {
        double squares = 0;
        for (int i = 0; i < length; i++) {
            double difference = in[group * length + i] - mean;
            squares += difference * difference;
        }
        double inverse = 1 / Math.sqrt(squares / length + call.attributes().real("epsilon", 1e-5f));
        for (int i = 0; i < length; i++) {
            out[group * length + i] = (float) ((in[group * length + i] - mean) * inverse);
        }
        return (float) inverse;
    }

    private static Value affine(Call call, Value normed) {
        Value scaled = Broadcasting.floats(call, normed, call.value(1), (x, s) -> x * s);
        return call.has(2) ? Broadcasting.floats(call, scaled, call.value(2), Double::sum) : scaled;
    }
}
