package org.driftscope.io.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;
import org.jspecify.annotations.Nullable;

/** Refuses networks whose weights cannot sit on a crossbar: computed at run time, integers, NaN or infinite. */
final class WeightCheck {
    private static final Set<String> NEED_CONSTANT_WEIGHT = Set.of("Conv", "Gemm");
    /** Operators whose constants are numbers to compute with; elsewhere infinity may stand for "no limit". */
    private static final Set<String> COMPUTE_WITH_CONSTANTS = Set.of(
            "Conv", "Gemm", "MatMul", "BatchNormalization", "LayerNormalization", "PRelu", "Add", "Sub", "Mul", "Div");

    private WeightCheck() {}

    /** @throws ModelFormatException naming all layers or tensors at fault */
    static void requireUsable(String file, Network network) {
        requireConstantWeights(file, network);
        requireConstantBiases(file, network);
        requireFloatWeights(file, network);
        requireFiniteWeights(file, network);
    }

    private static void requireConstantWeights(String file, Network network) {
        String dynamic = network.nodes().stream()
                .filter(node -> NEED_CONSTANT_WEIGHT.contains(node.op()))
                .filter(node -> !network.constants().containsKey(node.input(1)))
                .map(node -> node.op() + " '" + node.name() + "' (weight '" + node.input(1) + "')")
                .collect(Collectors.joining(", "));
        if (!dynamic.isEmpty()) {
            throw new ModelFormatException(file + " computes weights while it runs: " + dynamic + ". Weights on a"
                    + " crossbar are fixed: export the trained network with its weights as initializers.");
        }
    }

    /** A Gemm's third input may be anything that broadcasts; a convolution's is one number an output, beside the crossbar. */
    private static void requireConstantBiases(String file, Network network) {
        String odd = network.analogLayers().stream()
                .filter(layer -> layer.op().equals("Conv") && layer.biasValue().isEmpty())
                .map(layer -> network.nodes().get(layer.nodeIndex()))
                .filter(node -> node.hasInput(2))
                .map(node -> "'" + node.name() + "' (bias '" + node.input(2) + "')")
                .collect(Collectors.joining(", "));
        if (!odd.isEmpty()) {
            throw new ModelFormatException(file + " has convolutions whose bias is computed while it runs or is not one"
                    + " number an output: " + odd + ". Export the trained network with its biases as initializers.");
        }
    }

    private static void requireFloatWeights(String file, Network network) {
        String integers = network.nodes().stream()
                .filter(node -> NEED_CONSTANT_WEIGHT.contains(node.op()))
                .filter(node -> !isFloat(network.constants().get(node.input(1))))
                .map(node -> "'" + node.input(1) + "'")
                .collect(Collectors.joining(", "));
        if (!integers.isEmpty()) {
            throw new ModelFormatException(
                    file + " is quantised to integers (weights " + integers + "). Driftscope maps"
                            + " floating-point weights onto crossbars: give the float32 model it was quantised from.");
        }
    }

    private static boolean isFloat(@Nullable Tensor tensor) {
        return tensor != null && tensor.type() == Tensor.Type.FLOAT;
    }

    private static void requireFiniteWeights(String file, Network network) {
        Map<String, Long> notFinite = new TreeMap<>();
        Set<String> masked = network.nodes().stream()
                .filter(node -> node.op().equals("Softmax"))
                .map(node -> node.input(0))
                .collect(Collectors.toSet());
        for (Node node : network.nodes()) {
            // attention masks out places by adding minus infinity before a softmax
            boolean isMask =
                    node.op().equals("Add") && masked.contains(node.outputs().get(0));
            for (String input : node.inputs()) {
                Tensor tensor = network.constants().get(input);
                if (tensor != null && isFloat(tensor)) {
                    long count = notFinite(tensor.floats(), !isMask && COMPUTE_WITH_CONSTANTS.contains(node.op()));
                    if (count > 0) {
                        notFinite.put(input, count);
                    }
                }
            }
        }
        if (!notFinite.isEmpty()) {
            List<String> found = new ArrayList<>();
            notFinite.forEach((name, count) -> found.add("'" + name + "' (" + count + " values)"));
            throw new ModelFormatException(file + " has NaN or infinite weights in " + String.join(", ", found)
                    + ". The training probably diverged or the file is damaged: export a sound checkpoint.");
        }
    }

    private static long notFinite(float[] values, boolean infinityToo) {
        long count = 0;
        for (float value : values) {
            if (infinityToo ? !Float.isFinite(value) : Float.isNaN(value)) {
                count++;
            }
        }
        return count;
    }
}
