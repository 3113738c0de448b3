package org.driftscope.network.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Value;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Computes a single node whose inputs are all known. */
public final class NodeEvaluation {
    private NodeEvaluation() {}

    /**
     * @param known at least the node's inputs, by name; absent where an optional one is left out
     * @return one tensor an output
     */
    public static List<Tensor> run(Node node, int opset, Map<String, Tensor> known) {
        List<@Nullable Value> inputs = new ArrayList<>();
        for (String name : node.inputs()) {
            Tensor tensor = known.get(name);
            inputs.add(tensor == null ? null : Value.of(tensor));
        }
        try (ArrayPool pool = new ArrayPool();
                Call call = new Call(node, opset, inputs, new boolean[inputs.size()], pool)) {
            return Operators.named(node.op()).apply(call).stream()
                    .map(NodeEvaluation::onHeap)
                    .toList();
        }
    }

    private static Tensor onHeap(Value value) {
        Tensor tensor = value.tensor();
        if (value instanceof Value.Native array) {
            try (INDArray memory = array.array()) {
                return tensor;
            }
        }
        return tensor;
    }
}
