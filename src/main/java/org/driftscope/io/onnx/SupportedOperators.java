package org.driftscope.io.onnx;

import java.util.Set;

/** The one place that says which operators the network room runs. */
final class SupportedOperators {
    private static final Set<String> NAMES = Set.of(
            ("Conv Gemm MatMul BatchNormalization Relu LeakyRelu PRelu Elu Selu Gelu Clip Sigmoid Tanh HardSigmoid"
                            + " HardSwish Erf Exp Log Sqrt Pow Neg Abs Reciprocal Add Sub Mul Div Min Max Sum MaxPool"
                            + " AveragePool GlobalAveragePool GlobalMaxPool Flatten Reshape Transpose Squeeze Unsqueeze"
                            + " Concat Split Slice Pad Gather Shape Expand Cast Constant ConstantOfShape Identity"
                            + " Dropout Softmax LogSoftmax ReduceMean ReduceSum ReduceMax LayerNormalization Where"
                            + " Equal")
                    .split(" "));

    private SupportedOperators() {}

    static boolean contains(String op, int opset) {
        return NAMES.contains(op) && opset >= 7;
    }
}
