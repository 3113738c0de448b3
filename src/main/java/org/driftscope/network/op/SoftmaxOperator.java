package org.driftscope.network.op;

import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;

/**
 * Softmax and LogSoftmax. Up to opset 12 over all axes from {@code axis} (default 1) on taken as one; from 13 on over
 * that axis alone (default -1).
 */
final class SoftmaxOperator implements Operator {
    private final boolean logarithm;

    private SoftmaxOperator(boolean logarithm) {
        this.logarithm = logarithm;
    }

    static void register(Map<String, Operator> operators) {
        operators.put("Softmax", new SoftmaxOperator(false));
        operators.put("LogSoftmax", new SoftmaxOperator(true));
    }

    @Override
    public List<Value> apply(Call call) {
        Tensor in = call.tensor(0);
        long[] shape = in.shape();
        boolean oneAxis = call.opset() >= 13;
        int axis = call.axis(call.attributes().integer("axis", oneAxis ? -1 : 1), shape.length);
        int inner = 1;
        int length = 1;
        for (int i = axis; i < shape.length; i++) {
            if (oneAxis && i > axis) {
                inner *= (int) shape[i];
            } else {
                length *= (int) shape[i];
            }
        }
        float[] out = in.floats().clone();
        for (int start = 0; start < out.length; start++) {
            if (start / inner % length == 0) {
                normalise(out, start, inner, length);
            }
        }
        return List.of(Value.of(Tensor.floats(out, shape)));
    }

    private void normalise(float[] values, int start, int step, int length) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < length; i++) {
            largest = Math.max(largest, values[start + i * step]);
        }
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double exp = Math.exp(values[start + i * step] - largest);
            sum += exp;
            if (!logarithm) {
                values[start + i * step] = (float) exp;
            }
        }
        double logOfSum = Math.log(sum);
        for (int i = 0; i < length; i++) {
            int at = start + i * step;
            // apart from each other: the logarithm is lost in the largest of logits such as 1e17
            values[at] = (float) (logarithm ? values[at] - largest - logOfSum : values[at] / sum);
        }
    }
}
