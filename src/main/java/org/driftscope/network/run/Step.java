package org.driftscope.network.run;

import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.op.array.Operator;
import org.jspecify.annotations.Nullable;

/**
 * One node made ready to run.
 *
 * @param node the node
 * @param inputs slots of the values that enter; -1 where one is left out
 * @param outputs slots of the values that leave; -1 where one is not wanted
 * @param memory whether the first output shares the first input's memory
 * @param layer the analog layer's place in {@link Network#analogLayers()}; -1 for other nodes
 * @param operator what runs; null for analog layers
 */
record Step(Node node, int[] inputs, int[] outputs, Operator.Memory memory, int layer, @Nullable Operator operator) {
    boolean isAnalog() {
        return layer >= 0;
    }
}
