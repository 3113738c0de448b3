package org.driftscope.training.gradient;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.driftscope.network.Node;
import org.driftscope.support.ModelFormatException;

/** All operators that training can pass through, by ONNX name. */
public final class DifferentiableOps {
    private static final Map<String, DifferentiableOp> OPS = Map.ofEntries(
            entry("Conv", Convolution::run),
            entry("BatchNormalization", BatchNormalization::run),
            entry("Gemm", Products::gemm),
            entry("MatMul", Products::matMul),
            entry("Relu", Activations::relu),
            entry("LeakyRelu", Activations::leakyRelu),
            entry("Elu", Activations::elu),
            entry("Sigmoid", Activations::sigmoid),
            entry("Tanh", Activations::tanh),
            entry("Clip", Activations::clip),
            entry("Softmax", Activations::softmax),
            entry("LogSoftmax", Activations::logSoftmax),
            entry("Add", Arithmetic::add),
            entry("Sub", Arithmetic::subtract),
            entry("Mul", Arithmetic::multiply),
            entry("Div", Arithmetic::divide),
            entry("MaxPool", Pooling::max),
            entry("AveragePool", Pooling::average),
            entry("GlobalAveragePool", Pooling::globalAverage),
            entry("ReduceMean", Pooling::reduceMean),
            entry("Identity", Shapes::identity),
            entry("Dropout", Shapes::identity),
            entry("Flatten", Shapes::flatten),
            entry("Reshape", Shapes::reshape),
            entry("Squeeze", Shapes::squeeze),
            entry("Unsqueeze", Shapes::unsqueeze),
            entry("Transpose", Shapes::transpose),
            entry("Concat", Pieces::concat),
            entry("Slice", Pieces::slice),
            entry("Pad", Pieces::pad));

    private DifferentiableOps() {}

    /** Names of all operators that training covers. */
    public static Set<String> names() {
        return OPS.keySet();
    }

    /** @throws ModelFormatException if the operator has no gradient here */
    public static DifferentiableOp of(String op) {
        DifferentiableOp found = OPS.get(op);
        if (found == null) {
            throw new ModelFormatException("Training through the operator " + op + " is not supported.");
        }
        return found;
    }

    /** @throws ModelFormatException naming every operator of the graph that has no gradient here */
    public static void requireAll(List<Node> nodes) {
        TreeSet<String> missing = new TreeSet<>();
        nodes.forEach(node -> missing.add(node.op()));
        missing.removeAll(OPS.keySet());
        if (!missing.isEmpty()) {
            throw new ModelFormatException(
                    "This network cannot be trained end to end: it uses " + String.join(", ", missing)
                            + ". Choose a layer-wise calibration, which needs no gradients through the network.");
        }
    }
}
