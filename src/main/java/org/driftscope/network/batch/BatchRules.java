package org.driftscope.network.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.driftscope.network.ElementwiseNames;
import org.jspecify.annotations.Nullable;

/** All rules by ONNX's names. An operator without one loses the batch. */
final class BatchRules {
    private static final List<String> ONE_BY_ONE = joined(
            ElementwiseNames.REAL, ElementwiseNames.NUMBERS, List.of("Not", "Clip", "Cast", "Identity", "Dropout"));
    private static final List<String> BROADCAST = joined(
            ElementwiseNames.ARITHMETIC,
            ElementwiseNames.COMPARISONS,
            ElementwiseNames.LOGIC,
            List.of("Mean", "Pow", "Equal", "Where", "PRelu"));
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

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

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
