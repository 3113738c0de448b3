package org.driftscope.training.gradient.op;

import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.InputGradients;
import org.driftscope.training.gradient.Lowering;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link Lowering#NORMALIZE}: {@code y = (x - mean) / sqrt(variance + epsilon)} over contiguous groups of elements, those
 * from an axis on or a part of an image's channels; then by channel a scale and a bias where they are given. With n elements a group,
 * {@code dx = (dy - mean(dy) - y mean(dy y)) / sqrt(variance + epsilon)} (Ba et al., arXiv 1607.06450). With {@code centres} 0
 * no mean is taken off, of neither.
 */
final class Normalization {
    private Normalization() {}

    static Recorded run(OpCall call) {
        INDArray input = call.input(0);
        int groups = groups(call, input.shape());
        float[] x = FloatArrays.copyOf(input);
        int length = x.length / groups;
        boolean centres = call.attributes().integer("centres", 1) != 0;
        double epsilon = call.attributes().real("epsilon", 1e-5f);
        float[] y = new float[x.length];
        double[] inverse = new double[groups];
        for (int g = 0; g < groups; g++) {
            double mean = centres ? dot(x, null, g, length) / length : 0;
            double squares = 0;
            for (int i = g * length; i < (g + 1) * length; i++) {
                squares += (x[i] - mean) * (x[i] - mean);
            }
            inverse[g] = 1 / Math.sqrt(squares / length + epsilon);
            for (int i = g * length; i < (g + 1) * length; i++) {
                y[i] = (float) ((x[i] - mean) * inverse[g]);
            }
        }
        float[] scale = call.has(1) ? FloatArrays.copyOf(call.input(1)) : new float[0];
        float[] bias = call.has(2) ? FloatArrays.copyOf(call.input(2)) : new float[0];
        int image = x.length / (int) input.size(0);
        return new Recorded(FloatArrays.of(scaled(y, scale, bias, image), input.shape()), (gradient, inputs) -> {
            float[] arriving = FloatArrays.copyOf(gradient);
            addSettings(arriving, y, scale.length, image, inputs);
            float[] dy = scaled(arriving, scale, new float[0], image);
            float[] dx = new float[dy.length];
            for (int g = 0; g < groups; g++) {
                double mean = centres ? dot(dy, null, g, length) / length : 0;
                double slope = dot(dy, y, g, length) / length;
                for (int i = g * length; i < (g + 1) * length; i++) {
                    dx[i] = (float) ((dy[i] - mean - y[i] * slope) * inverse[g]);
                }
            }
            inputs.add(0, FloatArrays.of(dx, input.shape()));
        });
    }

    /** Times a scale and plus a bias of equal parts of each image, its channels or groups of them; either may be absent. */
    private static float[] scaled(float[] y, float[] scale, float[] bias, int image) {
        if (scale.length == 0) {
            return y;
        }
        int part = image / scale.length;
        float[] result = new float[y.length];
        for (int i = 0; i < y.length; i++) {
            int at = i % image / part;
            result[i] = y[i] * scale[at] + (bias.length == 0 ? 0 : bias[at]);
        }
        return result;
    }

    private static void addSettings(float[] dy, float[] y, int settings, int image, InputGradients inputs) {
        if (settings == 0) {
            return;
        }
        float[] scale = new float[settings];
        float[] bias = new float[settings];
        for (int i = 0; i < dy.length; i++) {
            int at = i % image / (image / settings);
            scale[at] += dy[i] * y[i];
            bias[at] += dy[i];
        }
        inputs.add(1, FloatArrays.of(scale, settings));
        inputs.add(2, FloatArrays.of(bias, settings));
    }

    private static int groups(OpCall call, long[] shape) {
        long groups = 1;
        if (call.attributes().has("groups")) {
            long asked = call.attributes().integer("groups", 0);
            return (int) (shape[0] * (asked == 0 ? shape[1] : asked));
        }
        long axis = call.attributes().integer("axis", -1);
        for (int i = 0; i < (axis < 0 ? axis + shape.length : axis); i++) {
            groups *= shape[i];
        }
        return (int) groups;
    }

    /** Sum of a group's elements, times those of {@code b} where it is given. */
    private static double dot(float[] a, float @Nullable [] b, int group, int length) {
        double sum = 0;
        for (int i = group * length; i < (group + 1) * length; i++) {
            sum += b == null ? a[i] : (double) a[i] * b[i];
        }
        return sum;
    }
}
