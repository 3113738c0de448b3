package org.driftscope.network.op.product;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Broadcasting;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.StridedCopy;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.shape.EinsumTerms;

/** Einsum: sums products over the letters that the output lacks. */
public final class EinsumOperator implements Operator {
    @Override
    public List<Value> apply(Call call) {
        return call.inputs() == 1 ? reordered(call) : contracted(call);
    }

    /** Of one operand whose axes are all kept the result is a copy in another order. */
    private static List<Value> reordered(Call call) {
        Elements in = call.elements(0);
        EinsumTerms terms = EinsumTerms.of(call.attributes().text("equation", ""), in.shape());
        String letters = terms.operands().get(0);
        if (letters.chars().distinct().count() != letters.length()
                || !terms.summed().isEmpty()) {
            return contracted(call);
        }
        Elements out = in.fresh(terms.outputShape());
        long[] steps = terms.steps(0, in.strides(), terms.output());
        StridedCopy.copy(in, 0, steps, out, 0, out.strides(), out.shape());
        return List.of(out.value());
    }

    private static List<Value> contracted(Call call) {
        List<Tensor> operands = new ArrayList<>();
        long[][] shapes = new long[call.inputs()][];
        for (int i = 0; i < shapes.length; i++) {
            operands.add(call.tensor(i));
            shapes[i] = operands.get(i).shape();
        }
        EinsumTerms terms = EinsumTerms.of(call.attributes().text("equation", ""), shapes);
        long[] kept = terms.outputShape();
        long[] summed = terms.sizesOf(terms.summed());
        long[][] keptSteps = new long[shapes.length][];
        long[][] summedSteps = new long[shapes.length][];
        for (int i = 0; i < shapes.length; i++) {
            long[] strides = Elements.rowMajor(shapes[i]);
            keptSteps[i] = terms.steps(i, strides, terms.output());
            summedSteps[i] = terms.steps(i, strides, terms.summed());
        }
        float[] out = new float[(int) Elements.size(kept)];
        int count = (int) Elements.size(summed);
        for (int at = 0; at < out.length; at++) {
            double sum = 0;
            for (int term = 0; term < count; term++) {
                double product = 1;
                for (int i = 0; i < shapes.length; i++) {
                    long place = Broadcasting.offset(at, kept, keptSteps[i])
                            + Broadcasting.offset(term, summed, summedSteps[i]);
                    product *= operands.get(i).floats()[(int) place];
                }
                sum += product;
            }
            out[at] = (float) sum;
        }
        return List.of(Value.of(Tensor.floats(out, kept)));
    }
}
