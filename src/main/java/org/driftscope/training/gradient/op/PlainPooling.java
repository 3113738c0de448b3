package org.driftscope.training.gradient.op;

import java.util.Arrays;
import org.driftscope.network.op.shape.Window;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Pooling in plain loops: 1-D and 2-D windows of any padding, with dilation and partial windows. */
final class PlainPooling {
    private final INDArray input;
    private final Window window;
    private final int[] sizes;
    private final int[] outputs;
    private final int planes;

    PlainPooling(OpCall call) {
        this.input = call.input(0);
        long[] spatial = Arrays.copyOfRange(input.shape(), 2, input.rank());
        this.window = Window.of(call.attributes(), spatial);
        this.sizes = twoOf(spatial);
        this.outputs = twoOf(window.outputs());
        this.planes = (int) (input.size(0) * input.size(1));
    }

    /** Height and width; 1-D has height 1. */
    private static int[] twoOf(long[] values) {
        return values.length == 1 ? new int[] {1, (int) values[0]} : new int[] {(int) values[0], (int) values[1]};
    }

    private long[] shape() {
        long[] shape = input.shape().clone();
        System.arraycopy(window.outputs(), 0, shape, 2, window.outputs().length);
        return shape;
    }

    /** One tap of a window. @param target the window's number @param source the element's, or -1 in the padding */
    @FunctionalInterface
    private interface Tap {
        void at(int target, int source, boolean inPadding);
    }

    Recorded max() {
        float[] x = FloatArrays.copyOf(input);
        int[] best = new int[planes * outputs[0] * outputs[1]];
        Arrays.fill(best, -1);
        taps((target, source, padding) -> {
            if (source >= 0 && (best[target] < 0 || x[source] > x[best[target]])) {
                best[target] = source;
            }
        });
        float[] y = new float[best.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = best[i] < 0 ? Float.NEGATIVE_INFINITY : x[best[i]];
        }
        return new Recorded(FloatArrays.of(y, shape()), (gradient, inputs) -> {
            float[] dy = FloatArrays.copyOf(gradient);
            float[] dx = new float[x.length];
            for (int i = 0; i < dy.length; i++) {
                if (best[i] >= 0) {
                    dx[best[i]] += dy[i];
                }
            }
            inputs.add(0, FloatArrays.of(dx, input.shape()));
        });
    }

    Recorded average(boolean countPadding) {
        float[] x = FloatArrays.copyOf(input);
        float[] y = new float[planes * outputs[0] * outputs[1]];
        int[] counts = new int[y.length];
        taps((target, source, padding) -> {
            y[target] += source >= 0 ? x[source] : 0;
            counts[target] += source >= 0 || (countPadding && padding) ? 1 : 0;
        });
        for (int i = 0; i < y.length; i++) {
            y[i] /= Math.max(1, counts[i]);
        }
        return new Recorded(FloatArrays.of(y, shape()), (gradient, inputs) -> {
            float[] dy = FloatArrays.copyOf(gradient);
            float[] dx = new float[x.length];
            taps((target, source, padding) -> {
                if (source >= 0) {
                    dx[source] += dy[target] / Math.max(1, counts[target]);
                }
            });
            inputs.add(0, FloatArrays.of(dx, input.shape()));
        });
    }

    private void taps(Tap tap) {
        int[] kernel = twoOf(window.kernel());
        for (int target = 0; target < planes * outputs[0] * outputs[1]; target++) {
            int plane = target / (outputs[0] * outputs[1]);
            int row = target / outputs[1] % outputs[0];
            int col = target % outputs[1];
            for (int k = 0; k < kernel[0] * kernel[1]; k++) {
                int y = place(0, row, k / kernel[1]);
                int x = place(1, col, k % kernel[1]);
                boolean inside = y >= 0 && y < sizes[0] && x >= 0 && x < sizes[1];
                boolean padded = y < sizes[0] + after(0) && x < sizes[1] + after(1);
                tap.at(target, inside ? (plane * sizes[0] + y) * sizes[1] + x : -1, padded);
            }
        }
    }

    /** Where a tap lies along height (0) or width (1). */
    private int place(int direction, int output, int tap) {
        int axis = direction - (2 - window.kernel().length);
        return axis < 0
                ? 0
                : (int) (output * window.strides()[axis] + tap * window.dilations()[axis] - window.before()[axis]);
    }

    private long after(int direction) {
        int axis = direction - (2 - window.kernel().length);
        return axis < 0 ? 0 : window.after()[axis];
    }
}
