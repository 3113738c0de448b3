package org.driftscope.network.op;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.product.Convolution;
import org.driftscope.network.op.product.EinsumOperator;
import org.driftscope.network.op.product.MatrixProduct;
import org.driftscope.network.op.product.TransposedConvolution;

/** All operators that run, by ONNX's names. */
public final class Operators {
    /** The oldest opset whose meaning of the operators is known; newer ones have changed nothing but types so far. */
    public static final int OLDEST_OPSET = 7;

    private static final Map<String, Operator> ALL = all();
    private static final Set<String> SHARING =
            Set.of("Identity", "Dropout", "Flatten", "Reshape", "Squeeze", "Unsqueeze");

    private Operators() {}

    private static Map<String, Operator> all() {
        Map<String, Operator> operators = new HashMap<>();
        UnaryOperators.register(operators);
        BinaryOperators.register(operators);
        MovementOperators.register(operators);
        ViewOperators.register(operators);
        ShapeOperators.register(operators);
        ReductionOperators.register(operators);
        SoftmaxOperator.register(operators);
        MatrixProduct.register(operators);
        PoolingOperators.register(operators);
        NormalizationOperators.register(operators);
        FormulaOperators.register(operators);
        LogicOperators.register(operators);
        BlockOperators.register(operators);
        GroupedNormalization.register(operators);
        RankingOperators.register(operators);
        LineOperators.register(operators);
        operators.put("Einsum", new EinsumOperator());
        operators.put("ConvTranspose", new TransposedConvolution());
        operators.put("Resize", new ResizeOperator());
        operators.put("Upsample", new ResizeOperator());
        operators.put("Conv", new Convolution());
        operators.put("Clip", new ClipOperator());
        operators.put("Mod", new RemainderOperator());
        return Map.copyOf(operators);
    }

    /** Whether an operator of ONNX's default domain runs at that opset. */
    public static boolean supports(String op, int opset) {
        return ALL.containsKey(op) && opset >= OLDEST_OPSET;
    }

    /** Names of all operators that run, sorted. */
    public static Set<String> names() {
        return new TreeSet<>(ALL.keySet());
    }

    /** @throws IllegalArgumentException if there is none; ask {@link #supports} first */
    public static Operator named(String op) {
        Operator operator = ALL.get(op);
        if (operator == null) {
            throw new IllegalArgumentException("no operator " + op);
        }
        return operator;
    }

    /** What the operator's outputs have to do with its first input's memory. */
    public static Operator.Memory memory(String op) {
        return SHARING.contains(op) ? Operator.Memory.SHARED : Operator.Memory.OWN;
    }
}
