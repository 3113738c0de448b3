package org.driftscope.training.gradient;

import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One node about to run.
 *
 * @param node what to do
 * @param values float values by name, as far as they are computed
 * @param constants the graph's constants, for inputs that are settings such as a shape
 * @param opset of the graph
 * @param mode how batch norm behaves
 * @param moments receives each training batch norm's batch statistics
 */
public record OpCall(
        Node node,
        Map<String, INDArray> values,
        Map<String, Tensor> constants,
        int opset,
        BatchNormMode mode,
        MomentsListener moments) {
    /** Hears what a batch norm saw. */
    @FunctionalInterface
    public interface MomentsListener {
        void observed(Node node, BatchMoments moments);
    }

    public INDArray input(int index) {
        INDArray value = values.get(node.input(index));
        if (value == null) {
            throw new ModelFormatException("Training cannot find input " + index + " ('" + node.input(index)
                    + "') of node " + node.name() + " (" + node.op() + ").");
        }
        return value;
    }

    public boolean has(int index) {
        return node.hasInput(index);
    }

    public int inputs() {
        return node.inputs().size();
    }

    public Attributes attributes() {
        return node.attributes();
    }

    /** An input that is a setting: whole numbers known before anything runs. */
    public long[] integers(int index) {
        Tensor tensor = constants.get(node.input(index));
        if (tensor == null || tensor.type() == Tensor.Type.FLOAT) {
            throw unsupported("input " + index + " has to be constant whole numbers");
        }
        return tensor.longs().clone();
    }

    /** A setting from an input (newer opsets) or from an attribute (older ones). */
    public long[] integers(int index, String attribute, long... otherwise) {
        return has(index) ? integers(index) : attributes().integers(attribute, otherwise);
    }

    /** A number from an input (newer opsets) or from an attribute (older ones). */
    public float real(int index, String attribute, float otherwise) {
        return has(index) ? input(index).getFloat(0) : attributes().real(attribute, otherwise);
    }

    /** A constant number of either kind. */
    public double number(int index) {
        Tensor tensor = constants.get(node.input(index));
        if (tensor == null || tensor.size() != 1) {
            throw unsupported("input " + index + " has to be a constant number");
        }
        return tensor.type() == Tensor.Type.FLOAT ? tensor.floats()[0] : tensor.longs()[0];
    }

    /** A sentence that names this node. */
    public ModelFormatException unsupported(String why) {
        return new ModelFormatException(
                "Training through node " + node.name() + " (" + node.op() + ") is not supported: " + why + ".");
    }
}
