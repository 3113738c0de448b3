package org.driftscope.io.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.support.RandomSource;

/** Networks of a few nodes for tests. */
public final class SmallNetworks {
    private SmallNetworks() {}

    /** Grouped convolution, ReLU, pooling, flatten and a Gemm: [batch, 2, 5, 5] to [batch, 3]. */
    public static Network classifier() {
        Map<String, Tensor> constants = new LinkedHashMap<>();
        constants.put("conv.weight", random("conv", 4, 1, 3, 2));
        constants.put("conv.bias", random("bias", 4));
        constants.put("fc.weight", random("fc", 3, 4));
        List<Node> nodes = List.of(
                node("conv", "Conv", List.of("x", "conv.weight", "conv.bias"), Map.of("group", 2L)),
                node("relu", "Relu", List.of("conv_out"), Map.of()),
                node("pool", "GlobalAveragePool", List.of("relu_out"), Map.of()),
                node("flatten", "Flatten", List.of("pool_out"), Map.of("axis", 1L)),
                node("fc", "Gemm", List.of("flatten_out", "fc.weight"), Map.of("transB", 1L)));
        return new Network(
                "small",
                13,
                nodes,
                constants,
                List.of(new ValueShape("x", List.of(-1L, 2L, 5L, 5L))),
                List.of(new ValueShape("fc_out", List.of(-1L, 3L))),
                "");
    }

    private static Node node(String name, String op, List<String> inputs, Map<String, Object> attributes) {
        return new Node(name, op, inputs, List.of(name + "_out"), Attributes.of(attributes));
    }

    private static Tensor random(String key, long... shape) {
        int size = 1;
        for (long dim : shape) {
            size *= (int) dim;
        }
        double[] numbers = RandomSource.of(1).child(key).gaussians(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) numbers[i];
        }
        return Tensor.floats(values, shape);
    }
}
