package org.driftscope.training;

import java.util.HashMap;
import java.util.Map;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;

/** Puts weight matrices as crossbars hold them back into a network's constants; the inverse of its weights. */
public final class WeightTensors {
    private WeightTensors() {}

    /**
     * The network with other weights in some layers, e.g. the drifted ones of a chip.
     *
     * @param weights by analog layer's name, [rows, cols]
     * @return a new network that shares all other constants; read its weights with {@link Network#weights()}
     */
    public static Network into(Network network, Map<String, WeightMatrix> weights) {
        Map<String, Tensor> constants = new HashMap<>(network.constants());
        weights.forEach((name, matrix) -> {
            AnalogLayer layer = network.analogLayer(name);
            constants.put(layer.weightValue(), tensor(network, layer, matrix));
        });
        return network.withConstants(constants);
    }

    private static Tensor tensor(Network network, AnalogLayer layer, WeightMatrix matrix) {
        Tensor original = network.constants().get(layer.weightValue());
        if (original == null || matrix.rows() != layer.rows() || matrix.cols() != layer.cols()) {
            throw new IllegalArgumentException("weights of " + matrix.rows() + " x " + matrix.cols() + " for layer "
                    + layer.name() + " of " + layer.rows() + " x " + layer.cols());
        }
        float[] values = new float[matrix.values().length];
        copy(network, layer, matrix.values(), values, 0);
        return Tensor.floats(values, original.shape());
    }

    /**
     * Copies weights as they lie on a crossbar into a vector of tensors.
     *
     * @param matrix row-major [rows, cols]
     * @param target receives them from {@code offset} on, in the order of the layer's tensor
     */
    public static void copy(Network network, AnalogLayer layer, float[] matrix, float[] target, int offset) {
        float alpha = alpha(network, layer);
        for (int i = 0; i < matrix.length; i++) {
            target[offset + place(network, layer, i)] = matrix[i] / alpha;
        }
    }

    /**
     * The gradient by weights as they lie on a crossbar, from the gradient by the layer's tensor.
     *
     * @param gradient of a vector of tensors, of which the layer's begins at {@code offset}
     * @return row-major [rows, cols]
     */
    public static float[] gradient(Network network, AnalogLayer layer, float[] gradient, int offset) {
        float alpha = alpha(network, layer);
        float[] matrix = new float[layer.rows() * layer.cols()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = gradient[offset + place(network, layer, i)] / alpha;
        }
        return matrix;
    }

    /** Where a weight of the matrix lies in the tensor. */
    private static int place(Network network, AnalogLayer layer, int index) {
        boolean outputsFirst =
                layer.op().equals("Conv") || attributes(network, layer).integer("transB", 0) != 0;
        int row = index / layer.cols();
        int col = index % layer.cols();
        return outputsFirst ? col * layer.rows() + row : index;
    }

    private static float alpha(Network network, AnalogLayer layer) {
        return layer.op().equals("Gemm") ? attributes(network, layer).real("alpha", 1) : 1;
    }

    private static Attributes attributes(Network network, AnalogLayer layer) {
        return network.nodes().get(layer.nodeIndex()).attributes();
    }
}
