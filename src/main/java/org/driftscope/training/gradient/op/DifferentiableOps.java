package org.driftscope.training.gradient.op;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.support.ModelFormatException;
import org.driftscope.training.gradient.DifferentiableOp;
import org.driftscope.training.gradient.Lowering;
import org.driftscope.training.gradient.product.Contractions;
import org.driftscope.training.gradient.product.ConvolutionGradient;
import org.driftscope.training.gradient.product.ProductGradient;

/** All operators that training can pass through, by ONNX name. */
public final class DifferentiableOps {
    /** What exporters compute shapes with; known once images are. */
    private static final Set<String> ON_SHAPES = Set.of("Shape", "Size", "ConstantOfShape", "Range", "Equal");

    private static final Map<String, DifferentiableOp> OPS = all();

    private DifferentiableOps() {}

    private static Map<String, DifferentiableOp> all() {
        Map<String, DifferentiableOp> ops = new HashMap<>();
        ops.put("Conv", ConvolutionGradient::run);
        ops.put("ConvTranspose", KernelSpread::run);
        ops.put("BatchNormalization", BatchNormalization::run);
        ops.put("Gemm", ProductGradient::gemm);
        ops.put("MatMul", ProductGradient::matMul);
        ops.put("Relu", Activations::relu);
        ops.put("LeakyRelu", Activations::leakyRelu);
        ops.put("Elu", Activations::elu);
        ops.put("Sigmoid", Activations::sigmoid);
        ops.put("Tanh", Activations::tanh);
        ops.put("Clip", Activations::clip);
        ops.put("Softmax", Activations::softmax);
        ops.put("LogSoftmax", Activations::logSoftmax);
        ops.put("Add", Arithmetic::add);
        ops.put("Sub", Arithmetic::subtract);
        ops.put("Mul", Arithmetic::multiply);
        ops.put("Div", Arithmetic::divide);
        ops.put("MaxPool", Pooling::max);
        ops.put("AveragePool", Pooling::average);
        ops.put("GlobalAveragePool", Pooling::globalAverage);
        ops.put("GlobalMaxPool", Pooling::globalMax);
        ops.put("Identity", Shapes::identity);
        ops.put("Dropout", Shapes::identity);
        ops.put("Flatten", Shapes::flatten);
        ops.put("Reshape", Shapes::reshape);
        ops.put("Squeeze", Shapes::squeeze);
        ops.put("Unsqueeze", Shapes::unsqueeze);
        ops.put("Transpose", Shapes::transpose);
        ops.put("Concat", Pieces::concat);
        ops.put("Slice", Pieces::slice);
        ops.put("ReduceMean", Reductions::mean);
        ops.put("ReduceSum", Reductions::sum);
        ops.put("ReduceMax", Reductions::maximum);
        ops.put("ReduceLogSumExp", Folds::logSumExp);
        ops.put("ReduceProd", Folds::product);
        ops.put("LRN", LocalResponse::run);
        ops.put("Einsum", Contractions::run);
        ops.put("Resize", Resizing::run);
        ops.put("Upsample", Resizing::run);
        ops.put("Pad", Moved::pad);
        ops.put("TopK", Moved::best);
        ops.put("Max", Selections::maximum);
        ops.put("Min", Selections::minimum);
        ops.put("Where", Selections::where);
        ops.put("PRelu", Selections::slopeBelowZero);
        ops.put("Pow", Selections::power);
        ops.put("Cast", Shapes::identity);
        ops.put("Mod", Arithmetic::remainder);
        ops.put("CumSum", LineGradients::running);
        ops.put("Hardmax", LineGradients::largest);
        ops.put("LpNormalization", LineGradients::normalised);
        ops.put(Lowering.NORMALIZE, Normalization::run);
        ops.put(Lowering.PART, Pieces::part);
        for (String op : List.of("Gather", "Expand", "Tile", "DepthToSpace", "SpaceToDepth")) {
            ops.put(op, Moved::run);
        }
        ops.putAll(Pointwise.all());
        ops.putAll(Conditions.all());
        return Map.copyOf(ops);
    }

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

    /** Operators of a network that have no gradient here; those that only compute shapes need none. */
    public static Set<String> missing(Network network) {
        TreeSet<String> missing = new TreeSet<>();
        List<Node> nodes = Lowering.of(network).nodes();
        nodes.forEach(node -> missing.add(node.op()));
        missing.removeAll(OPS.keySet());
        missing.addAll(Conditions.loose(nodes));
        if (missing.contains("Shape")) {
            missing.removeAll(ON_SHAPES);
        }
        return missing;
    }

    /** @throws ModelFormatException naming every operator of the network that has no gradient here */
    public static void requireAll(Network network) {
        Set<String> missing = missing(network);
        if (!missing.isEmpty()) {
            throw new ModelFormatException(
                    "This network cannot be trained end to end: it uses " + String.join(", ", missing)
                            + ". Choose a layer-wise calibration, which needs no gradients through the network.");
        }
    }
}
