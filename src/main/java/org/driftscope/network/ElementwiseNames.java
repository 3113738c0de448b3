package org.driftscope.network;

import java.util.List;

/** ONNX's names of operators that work element by element, by the kind of numbers they take; for all rules about them. */
public final class ElementwiseNames {
    /** One input of floats. */
    public static final List<String> REAL = List.of(
            "LeakyRelu",
            "Sigmoid",
            "Tanh",
            "Exp",
            "Log",
            "Sqrt",
            "Erf",
            "Reciprocal",
            "Elu",
            "Selu",
            "Gelu",
            "HardSigmoid",
            "HardSwish",
            "Celu",
            "Softplus",
            "Softsign",
            "Mish",
            "ThresholdedRelu",
            "Shrink",
            "Floor",
            "Ceil",
            "Round",
            "Sin",
            "Cos",
            "Swish");

    /** One input of any numbers. */
    public static final List<String> NUMBERS = List.of("Relu", "Abs", "Neg", "Sign");

    /** Inputs of one type of numbers, broadcast. */
    public static final List<String> ARITHMETIC = List.of("Add", "Sub", "Mul", "Div", "Min", "Max", "Sum", "Mod");

    /** Two inputs of one type of numbers, broadcast; the result is true or false. */
    public static final List<String> COMPARISONS = List.of("Greater", "Less", "GreaterOrEqual", "LessOrEqual");

    /** Inputs of true or false, broadcast. */
    public static final List<String> LOGIC = List.of("And", "Or", "Xor");

    private ElementwiseNames() {}
}
