package org.driftscope.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the layers that sit on crossbars and lays out their weights: row = input of one group, c*kh*kw + ky*kw + kx;
 * column = output.
 */
final class AnalogLayers {
    private final Map<String, Tensor> constants;
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private AnalogLayers(Map<String, Tensor> constants) {
        this.constants = constants;
    }

    /** The analog layers among the nodes, in their order. */
    static List<AnalogLayer> find(List<Node> nodes, Map<String, Tensor> constants) {
        AnalogLayers search = new AnalogLayers(constants);
        List<AnalogLayer> found = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            AnalogLayer layer = search.layerOf(nodes.get(i), i);
            if (layer != null) {
                found.add(layer);
            }
        }
        return found;
    }

    /** The weights of a layer as they lie on its crossbar, with a Gemm's alpha multiplied in; a new array. */
    static WeightMatrix weights(AnalogLayer layer, List<Node> nodes, Map<String, Tensor> constants) {
        Tensor tensor = constants.get(layer.weightValue());
        if (tensor == null) {
            throw new IllegalArgumentException("no constant " + layer.weightValue() + " for layer " + layer.name());
        }
        Attributes attributes = nodes.get(layer.nodeIndex()).attributes();
        boolean outputsFirst = layer.op().equals("Conv") || attributes.integer("transB", 0) != 0;
        float[] source = tensor.floats();
        float[] values = outputsFirst ? transposed(source, layer.cols(), layer.rows()) : source.clone();
        scale(values, layer.op().equals("Gemm") ? attributes.real("alpha", 1) : 1);
        return new WeightMatrix(layer.rows(), layer.cols(), values);
    }

    private @Nullable AnalogLayer layerOf(Node node, int index) {
        return switch (node.op()) {
            case "Identity" -> {
                aliases.put(node.outputs().get(0), resolved(node.input(0)));
                yield null;
            }
            case "Conv" -> convolution(node, index);
            case "Gemm" -> gemm(node, index);
            case "MatMul" -> matMul(node, index);
            default -> null;
        };
    }

    private @Nullable AnalogLayer convolution(Node node, int index) {
        Tensor weight = floatsOf(node.input(1));
        if (weight == null || (weight.shape().length != 4 && weight.shape().length != 3)) {
            return null;
        }
        long[] shape = weight.shape();
        int outputs = (int) shape[0];
        int groups = (int) node.attributes().integer("group", 1);
        ConvGeometry geometry = ConvGeometry.of(node.attributes(), shape);
        return layer(node, index, weight.size() / outputs, outputs, groups, geometry, bias(node, outputs));
    }

    private @Nullable AnalogLayer gemm(Node node, int index) {
        Tensor weight = floatsOf(node.input(1));
        if (weight == null || weight.shape().length != 2) {
            return null;
        }
        boolean outputsFirst = node.attributes().integer("transB", 0) != 0;
        int outputs = (int) weight.shape()[outputsFirst ? 0 : 1];
        return layer(node, index, weight.size() / outputs, outputs, 1, null, bias(node, outputs));
    }

    private @Nullable AnalogLayer matMul(Node node, int index) {
        Tensor weight = floatsOf(node.input(1));
        if (weight == null || weight.shape().length != 2 || floatsOf(node.input(0)) != null) {
            return null;
        }
        return layer(node, index, (int) weight.shape()[0], (int) weight.shape()[1], 1, null, "");
    }

    private AnalogLayer layer(
            Node node, int index, int rows, int cols, int groups, @Nullable ConvGeometry geometry, String bias) {
        String weight = resolved(node.input(1));
        String name = unique(PlainText.of(nameOf(node, index, weight)));
        return new AnalogLayer(name, index, node.op(), rows, cols, groups, geometry, node.input(0), weight, bias);
    }

    /** The bias constant's name where there is one number an output; other shapes stay a digital addition. */
    private String bias(Node node, int outputs) {
        Tensor bias = floatsOf(node.input(2));
        boolean onePerOutput = bias != null && bias.size() == outputs && last(bias.shape()) == outputs;
        return onePerOutput ? resolved(node.input(2)) : "";
    }

    private static long last(long[] shape) {
        return shape.length == 0 ? 1 : shape[shape.length - 1];
    }

    private @Nullable Tensor floatsOf(String value) {
        Tensor tensor = constants.get(resolved(value));
        return tensor != null && tensor.type() == Tensor.Type.FLOAT && tensor.size() > 0 ? tensor : null;
    }

    private String resolved(String value) {
        return aliases.getOrDefault(value, value);
    }

    private static String nameOf(Node node, int index, String weight) {
        String stem = weight.endsWith(".weight") ? weight.substring(0, weight.length() - ".weight".length()) : weight;
        boolean meaningful =
                !stem.isBlank() && !stem.startsWith("onnx::") && !stem.chars().allMatch(Character::isDigit);
        if (meaningful) {
            return stem;
        }
        return node.name().isBlank() ? node.op() + "_" + index : node.name();
    }

    private String unique(String name) {
        String candidate = name;
        for (int n = 2; !taken.add(candidate); n++) {
            candidate = name + "_" + n;
        }
        return candidate;
    }

    /** [rows, cols] row-major from [cols, rows]. */
    private static float[] transposed(float[] source, int cols, int rows) {
        float[] out = new float[source.length];
        for (int col = 0; col < cols; col++) {
            for (int row = 0; row < rows; row++) {
                out[row * cols + col] = source[col * rows + row];
            }
        }
        return out;
    }

    private static void scale(float[] values, float factor) {
        if (factor == 1) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
