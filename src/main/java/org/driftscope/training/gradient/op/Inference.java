package org.driftscope.training.gradient.op;

import java.util.HashMap;
import java.util.Map;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.NodeEvaluation;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.OpCall;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs an operator forwards as inference does, for those that training has no other way for. */
final class Inference {
    private Inference() {}

    static INDArray run(OpCall call) {
        return run(call, call.node(), call.input(0));
    }

    /** A node's first output. @param first its first input; the others are the call's */
    static INDArray run(OpCall call, Node node, INDArray first) {
        Map<String, Tensor> known = new HashMap<>();
        for (int i = 1; i < node.inputs().size(); i++) {
            Tensor constant = call.constants().get(node.input(i));
            known.put(node.input(i), constant == null ? tensor(call.input(i)) : constant);
        }
        known.put(node.input(0), tensor(first));
        Tensor output = NodeEvaluation.run(node, call.opset(), known).get(0);
        return FloatArrays.of(output.floats(), output.shape());
    }

    private static Tensor tensor(INDArray array) {
        return Tensor.floats(FloatArrays.copyOf(array), array.shape());
    }
}
