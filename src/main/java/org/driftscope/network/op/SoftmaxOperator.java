package org.driftscope.network.op;

import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.shape.Lines;

/**
 * Softmax and LogSoftmax. Up to opset 12 over all axes from {@code axis} (default 1) on taken as one; from 13 on over
 * that axis alone (default -1).
 */
final class SoftmaxOperator implements Operator {
    /** e to less than this is 0 as a float. */
    private static final double LEAST = -110;

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
        Lines lines = oneAxis ? Lines.along(shape, axis) : Lines.from(shape, axis);
        float[] out = in.floats().clone();
        double[] line = new double[lines.length()];
        for (int i = 0; i < lines.count(); i++) {
            normalise(out, lines.at(i, 0), lines.inner(), line);
        }
        return List.of(Value.of(Tensor.floats(out, shape)));
    }

    /** @param line room for the line's numbers */
    private void normalise(float[] values, int start, int step, double[] line) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < line.length; i++) {
            largest = Math.max(largest, values[start + i * step]);
        }
        for (int i = 0; i < line.length; i++) {
            line[i] = values[start + i * step] - largest;
        }
        exponentials(line);
        double sum = 0;
        for (double exponential : line) {
            sum += exponential;
        }
        double logOfSum = Math.log(sum);
        for (int i = 0; i < line.length; i++) {
            int at = start + i * step;
            // apart from each other: the logarithm is lost in the largest of logits such as 1e17
            values[at] = (float) (logarithm ? values[at] - largest - logOfSum : line[i] / sum);
        }
    }

    /**
     * e to numbers of at most 0, to 2e-8 of each: the Taylor series at a 256th of the number, squared eight times. There is
     * nothing in it that the compiler does not make vector instructions of, as there is in the library's function.
     */
    private static void exponentials(double[] x) {
        for (int i = 0; i < x.length; i++) {
            double t = Math.max(x[i], LEAST) / 256;
            double e = 1 + t * (1.0 / 9);
            e = 1 + t * (1.0 / 8) * e;
            e = 1 + t * (1.0 / 7) * e;
            e = 1 + t * (1.0 / 6) * e;
            e = 1 + t * (1.0 / 5) * e;
            e = 1 + t * (1.0 / 4) * e;
            e = 1 + t * (1.0 / 3) * e;
            e = 1 + t * (1.0 / 2) * e;
            e = 1 + t * e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            x[i] = e;
        }
    }
}
