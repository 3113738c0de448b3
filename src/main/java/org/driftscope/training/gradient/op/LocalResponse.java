package org.driftscope.training.gradient.op;

import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * LRN: {@code y = x d^-beta} with {@code d = bias + alpha / size * s}, s the sum of squares of the channels around (Krizhevsky
 * et al., 2012). So {@code dx = dy d^-beta - 2 alpha beta / size * x * sum(dy x d^(-beta - 1))}, the sum over the channels
 * that have this one around them.
 */
final class LocalResponse {
    private final float[] x;
    private final int channels;
    private final int plane;
    private final int before;
    private final int after;
    private final double factor;
    private final double beta;
    private final double[] d;

    private LocalResponse(OpCall call, INDArray input) {
        this.x = FloatArrays.copyOf(input);
        this.channels = (int) input.size(1);
        this.plane = x.length / (int) (input.size(0) * channels);
        int size = (int) call.attributes().integer("size", 1);
        this.before = (size - 1) / 2;
        this.after = size - 1 - before;
        this.factor = call.attributes().real("alpha", 1e-4f) / size;
        this.beta = call.attributes().real("beta", 0.75f);
        double bias = call.attributes().real("bias", 1);
        double[] squares = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            squares[i] = (double) x[i] * x[i];
        }
        this.d = around(squares, before, after);
        for (int i = 0; i < d.length; i++) {
            d[i] = bias + factor * d[i];
        }
    }

    static Recorded run(OpCall call) {
        INDArray input = call.input(0);
        LocalResponse response = new LocalResponse(call, input);
        float[] y = new float[response.x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) (response.x[i] * Math.pow(response.d[i], -response.beta));
        }
        return new Recorded(
                FloatArrays.of(y, input.shape()),
                (gradient, inputs) ->
                        inputs.add(0, FloatArrays.of(response.backward(FloatArrays.copyOf(gradient)), input.shape())));
    }

    private float[] backward(float[] dy) {
        double[] parts = new double[dy.length];
        for (int i = 0; i < dy.length; i++) {
            parts[i] = dy[i] * x[i] * Math.pow(d[i], -beta - 1);
        }
        double[] sums = around(parts, after, before);
        float[] dx = new float[dy.length];
        for (int i = 0; i < dx.length; i++) {
            dx[i] = (float) (dy[i] * Math.pow(d[i], -beta) - 2 * factor * beta * x[i] * sums[i]);
        }
        return dx;
    }

    /** Sums over the channels from {@code low} before to {@code high} after each. */
    private double[] around(double[] values, int low, int high) {
        double[] sums = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int channel = i / plane % channels;
            for (int c = Math.max(0, channel - low); c <= Math.min(channels - 1, channel + high); c++) {
                sums[i] += values[i + (c - channel) * plane];
            }
        }
        return sums;
    }
}
