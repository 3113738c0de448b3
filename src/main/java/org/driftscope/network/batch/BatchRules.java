package org.driftscope.network.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All rules by ONNX's names. An operator without one loses the batch. */
final class BatchRules {
    private static final List<String> ONE_BY_ONE = List.of(
            "LeakyRelu",
            "Sigmoid",
            "Tanh",
            "Exp",
            "Log",
            "Sqrt",
            "Erf",
            "Reciprocal",
            "Elu",
            "Selu",
            "Gelu",
            "HardSigmoid",
            "HardSwish",
            "Celu",
            "Softplus",
            "Softsign",
            "Mish",
            "ThresholdedRelu",
            "Shrink",
            "Floor",
            "Ceil",
            "Round",
            "Sin",
            "Cos",
            "Swish",
            "Relu",
            "Abs",
            "Neg",
            "Sign",
            "Not",
            "Clip",
            "Cast",
            "Identity",
            "Dropout");
    private static final List<String> BROADCAST = List.of(
            "Add",
            "Sub",
            "Mul",
            "Div",
            "Min",
            "Max",
            "Sum",
            "Mean",
            "Mod",
            "Pow",
            "Greater",
            "Less",
            "GreaterOrEqual",
            "LessOrEqual",
            "And",
            "Or",
            "Xor",
            "Equal",
            "Where",
            "PRelu");
    /** The first axis is the batch by definition, and images are not mixed. */
    private static final List<String> IMAGES_FIRST = List.of(
            "Conv",
            "ConvTranspose",
            "MaxPool",
            "AveragePool",
            "GlobalAveragePool",
            "GlobalMaxPool",
            "BatchNormalization",
            "InstanceNormalization",
            "GroupNormalization",
            "LRN",
            "DepthToSpace",
            "SpaceToDepth");

    private static final Map<String, BatchRule> ALL = all();

    private BatchRules() {}

    private static Map<String, BatchRule> all() {
        Map<String, BatchRule> rules = new HashMap<>();
        ONE_BY_ONE.forEach(op -> rules.put(op, call -> call.onlyFirst() ? call.batch(0) : BatchAxes.LOST));
        BROADCAST.forEach(op -> rules.put(op, BroadcastBatch::of));
        IMAGES_FIRST.forEach(op -> rules.put(op, call -> call.onlyFirst() && call.batch(0) == 0 ? 0 : BatchAxes.LOST));
        LayoutBatch.register(rules);
        LineBatch.register(rules);
        ProductBatch.register(rules);
        return Map.copyOf(rules);
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    static @Nullable BatchRule named(String op) {
        return ALL.get(op);
    }
}
