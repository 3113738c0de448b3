package org.driftscope.network.outline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules by ONNX's names: one for every operator that runs. */
final class OutlineRules {
    private static final Map<String, OutlineRule> ALL = all();

    private OutlineRules() {}

    private static Map<String, OutlineRule> all() {
        Map<String, OutlineRule> rules = new HashMap<>();
        ElementwiseOutlines.register(rules);
        ViewOutlines.register(rules);
        MovementOutlines.register(rules);
        WindowOutlines.register(rules);
        ProductOutlines.register(rules);
        ReductionOutlines.register(rules);
        NormalizationOutlines.register(rules);
        ShapeOutlines.register(rules);
        return Map.copyOf(rules);
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    static List<Outline> of(String op, OutlineCall call) {
        OutlineRule rule = ALL.get(op);
        if (rule == null) {
            throw call.failure("has no rule for its result's shape");
        }
        return rule.of(call);
    }
}
