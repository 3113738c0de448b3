package org.driftscope.network.op;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;

/** Functions of one number in plain Java, for operators that ND4J has no kernel for. */
final class FormulaOperators {
    private FormulaOperators() {}

    /** A function of one number with its settings. */
    @FunctionalInterface
    private interface Formula {
        double at(double x, Attributes settings);
    }

    static void register(Map<String, Operator> operators) {
        operators.put("Softplus", of((x, s) -> softplus(x)));
        operators.put("Softsign", of((x, s) -> x / (1 + Math.abs(x))));
        operators.put("Mish", of((x, s) -> x * Math.tanh(softplus(x))));
        operators.put("Swish", of((x, s) -> x / (1 + Math.exp(-s.real("alpha", 1) * x))));
        operators.put("Celu", of((x, s) -> x > 0 ? x : s.real("alpha", 1) * Math.expm1(x / s.real("alpha", 1))));
        operators.put("ThresholdedRelu", of((x, s) -> x > s.real("alpha", 1) ? x : 0));
        operators.put("Shrink", of(FormulaOperators::shrink));
        operators.put("Floor", of((x, s) -> Math.floor(x)));
        operators.put("Ceil", of((x, s) -> Math.ceil(x)));
        operators.put("Round", of((x, s) -> Math.rint(x)));
        operators.put("Sin", of((x, s) -> Math.sin(x)));
        operators.put("Cos", of((x, s) -> Math.cos(x)));
        Operator signOfReals = of((x, s) -> Math.signum(x));
        operators.put(
                "Sign",
                call -> call.type(0) == Tensor.Type.INT
                        ? List.of(Value.of(UnaryOperators.mapped(call.tensor(0), Long::signum)))
                        : signOfReals.apply(call));
    }

    private static Operator of(Formula formula) {
        return call -> {
            Elements in = call.elements(0);
            Elements out = call.overwritable(0) ? in : in.fresh(in.shape());
            FloatBuffer x = in.floats();
            FloatBuffer z = out.floats();
            int size = (int) Elements.size(in.shape());
            for (int i = 0; i < size; i++) {
                z.put(i, (float) formula.at(x.get(i), call.attributes()));
            }
            return List.of(out.value());
        };
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double shrink(double x, Attributes settings) {
        double edge = settings.real("lambd", 0.5f);
        double bias = settings.real("bias", 0);
        return x > edge ? x - bias : x < -edge ? x + bias : 0;
    }
}
