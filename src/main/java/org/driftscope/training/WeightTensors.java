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
        return new Network(
                network.name(),
                network.opset(),
                network.nodes(),
                constants,
                network.inputs(),
                network.outputs(),
                network.sha256());
    }

    private static Tensor tensor(Network network, AnalogLayer layer, WeightMatrix matrix) {
        Tensor original = network.constants().get(layer.weightValue());
        if (original == null || matrix.rows() != layer.rows() || matrix.cols() != layer.cols()) {
            throw new IllegalArgumentException("weights of " + matrix.rows() + " x " + matrix.cols() + " for layer "
                    + layer.name() + " of " + layer.rows() + " x " + layer.cols());
        }
        Attributes attributes = network.nodes().get(layer.nodeIndex()).attributes();
        boolean outputsFirst = layer.op().equals("Conv") || attributes.integer("transB", 0) != 0;
        float alpha = layer.op().equals("Gemm") ? attributes.real("alpha", 1) : 1;
        float[] values = new float[matrix.values().length];
        for (int r = 0; r < matrix.rows(); r++) {
            for (int c = 0; c < matrix.cols(); c++) {
                int place = outputsFirst ? c * matrix.rows() + r : r * matrix.cols() + c;
                values[place] = matrix.at(r, c) / alpha;
            }
        }
        return Tensor.floats(values, original.shape());
    }
}
