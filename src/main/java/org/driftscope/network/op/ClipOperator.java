package org.driftscope.network.op;

import java.util.List;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Clamp;
import org.driftscope.network.op.array.Clamps;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Clip: bounds are attributes up to opset 6..10 and optional inputs from 11 on. */
final class ClipOperator implements Operator {
    @Override
    public List<Value> apply(Call call) {
        if (call.elements(0).type() == Tensor.Type.INT) {
            return List.of(Value.of(clippedIntegers(call)));
        }
        Value.Native x = call.asNative(0);
        INDArray z =
                call.overwritable(0) ? x.array() : call.uninitialized(x.array().shape());
        float lower = bound(call, 1, "min", -Float.MAX_VALUE);
        float upper = bound(call, 2, "max", Float.MAX_VALUE);
        new Clamp(lower, upper).run(x.array(), z);
        return List.of(new Value.Native(z, x.channelsLast()));
    }

    private static float bound(Call call, int input, String attribute, float otherwise) {
        if (call.opset() < Clamps.BOUNDS_AS_INPUTS) {
            return call.attributes().real(attribute, otherwise);
        }
        return call.has(input) ? call.real(input) : otherwise;
    }

    private static Tensor clippedIntegers(Call call) {
        long lower = wholeBound(call, 1, "min", Long.MIN_VALUE);
        long upper = wholeBound(call, 2, "max", Long.MAX_VALUE);
        return UnaryOperators.mapped(call.tensor(0), v -> Math.min(upper, Math.max(lower, v)));
    }

    private static long wholeBound(Call call, int input, String attribute, long otherwise) {
        if (call.opset() < Clamps.BOUNDS_AS_INPUTS) {
            return call.attributes().has(attribute) ? (long) call.attributes().real(attribute, 0) : otherwise;
        }
        return call.has(input) ? call.integer(input) : otherwise;
    }
}
