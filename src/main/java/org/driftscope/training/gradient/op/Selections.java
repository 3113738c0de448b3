package org.driftscope.training.gradient.op;

import org.driftscope.network.Tensor;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.NativeOp;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The larger or smaller of two, one or the other by a mask, a slope below 0, and powers. */
final class Selections {
    private Selections() {}

    static Recorded maximum(OpCall call) {
        return chosen(call, "maximum", "greater_equal");
    }

    static Recorded minimum(OpCall call) {
        return chosen(call, "minimum", "less_equal");
    }

    private static Recorded chosen(OpCall call, String op, String comparison) {
        INDArray a = call.input(0);
        INDArray b = call.input(1);
        INDArray first = NativeOp.plain(comparison, a, b).castTo(DataType.FLOAT);
        return new Recorded(NativeOp.plain(op, a, b), (gradient, inputs) -> {
            INDArray toFirst = gradient.mul(first);
            inputs.add(0, Arithmetic.reduced(toFirst, a));
            inputs.add(1, Arithmetic.reduced(gradient.sub(toFirst), b));
        });
    }

    /** Where, by a condition that is constant or was computed as 1 and 0. */
    static Recorded where(OpCall call) {
        INDArray mask = condition(call);
        INDArray others = mask.rsub(1);
        INDArray yes = finite(call.input(1));
        INDArray no = finite(call.input(2));
        INDArray output =
                NativeOp.plain("add", NativeOp.plain("multiply", mask, yes), NativeOp.plain("multiply", others, no));
        return new Recorded(output, (gradient, inputs) -> {
            inputs.add(1, Arithmetic.reduced(NativeOp.plain("multiply", gradient, mask), yes));
            inputs.add(2, Arithmetic.reduced(NativeOp.plain("multiply", gradient, others), no));
        });
    }

    private static INDArray condition(OpCall call) {
        Tensor constant = call.constants().get(call.node().input(0));
        if (constant == null) {
            return call.input(0);
        }
        float[] flags = new float[constant.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = constant.longs()[i] != 0 ? 1 : 0;
        }
        return FloatArrays.of(flags, constant.shape());
    }

    /** Infinity, as masks use it, as the largest float: 0 times it stays 0. */
    private static INDArray finite(INDArray array) {
        float[] values = FloatArrays.copyOf(array);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, values[i]));
        }
        return FloatArrays.of(values, array.shape());
    }

    static Recorded slopeBelowZero(OpCall call) {
        INDArray x = call.input(0);
        INDArray slope = call.input(1);
        INDArray above = x.gt(0).castTo(DataType.FLOAT);
        INDArray negative = x.mul(above.rsub(1));
        INDArray output = x.mul(above).addi(NativeOp.plain("multiply", negative, slope));
        return new Recorded(output, (gradient, inputs) -> {
            INDArray below = gradient.mul(above.rsub(1));
            inputs.add(0, gradient.mul(above).addi(NativeOp.plain("multiply", below, slope)));
            if (inputs.wanted(1)) {
                inputs.add(1, Arithmetic.reduced(gradient.mul(negative), slope));
            }
        });
    }

    /** A constant power. */
    static Recorded power(OpCall call) {
        INDArray x = call.input(0);
        double exponent = call.number(1);
        float[] values = FloatArrays.copyOf(x);
        float[] y = new float[values.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) Math.pow(values[i], exponent);
        }
        return new Recorded(FloatArrays.of(y, x.shape()), (gradient, inputs) -> {
            float[] dx = FloatArrays.copyOf(gradient);
            for (int i = 0; i < dx.length; i++) {
                dx[i] *= (float) (exponent * Math.pow(values[i], exponent - 1));
            }
            inputs.add(0, FloatArrays.of(dx, x.shape()));
        });
    }
}
