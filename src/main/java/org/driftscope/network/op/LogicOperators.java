package org.driftscope.network.op;

import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Broadcasting;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;

/** Comparisons and functions of true and false, with NumPy's broadcasting. */
final class LogicOperators {
    private LogicOperators() {}

    /** Compares two reals. */
    @FunctionalInterface
    private interface Reals {
        boolean holds(double a, double b);
    }

    /** Compares two integers, or two of 0 and 1. */
    @FunctionalInterface
    private interface Wholes {
        boolean holds(long a, long b);
    }

    static void register(Map<String, Operator> operators) {
        operators.put("Equal", call -> compared(call, (a, b) -> a == b, (a, b) -> a == b));
        operators.put("Greater", call -> compared(call, (a, b) -> a > b, (a, b) -> a > b));
        operators.put("Less", call -> compared(call, (a, b) -> a < b, (a, b) -> a < b));
        operators.put("GreaterOrEqual", call -> compared(call, (a, b) -> a >= b, (a, b) -> a >= b));
        operators.put("LessOrEqual", call -> compared(call, (a, b) -> a <= b, (a, b) -> a <= b));
        operators.put("And", call -> compared(call, (a, b) -> false, (a, b) -> (a & b) != 0));
        operators.put("Or", call -> compared(call, (a, b) -> false, (a, b) -> (a | b) != 0));
        operators.put("Xor", call -> compared(call, (a, b) -> false, (a, b) -> a != b));
        operators.put("Not", LogicOperators::not);
    }

    private static List<Value> compared(Call call, Reals reals, Wholes wholes) {
        Tensor a = call.tensor(0);
        Tensor b = call.tensor(1);
        Tensor flags;
        if (a.type() == Tensor.Type.FLOAT) {
            Tensor result = Broadcasting.floats(call, a, b, (x, y) -> reals.holds(x, y) ? 1 : 0);
            long[] values = new long[result.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (long) result.floats()[i];
            }
            flags = Tensor.bools(values, result.shape());
        } else {
            Tensor result = Broadcasting.integers(call, a, b, null, (x, y) -> wholes.holds(x, y) ? 1 : 0);
            flags = Tensor.bools(result.longs(), result.shape());
        }
        return List.of(Value.of(flags));
    }

    private static List<Value> not(Call call) {
        long[] values = call.tensor(0).longs().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 - values[i];
        }
        return List.of(Value.of(Tensor.bools(values, call.shape(0))));
    }
}
