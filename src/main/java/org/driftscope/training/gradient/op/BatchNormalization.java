package org.driftscope.training.gradient.op;

import org.driftscope.training.gradient.BatchMoments;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.InputGradients;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * BatchNormalization, float32: {@code y = scale (x - mean) / sqrt(variance + epsilon) + bias} by channel.
 *
 * <p>In plain Java over copied arrays: ND4J's own operator is slow backwards and, with oneDNN, wrong for some layouts.
 */
public final class BatchNormalization {
    private BatchNormalization() {}

    static Recorded run(OpCall call) {
        INDArray input = call.input(0);
        long[] shape = input.shape();
        float epsilon = call.attributes().real("epsilon", 1e-5f);
        ChannelPlanes planes = ChannelPlanes.of(shape);
        float[] x = FloatArrays.copyOf(input);
        float[] scale = FloatArrays.copyOf(call.input(1));
        float[] bias = FloatArrays.copyOf(call.input(2));
        boolean training = call.mode() == BatchNormMode.TRAINING;
        float[] mean = training ? planes.means(x) : FloatArrays.copyOf(call.input(3));
        float[] variance = training ? planes.variances(x, mean) : FloatArrays.copyOf(call.input(4));
        if (training) {
            call.moments().observed(call.node(), new BatchMoments(mean, unbiased(variance, planes.perChannel())));
        }
        float[] inverse = inverseDeviation(variance, epsilon);
        float[] gain = new float[scale.length];
        float[] shift = new float[scale.length];
        for (int c = 0; c < gain.length; c++) {
            gain[c] = scale[c] * inverse[c];
            shift[c] = bias[c] - gain[c] * mean[c];
        }
        INDArray output = FloatArrays.of(planes.affine(x, gain, shift), shape);
        return new Recorded(
                output, (gradient, inputs) -> backward(planes, x, mean, inverse, gain, training, gradient, inputs));
    }

    /**
     * With xh = (x - mean) inverse and M values a channel: dbias = sum dy, dscale = sum dy xh, and
     * {@code dx = gain (dy - dbias / M - xh dscale / M)}; frozen, {@code dx = gain dy} (Ioffe and Szegedy, ICML 2015).
     */
    private static void backward(
            ChannelPlanes planes,
            float[] x,
            float[] mean,
            float[] inverse,
            float[] gain,
            boolean training,
            INDArray gradient,
            InputGradients inputs) {
        float[] dy = FloatArrays.copyOf(gradient);
        float[] dBias = planes.sums(dy);
        float[] dScale = planes.centredProducts(dy, x, mean);
        float[] slope = new float[gain.length];
        float[] offset = new float[gain.length];
        for (int c = 0; c < gain.length; c++) {
            dScale[c] *= inverse[c];
            slope[c] = training ? -gain[c] * inverse[c] * dScale[c] / planes.perChannel() : 0;
            offset[c] = training ? -gain[c] * dBias[c] / planes.perChannel() - slope[c] * mean[c] : 0;
        }
        if (inputs.wanted(0)) {
            float[] dx = training ? planes.affine(dy, gain, x, slope, offset) : planes.affine(dy, gain, offset);
            inputs.add(0, FloatArrays.of(dx, gradient.shape()));
        }
        inputs.add(1, FloatArrays.of(dScale, dScale.length));
        inputs.add(2, FloatArrays.of(dBias, dBias.length));
    }

    private static float[] inverseDeviation(float[] variance, float epsilon) {
        float[] inverse = new float[variance.length];
        for (int c = 0; c < inverse.length; c++) {
            inverse[c] = (float) (1 / Math.sqrt(variance[c] + epsilon));
        }
        return inverse;
    }

    private static float[] unbiased(float[] variance, int count) {
        float[] result = variance.clone();
        for (int c = 0; c < result.length; c++) {
            result[c] *= (float) count / Math.max(1, count - 1);
        }
        return result;
    }
}
