package org.driftscope.network.op.array;

import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.jspecify.annotations.Nullable;

/** Nodes that do nothing but keep floats within bounds known beforehand, so that whatever comes before can do it at once. */
public final class Clamps {
    /** The first opset in which Clip's bounds are inputs. */
    public static final int BOUNDS_AS_INPUTS = 11;

    private Clamps() {}

    /** What a Relu or Clip node does to floats. @return null for other nodes, and where a bound is computed */
    public static @Nullable Clamp of(Node node, Network network) {
        if (node.op().equals("Relu")) {
            return Clamp.POSITIVE_PART;
        }
        if (!node.op().equals("Clip")) {
            return null;
        }
        Float low = bound(node, network, 1, "min", -Float.MAX_VALUE);
        Float high = bound(node, network, 2, "max", Float.MAX_VALUE);
        return low == null || high == null ? null : new Clamp(low, high);
    }

    private static @Nullable Float bound(Node node, Network network, int input, String attribute, float otherwise) {
        if (network.opset() < BOUNDS_AS_INPUTS) {
            return node.attributes().real(attribute, otherwise);
        }
        if (!node.hasInput(input)) {
            return otherwise;
        }
        Tensor constant = network.constants().get(node.input(input));
        if (constant == null || constant.type() != Tensor.Type.FLOAT || constant.size() != 1) {
            return null;
        }
        return constant.floats()[0];
    }
}
