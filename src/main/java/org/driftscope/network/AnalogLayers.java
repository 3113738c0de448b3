package org.driftscope.network;

import java.util.List;
import java.util.Map;
import org.driftscope.crossbar.WeightMatrix;

/** STUB: finds the layers that sit on crossbars and lays out their weights. */
final class AnalogLayers {
    private AnalogLayers() {}

    static List<AnalogLayer> find(List<Node> nodes, Map<String, Tensor> constants) {
        throw new UnsupportedOperationException();
    }

    static WeightMatrix weights(AnalogLayer layer, Map<String, Tensor> constants) {
        throw new UnsupportedOperationException();
    }
}
