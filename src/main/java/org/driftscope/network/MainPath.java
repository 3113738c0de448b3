package org.driftscope.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The convolutions along a residual network's main path: all but shortcut projections and dense layers. On ResNet-50 those
 * are conv1 and the three convolutions of every bottleneck, which with DoRA of rank 8 have 612,696 parameters, 2.34 % of
 * original and added ones: as many as Dong et al. (2025) give, from which we infer that they calibrate these.
 */
public final class MainPath {
    /** What leaves the value of a convolution as it is, but for scale and shape. */
    private static final Set<String> PASSING = Set.of("BatchNormalization", "Identity", "Dropout");

    private final Map<String, Integer> readers = new HashMap<>();
    private final Map<String, Node> readerOf = new HashMap<>();

    private MainPath(Network network) {
        for (Node node : network.nodes()) {
            for (String input : node.inputs()) {
                readers.merge(input, 1, Integer::sum);
                readerOf.put(input, node);
            }
        }
    }

    /** Names of the layers, in order of execution. */
    public static List<String> of(Network network) {
        MainPath path = new MainPath(network);
        return network.analogLayers().stream()
                .filter(layer -> layer.geometry() != null)
                .filter(layer -> !path.isShortcut(network.nodes().get(layer.nodeIndex())))
                .map(AnalogLayer::name)
                .toList();
    }

    /** Whether a convolution takes what others take too, and is added to what they make of it. */
    private boolean isShortcut(Node convolution) {
        if (readers.getOrDefault(convolution.input(0), 0) < 2) {
            return false;
        }
        String value = convolution.outputs().get(0);
        Node reader = readerOf.get(value);
        while (reader != null && PASSING.contains(reader.op())) {
            value = reader.outputs().get(0);
            reader = readerOf.get(value);
        }
        return reader != null && reader.op().equals("Add");
    }
}
