package org.driftscope.training.gradient.op;

import java.util.Arrays;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reductions that weigh their elements: log of a sum of exponentials, and products. In double, in plain Java. */
final class Folds {
    private final OpCall call;
    private final INDArray input;
    private final float[] x;
    /** Which result each element goes to. */
    private final int[] target;

    private final long[] shape;
    private final int results;

    private Folds(OpCall call) {
        this.call = call;
        this.input = call.input(0);
        this.x = FloatArrays.copyOf(input);
        int[] axes = Reductions.axes(call, 18);
        boolean keeps = call.attributes().integer("keepdims", 1) != 0;
        long[] kept = input.shape().clone();
        for (int axis : axes) {
            kept[axis] = 1;
        }
        this.shape = keeps ? kept : without(input.shape(), axes);
        this.results = (int) Arrays.stream(kept).reduce(1, (a, b) -> a * b);
        this.target = new int[x.length];
        for (int i = 0; i < target.length; i++) {
            target[i] = place(i, kept);
        }
    }

    /** {@code y = log sum exp(x)}, {@code dx = exp(x - y) dy}; the largest is taken out, so that none overflows. */
    static Recorded logSumExp(OpCall call) {
        Folds folds = new Folds(call);
        double[] largest = new double[folds.results];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < folds.x.length; i++) {
            largest[folds.target[i]] = Math.max(largest[folds.target[i]], folds.x[i]);
        }
        double[] y = new double[folds.results];
        for (int i = 0; i < folds.x.length; i++) {
            y[folds.target[i]] += Math.exp(folds.x[i] - largest[folds.target[i]]);
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = largest[i] + Math.log(y[i]);
        }
        return folds.recorded(y, i -> Math.exp(folds.x[i] - y[folds.target[i]]));
    }

    /** {@code dx = dy} times the product of the others. */
    static Recorded product(OpCall call) {
        Folds folds = new Folds(call);
        double[] nonZero = new double[folds.results];
        int[] zeros = new int[folds.results];
        Arrays.fill(nonZero, 1);
        for (int i = 0; i < folds.x.length; i++) {
            nonZero[folds.target[i]] *= folds.x[i] == 0 ? 1 : folds.x[i];
            zeros[folds.target[i]] += folds.x[i] == 0 ? 1 : 0;
        }
        double[] y = new double[folds.results];
        for (int i = 0; i < y.length; i++) {
            y[i] = zeros[i] == 0 ? nonZero[i] : 0;
        }
        return folds.recorded(y, i -> {
            int others = zeros[folds.target[i]] - (folds.x[i] == 0 ? 1 : 0);
            double self = folds.x[i] == 0 ? 1 : folds.x[i];
            return others > 0 ? 0 : nonZero[folds.target[i]] / self;
        });
    }

    @FunctionalInterface
    private interface Slope {
        double of(int element);
    }

    private Recorded recorded(double[] y, Slope slope) {
        float[] output = new float[y.length];
        for (int i = 0; i < y.length; i++) {
            output[i] = (float) y[i];
        }
        return new Recorded(FloatArrays.of(output, shape), (gradient, inputs) -> {
            float[] dy = FloatArrays.copyOf(gradient);
            float[] dx = new float[x.length];
            for (int i = 0; i < dx.length; i++) {
                dx[i] = (float) (dy[target[i]] * slope.of(i));
            }
            inputs.add(0, FloatArrays.of(dx, input.shape()));
        });
    }

    private int place(int element, long... kept) {
        int rest = element;
        int at = 0;
        int step = 1;
        for (int axis = kept.length - 1; axis >= 0; axis--) {
            int size = (int) input.size(axis);
            at += (int) (kept[axis] == 1 ? 0 : rest % size) * step;
            rest /= size;
            step *= (int) kept[axis];
        }
        return at;
    }

    private static long[] without(long[] shape, int... axes) {
        long[] marked = shape.clone();
        for (int axis : axes) {
            marked[axis] = -1;
        }
        return Arrays.stream(marked).filter(size -> size >= 0).toArray();
    }
}
