package org.driftscope.network;

import java.util.List;

/** Tells whether a graph runs with one batch size only. */
final class FixedBatch {
    private FixedBatch() {}

    /** The batch size a Reshape insists on where the model declares it too; 0 if there is none. */
    static int of(Network network) {
        List<Long> dims = network.inputs().get(0).dims();
        long declared = dims.isEmpty() ? -1 : dims.get(0);
        if (declared < 1) {
            return 0;
        }
        for (Node node : network.nodes()) {
            Tensor target = node.op().equals("Reshape") ? network.constants().get(node.input(1)) : null;
            if (target != null && target.size() > 0 && target.longs()[0] == declared) {
                return (int) declared;
            }
        }
        return 0;
    }
}
