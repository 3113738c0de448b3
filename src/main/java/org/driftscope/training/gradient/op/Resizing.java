package org.driftscope.training.gradient.op;

import java.util.Arrays;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.shape.ResizeAxis;
import org.driftscope.network.op.shape.ResizeScales;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Resize and Upsample, axis by axis; the gradient goes to the elements that a place was made of, by their shares. */
final class Resizing {
    private final OpCall call;
    private final long[] from;
    private final ResizeScales scales;

    private Resizing(OpCall call) {
        this.call = call;
        this.from = call.input(0).shape();
        @Nullable Tensor[] given = new Tensor[call.inputs()];
        for (int i = 1; i < given.length; i++) {
            given[i] = call.constants().get(call.node().input(i));
            if (given[i] == null && call.has(i)) {
                throw call.unsupported("its size has to be constant");
            }
        }
        this.scales = ResizeScales.of(call.attributes(), call.opset(), from, given);
    }

    static Recorded run(OpCall call) {
        Resizing resizing = new Resizing(call);
        INDArray input = call.input(0);
        float[] y = resizing.forward(FloatArrays.copyOf(input));
        return new Recorded(
                FloatArrays.of(y, resizing.scales.sizes()),
                (gradient, inputs) ->
                        inputs.add(0, FloatArrays.of(resizing.backward(FloatArrays.copyOf(gradient)), resizing.from)));
    }

    private float[] forward(float[] x) {
        float[] values = x;
        for (int axis = 0; axis < from.length; axis++) {
            values = changes(axis) ? along(values, axis, true) : values;
        }
        return values;
    }

    private float[] backward(float[] dy) {
        float[] values = dy;
        for (int axis = from.length - 1; axis >= 0; axis--) {
            values = changes(axis) ? along(values, axis, false) : values;
        }
        return values;
    }

    private boolean changes(int axis) {
        return scales.sizes()[axis] != from[axis] || scales.scales()[axis] != 1;
    }

    /** Axes before this one are resized, those after it are not yet. */
    private float[] along(float[] values, int axis, boolean forward) {
        int length = (int) from[axis];
        int longer = (int) scales.sizes()[axis];
        ResizeAxis places = ResizeAxis.of(call.attributes(), call.opset(), length, longer, scales.scales()[axis]);
        int inner = product(Arrays.copyOfRange(from, axis + 1, from.length));
        int outer = product(Arrays.copyOf(scales.sizes(), axis));
        float[] result = new float[outer * inner * (forward ? longer : length)];
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < longer; i++) {
                int[] sources = places.sources()[i];
                for (int source = 0; source < sources.length; source++) {
                    float share = (float) places.shares()[i][source];
                    int one = (o * length + sources[source]) * inner;
                    int whole = (o * longer + i) * inner;
                    for (int k = 0; k < inner; k++) {
                        result[forward ? whole + k : one + k] += share * values[forward ? one + k : whole + k];
                    }
                }
            }
        }
        return result;
    }

    private static int product(long... sizes) {
        return (int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    }
}
