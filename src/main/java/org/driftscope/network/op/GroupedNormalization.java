package org.driftscope.network.op;

import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;

/** Normalisations of each image by parts of its channels: InstanceNormalization, GroupNormalization, LRN. */
final class GroupedNormalization {
    private GroupedNormalization() {}

    static void register(Map<String, Operator> operators) {
        operators.put("InstanceNormalization", call -> grouped(call, (int) call.shape(0)[1]));
        operators.put(
                "GroupNormalization",
                call -> grouped(call, (int) call.attributes().integer("num_groups", 1)));
        operators.put("LRN", GroupedNormalization::acrossChannels);
    }

    /** Scale and bias are one number a channel, or before opset 21 one a group: equal parts of an image either way. */
    private static List<Value> grouped(Call call, int groups) {
        float[] x = call.tensor(0).floats();
        float[] scale = call.tensor(1).floats();
        float[] bias = call.tensor(2).floats();
        double epsilon = call.attributes().real("epsilon", 1e-5f);
        float[] y = new float[x.length];
        int image = x.length / (int) Math.max(1, call.shape(0)[0]);
        int length = image / groups;
        for (int start = 0; start < x.length; start += length) {
            double mean = 0;
            double squares = 0;
            for (int i = start; i < start + length; i++) {
                mean += x[i];
            }
            mean /= length;
            for (int i = start; i < start + length; i++) {
                squares += (x[i] - mean) * (x[i] - mean);
            }
            double inverse = 1 / Math.sqrt(squares / length + epsilon);
            for (int i = start; i < start + length; i++) {
                int setting = i % image / (image / scale.length);
                y[i] = (float) ((x[i] - mean) * inverse * scale[setting] + bias[setting]);
            }
        }
        return List.of(Value.of(Tensor.floats(y, call.shape(0))));
    }

    /** {@code y = x / (bias + alpha / size * sum of squares of the size nearest channels)^beta}. */
    private static List<Value> acrossChannels(Call call) {
        float[] x = call.tensor(0).floats();
        long[] shape = call.shape(0);
        int channels = (int) shape[1];
        int plane = (int) (Elements.size(shape) / Math.max(1, shape[0] * shape[1]));
        int size = (int) call.attributes().integer("size", 1);
        double alpha = call.attributes().real("alpha", 1e-4f) / size;
        double beta = call.attributes().real("beta", 0.75f);
        double bias = call.attributes().real("bias", 1);
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            int channel = i / plane % channels;
            double squares = 0;
            int last = Math.min(channels - 1, channel + size / 2);
            for (int c = Math.max(0, channel - (size - 1) / 2); c <= last; c++) {
                double other = x[i + (c - channel) * plane];
                squares += other * other;
            }
            y[i] = (float) (x[i] / Math.pow(bias + alpha * squares, beta));
        }
        return List.of(Value.of(Tensor.floats(y, shape)));
    }
}
