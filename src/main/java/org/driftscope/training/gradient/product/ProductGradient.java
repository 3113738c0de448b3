package org.driftscope.training.gradient.product;

import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gemm and MatMul. */
public final class ProductGradient {
    private ProductGradient() {}

    /** {@code alpha op(A) op(B) + beta C}, where op transposes or not. */
    public static Recorded gemm(OpCall call) {
        INDArray a = call.input(0);
        INDArray b = call.input(1);
        boolean transA = call.attributes().integer("transA", 0) != 0;
        boolean transB = call.attributes().integer("transB", 0) != 0;
        float alpha = call.attributes().real("alpha", 1);
        float beta = call.attributes().real("beta", 1);
        INDArray output = product(a, b, transA, transB).muli(alpha);
        boolean bias = call.has(2);
        if (bias) {
            output.addi(call.input(2).mul(beta).broadcast(output.shape()));
        }
        return new Recorded(output, (gradient, inputs) -> {
            INDArray scaled = gradient.mul(alpha);
            if (inputs.wanted(0)) {
                inputs.add(0, transA ? product(b, scaled, transB, true) : product(scaled, b, false, !transB));
            }
            if (inputs.wanted(1)) {
                inputs.add(1, transB ? product(scaled, a, true, transA) : product(a, scaled, !transA, false));
            }
            if (bias && inputs.wanted(2)) {
                inputs.add(2, biasGradient(gradient.mul(beta), call.input(2)));
            }
        });
    }

    /** A matrix on the right and anything with as many rows on the left is one product; else as many as there are. */
    public static Recorded matMul(OpCall call) {
        INDArray left = call.input(0);
        INDArray right = call.input(1);
        if (right.rank() != 2 || left.rank() < 2) {
            return BatchedProduct.run(call);
        }
        long[] shape = left.shape().clone();
        long rows = left.length() / right.size(0);
        INDArray flat = left.reshape('c', rows, right.size(0));
        shape[shape.length - 1] = right.size(1);
        INDArray output = product(flat, right, false, false).reshape('c', shape);
        return new Recorded(output, (gradient, inputs) -> {
            INDArray flatGradient = gradient.reshape('c', rows, right.size(1));
            if (inputs.wanted(0)) {
                inputs.add(0, product(flatGradient, right, false, true).reshape('c', left.shape()));
            }
            if (inputs.wanted(1)) {
                inputs.add(1, product(flat, flatGradient, true, false));
            }
        });
    }

    private static INDArray biasGradient(INDArray gradient, INDArray bias) {
        if (bias.length() == 1) {
            return gradient.sum().reshape(bias.shape());
        }
        boolean perRow = bias.rank() == 2 && bias.size(1) == 1;
        boolean full = bias.length() == gradient.length();
        INDArray sums = full ? gradient : gradient.sum(perRow ? 1 : 0);
        return sums.reshape(bias.shape());
    }

    /** op(A) op(B), row-major. */
    private static INDArray product(INDArray a, INDArray b, boolean transA, boolean transB) {
        INDArray product = Nd4j.gemm(a, b, transA, transB);
        return product.ordering() == 'c' ? product : product.dup('c');
    }
}
