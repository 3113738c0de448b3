package org.driftscope.training.gradient.op;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.network.ElementwiseNames;
import org.driftscope.network.Node;
import org.driftscope.training.gradient.DifferentiableOp;
import org.driftscope.training.gradient.NativeOp;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Comparisons, and logic of them, by which a Where chooses or a product masks: 1 and 0, through which no gradient passes.
 * Right as long as images reach the scores past them, as they do through what is chosen or masked.
 */
final class Conditions {
    private static final Set<String> SAME =
            Set.of("Identity", "Reshape", "Unsqueeze", "Squeeze", "Transpose", "Expand");

    private Conditions() {}

    static Map<String, DifferentiableOp> all() {
        Map<String, DifferentiableOp> ops = new HashMap<>();
        ops.put("Greater", call -> of(call, "greater"));
        ops.put("GreaterOrEqual", call -> of(call, "greater_equal"));
        ops.put("Less", call -> of(call, "less"));
        ops.put("LessOrEqual", call -> of(call, "less_equal"));
        ops.put("And", call -> of(call, "multiply"));
        ops.put("Or", call -> of(call, "maximum"));
        ops.put("Xor", call -> of(call, "not_equals"));
        ops.put("Not", call -> new Recorded(call.input(0).rsub(1), (gradient, inputs) -> {}));
        return ops;
    }

    private static Recorded of(OpCall call, String op) {
        INDArray result = NativeOp.plain(op, call.input(0), call.input(1));
        return new Recorded(result.castTo(DataType.FLOAT), (gradient, inputs) -> {});
    }

    /** Those of the operators that somewhere end in something else than a choice or a mask. */
    static Set<String> loose(Collection<Node> nodes) {
        Map<String, Set<Node>> readers = new HashMap<>();
        for (Node node : nodes) {
            node.inputs().forEach(input -> readers.computeIfAbsent(input, name -> new HashSet<>())
                    .add(node));
        }
        Set<String> loose = new HashSet<>();
        for (Node node : nodes) {
            if (all().containsKey(node.op()) && !choose(node.outputs().get(0), readers)) {
                loose.add(node.op());
            }
        }
        return loose;
    }

    private static boolean choose(String value, Map<String, Set<Node>> readers) {
        Set<Node> found = readers.getOrDefault(value, Set.of());
        return !found.isEmpty() && found.stream().allMatch(node -> chooses(node, value, readers));
    }

    private static boolean chooses(Node reader, String value, Map<String, Set<Node>> readers) {
        boolean passed = SAME.contains(reader.op())
                || ElementwiseNames.LOGIC.contains(reader.op())
                || List.of("Not", "Cast").contains(reader.op());
        if (passed) {
            return choose(reader.outputs().get(0), readers);
        }
        boolean chosenBy = reader.op().equals("Where") && reader.inputs().indexOf(value) == 0;
        return chosenBy || (reader.op().equals("Mul") && !reader.input(0).equals(reader.input(1)));
    }
}
