package org.driftscope.training.gradient.op;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.driftscope.training.gradient.NativeOp;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Two values at a time, with NumPy's broadcasting. */
final class Arithmetic {
    private Arithmetic() {}

    static Recorded add(OpCall call) {
        INDArray a = call.input(0);
        INDArray b = call.input(1);
        return new Recorded(NativeOp.plain("add", a, b), (gradient, inputs) -> {
            inputs.add(0, reduced(gradient, a));
            inputs.add(1, reduced(gradient, b));
        });
    }

    static Recorded subtract(OpCall call) {
        INDArray a = call.input(0);
        INDArray b = call.input(1);
        return new Recorded(NativeOp.plain("subtract", a, b), (gradient, inputs) -> {
            inputs.add(0, reduced(gradient, a));
            if (inputs.wanted(1)) {
                inputs.add(1, reduced(gradient.neg(), b));
            }
        });
    }

    static Recorded multiply(OpCall call) {
        INDArray a = call.input(0);
        INDArray b = call.input(1);
        return new Recorded(NativeOp.plain("multiply", a, b), (gradient, inputs) -> {
            if (inputs.wanted(0)) {
                inputs.add(0, reduced(NativeOp.plain("multiply", gradient, b), a));
            }
            if (inputs.wanted(1)) {
                inputs.add(1, reduced(NativeOp.plain("multiply", gradient, a), b));
            }
        });
    }

    static Recorded divide(OpCall call) {
        INDArray a = call.input(0);
        INDArray b = call.input(1);
        INDArray output = NativeOp.plain("divide", a, b);
        return new Recorded(output, (gradient, inputs) -> {
            INDArray scaled = NativeOp.plain("divide", gradient, b);
            inputs.add(0, reduced(scaled, a));
            if (inputs.wanted(1)) {
                inputs.add(1, reduced(scaled.mul(output).negi(), b));
            }
        });
    }

    /** What a division leaves of a: its slope is 1 in a, and minus the whole quotient in b. */
    static Recorded remainder(OpCall call) {
        INDArray a = call.input(0);
        INDArray b = call.input(1);
        INDArray output = Inference.run(call);
        return new Recorded(output, (gradient, inputs) -> {
            inputs.add(0, reduced(gradient, a));
            if (inputs.wanted(1)) {
                INDArray quotient = NativeOp.plain("divide", NativeOp.plain("subtract", a, output), b);
                inputs.add(1, reduced(quotient.mul(gradient).negi(), b));
            }
        });
    }

    /** Sums a gradient over the axes along which an operand was repeated. */
    static INDArray reduced(INDArray gradient, INDArray operand) {
        long[] from = gradient.shape();
        long[] to = operand.shape();
        if (Arrays.equals(from, to)) {
            return gradient;
        }
        int added = from.length - to.length;
        int[] axes = IntStream.range(0, from.length)
                .filter(i -> i < added || to[i - added] == 1)
                .toArray();
        return gradient.sum(axes).reshape(to);
    }
}
