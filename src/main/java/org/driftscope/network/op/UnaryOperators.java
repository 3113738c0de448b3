package org.driftscope.network.op;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongUnaryOperator;
import org.driftscope.network.Attributes;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Clamp;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.ErrorFunctions;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Reciprocal;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/** Functions of one number, applied to every element; the memory's layout does not matter to them. */
final class UnaryOperators {
    private UnaryOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("Relu", floatsOr((x, z, a) -> Clamp.POSITIVE_PART.run(x, z), v -> Math.max(v, 0)));
        operators.put("LeakyRelu", floats((x, z, a) -> exec(new LeakyReLU(x, z, a.real("alpha", 0.01f)))));
        operators.put("Sigmoid", floats(simple(Sigmoid::new)));
        operators.put("Tanh", floats(simple(Tanh::new)));
        operators.put("Exp", floats(simple(Exp::new)));
        operators.put("Log", floats(simple(Log::new)));
        operators.put("Sqrt", floats(simple(Sqrt::new)));
        operators.put("Erf", floats((x, z, a) -> erf(x, z)));
        operators.put("Reciprocal", floats(simple(Reciprocal::new)));
        operators.put("Abs", floatsOr(simple(Abs::new), Math::abs));
        operators.put("Neg", floatsOr(simple(Negative::new), v -> -v));
        operators.put("Elu", floats((x, z, a) -> exponential(x, z, a.real("alpha", 1), 1)));
        operators.put("Selu", floats(UnaryOperators::selu));
        operators.put("Gelu", floats(UnaryOperators::gelu));
        operators.put("HardSigmoid", floats(UnaryOperators::hardSigmoid));
        operators.put("HardSwish", floats(UnaryOperators::hardSwish));
    }

    /** Computes z from x, which may be the same array. */
    @FunctionalInterface
    private interface Kernel {
        void run(INDArray x, INDArray z, Attributes attributes);
    }

    private static Operator floats(Kernel kernel) {
        return call -> {
            if (Elements.size(call.shape(0)) == 0) {
                return List.of(Elements.plain(Tensor.Type.FLOAT, call.shape(0)).value());
            }
            Value.Native x = call.asNative(0);
            INDArray z = call.overwritable(0)
                    ? x.array()
                    : call.uninitialized(x.array().shape());
            kernel.run(x.array(), z, call.attributes());
            return List.of(new Value.Native(z, x.channelsLast()));
        };
    }

    private static Operator floatsOr(Kernel kernel, LongUnaryOperator whole) {
        Operator floats = floats(kernel);
        return call -> Elements.of(call.value(0)).type() == Tensor.Type.INT
                ? List.of(Value.of(mapped(call.tensor(0), whole)))
                : floats.apply(call);
    }

    /** The tensor with a function applied to its integers. */
    static Tensor mapped(Tensor tensor, LongUnaryOperator function) {
        long[] values = tensor.longs().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsLong(values[i]);
        }
        return Tensor.ints(values, tensor.shape());
    }

    private static Kernel simple(BiFunction<INDArray, INDArray, Op> op) {
        return (x, z, attributes) -> exec(op.apply(x, z));
    }

    private static void exec(Op op) {
        Nd4j.getExecutioner().exec(op);
    }

    private static void erf(INDArray x, INDArray z) {
        ErrorFunctions.run(NativeArrays.buffer(x), NativeArrays.buffer(z), (int) x.length());
    }

    private static void selu(INDArray x, INDArray z, Attributes attributes) {
        float alpha = attributes.real("alpha", 1.67326319f);
        exponential(x, z, alpha, attributes.real("gamma", 1.05070102f));
    }

    /** gamma x for x > 0, else gamma alpha (exp x - 1). */
    private static void exponential(INDArray x, INDArray z, float alpha, float gamma) {
        try (INDArray negative = NativeArrays.uninitialized(x.shape())) {
            Clamp.NEGATIVE_PART.run(x, negative);
            exec(new Exp(negative, negative));
            negative.subi(1).muli(alpha);
            Clamp.POSITIVE_PART.run(x, z);
            z.addi(negative).muli(gamma);
        }
    }

    /** x Phi(x), Phi from erf or, on request, from tanh. */
    private static void gelu(INDArray x, INDArray z, Attributes attributes) {
        try (INDArray phi = NativeArrays.uninitialized(x.shape())) {
            if (attributes.text("approximate", "none").equals("tanh")) {
                try (INDArray cube = x.mul(x).muli(x).muli(0.044715f)) {
                    x.addi(cube, phi).muli((float) Math.sqrt(2 / Math.PI));
                }
                exec(new Tanh(phi, phi));
            } else {
                x.muli((float) Math.sqrt(0.5), phi);
                erf(phi, phi);
            }
            phi.addi(1).muli(0.5f);
            x.muli(phi, z);
        }
    }

    private static void hardSigmoid(INDArray x, INDArray z, Attributes attributes) {
        x.muli(attributes.real("alpha", 0.2f), z).addi(attributes.real("beta", 0.5f));
        Clamp.SHARE.run(z, z);
    }

    private static void hardSwish(INDArray x, INDArray z, Attributes attributes) {
        try (INDArray gate = x.mul(1f / 6)) {
            gate.addi(0.5f);
            Clamp.SHARE.run(gate, gate);
            x.muli(gate, z);
        }
    }
}
