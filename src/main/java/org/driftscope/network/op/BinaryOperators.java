package org.driftscope.network.op;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Broadcasting;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.RowFunction;
import org.driftscope.network.op.array.Value;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Functions of two numbers, applied element by element with NumPy's broadcasting. */
final class BinaryOperators {
    private BinaryOperators() {}

    static void register(Map<String, Operator> operators) {
        Binary add = new Binary(RowFunction.ADD, Double::sum, Long::sum, (x, y, z) -> x.addi(y, z));
        Binary multiply = new Binary(RowFunction.MULTIPLY, (a, b) -> a * b, (a, b) -> a * b, (x, y, z) -> x.muli(y, z));
        Binary minimum = new Binary(RowFunction.MINIMUM, Math::min, Math::min, null);
        Binary maximum = new Binary(RowFunction.MAXIMUM, Math::max, Math::max, null);
        operators.put("Add", add);
        operators.put(
                "Sub", new Binary(RowFunction.SUBTRACT, (a, b) -> a - b, (a, b) -> a - b, (x, y, z) -> x.subi(y, z)));
        operators.put("Mul", multiply);
        operators.put(
                "Div", new Binary(RowFunction.DIVIDE, (a, b) -> a / b, (a, b) -> a / b, (x, y, z) -> x.divi(y, z)));
        operators.put("Pow", new Binary(RowFunction.POWER, Math::pow, (a, b) -> (long) Math.pow(a, b), null));
        operators.put("Min", call -> variadic(call, minimum));
        operators.put("Max", call -> variadic(call, maximum));
        operators.put("Sum", call -> variadic(call, add));
        operators.put("Mean", call -> mean(call, add));
    }

    /** In native memory: z = x op y for arrays of one shape and layout. */
    @FunctionalInterface
    private interface SameShape {
        void run(INDArray x, INDArray y, INDArray z);
    }

    /**
     * One function, for floats and for integers.
     *
     * @param rows the same for rows of floats
     * @param real where an integer meets a float
     * @param fast the same on native arrays of one shape, where ND4J has it
     */
    private record Binary(
            RowFunction rows, DoubleBinaryOperator real, LongBinaryOperator whole, @Nullable SameShape fast)
            implements Operator {
        @Override
        public List<Value> apply(Call call) {
            return List.of(run(call, call.value(0), call.value(1), true));
        }

        private Value run(Call call, Value left, Value right, boolean mayOverwrite) {
            if (fast != null
                    && left instanceof Value.Native x
                    && right instanceof Value.Native y
                    && x.channelsLast() == y.channelsLast()
                    && Arrays.equals(x.array().shape(), y.array().shape())) {
                INDArray z = mayOverwrite
                        ? target(call, x, y)
                        : call.uninitialized(x.array().shape());
                fast.run(x.array(), y.array(), z);
                return new Value.Native(z, x.channelsLast());
            }
            if (Elements.of(left).type() == Tensor.Type.FLOAT) {
                return Broadcasting.floats(call, left, right, rows);
            }
            try {
                return Value.of(Broadcasting.integers(call, left.tensor(), right.tensor(), real, whole));
            } catch (ArithmeticException e) {
                throw call.failure("divides a whole number by 0");
            }
        }

        private static INDArray target(Call call, Value.Native x, Value.Native y) {
            if (call.overwritable(0)) {
                return x.array();
            }
            return call.overwritable(1)
                    ? y.array()
                    : call.uninitialized(x.array().shape());
        }
    }

    private static List<Value> variadic(Call call, Binary function) {
        if (call.inputs() == 1) {
            return MovementOperators.copied(call);
        }
        Value result = function.run(call, call.value(0), call.value(1), true);
        for (int i = 2; i < call.inputs(); i++) {
            Value partial = result;
            result = function.run(call, partial, call.value(i), false);
            release(call, partial);
        }
        return List.of(result);
    }

    private static List<Value> mean(Call call, Binary add) {
        Value sum = variadic(call, add).get(0);
        float[] total = sum.tensor().floats().clone();
        release(call, sum);
        for (int i = 0; i < total.length; i++) {
            total[i] /= call.inputs();
        }
        return List.of(Value.of(Tensor.floats(total, sum.shape())));
    }

    /** Closes a partial result after the operator has run, unless it is one of the inputs, reused. */
    private static void release(Call call, Value partial) {
        boolean reused = false;
        for (int i = 0; i < call.inputs(); i++) {
            reused |= partial instanceof Value.Native p
                    && call.value(i) instanceof Value.Native input
                    && p.array() == input.array();
        }
        if (!reused && partial instanceof Value.Native p) {
            call.temporary(p.array());
        }
    }
}
