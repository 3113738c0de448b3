package org.driftscope.network.op;

import java.util.List;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Broadcasting;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;

/** Mod: what a division leaves, with the sign of the divisor or, with {@code fmod}, of the dividend. */
final class RemainderOperator implements Operator {
    @Override
    public List<Value> apply(Call call) {
        boolean ofDividend = call.attributes().integer("fmod", 0) != 0;
        if (call.type(0) == Tensor.Type.FLOAT) {
            return List.of(Broadcasting.floats(
                    call, call.value(0), call.value(1), ofDividend ? (a, b) -> a % b : RemainderOperator::ofDivisor));
        }
        try {
            return List.of(Value.of(Broadcasting.integers(
                    call, call.tensor(0), call.tensor(1), null, ofDividend ? (a, b) -> a % b : Math::floorMod)));
        } catch (ArithmeticException e) {
            throw call.failure("divides a whole number by 0");
        }
    }

    private static double ofDivisor(double a, double b) {
        double rest = a % b;
        return rest != 0 && rest < 0 != b < 0 ? rest + b : rest;
    }
}
