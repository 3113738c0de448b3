package org.driftscope.network.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.Network;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How often each layer's weights are used in one inference: once for each position of its output. */
public final class LayerPositions {
    private LayerPositions() {}

    /**
     * For images of the size that the network asks for.
     *
     * @return positions by analog layer's name; empty where it takes images of any size, so that nobody can tell
     */
    public static Map<String, Long> of(Network network) {
        List<Long> dims = network.inputs().get(0).dims();
        boolean free = dims.size() < 2 || dims.subList(1, dims.size()).stream().anyMatch(size -> size < 1);
        return free
                ? Map.of()
                : of(network, dims.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Runs one empty image through the network.
     *
     * @param imageShape NCHW, its first size is not looked at; not modified
     * @return positions by analog layer's name
     */
    public static Map<String, Long> of(Network network, long[] imageShape) {
        Map<String, Long> found = new ConcurrentHashMap<>();
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            long[] shape = imageShape.clone();
            shape[0] = Math.max(1, compiled.fixedBatch());
            long batch = shape[0];
            try (INDArray image = Nd4j.zeros(DataType.FLOAT, shape);
                    INDArray scores = compiled.forward(
                            image, (layer, input) -> found.put(layer.name(), outputs(layer, input.shape()) / batch))) {
                scores.length();
            }
        }
        Map<String, Long> ordered = new LinkedHashMap<>();
        for (AnalogLayer layer : network.analogLayers()) {
            ordered.put(layer.name(), found.getOrDefault(layer.name(), 1L));
        }
        return ordered;
    }

    /** Of a whole batch. @param shape of the input: NCHW, or NCW, for Conv; [.., d] otherwise */
    private static long outputs(AnalogLayer layer, long[] shape) {
        ConvGeometry geometry = layer.geometry();
        if (geometry == null) {
            long positions = 1;
            for (int axis = 0; axis < shape.length - 1; axis++) {
                positions *= shape[axis];
            }
            return positions;
        }
        int height = shape.length == 4 ? (int) shape[2] : 1;
        int width = (int) shape[shape.length - 1];
        ConvGeometry padded = geometry.resolved(height, width);
        return shape[0] * padded.outputHeight(height) * padded.outputWidth(width);
    }
}
