package org.driftscope.network.op;

import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.shape.Lines;

/** CumSum, Hardmax and LpNormalization: each element becomes something of its line along an axis. */
final class LineOperators {
    private LineOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("CumSum", LineOperators::running);
        operators.put("Hardmax", LineOperators::largest);
        operators.put("LpNormalization", LineOperators::normalised);
    }

    /** Sums of all elements up to each: with it or {@code exclusive}, from the start or in {@code reverse}. */
    private static List<Value> running(Call call) {
        Tensor in = call.tensor(0);
        Lines lines = Lines.along(in.shape(), call.axis(call.integer(1), in.shape().length));
        boolean exclusive = call.attributes().integer("exclusive", 0) != 0;
        boolean reverse = call.attributes().integer("reverse", 0) != 0;
        boolean real = in.type() == Tensor.Type.FLOAT;
        float[] reals = new float[real ? in.size() : 0];
        long[] wholes = new long[real ? 0 : in.size()];
        for (int line = 0; line < lines.count(); line++) {
            double realSum = 0;
            long wholeSum = 0;
            for (int i = 0; i < lines.length(); i++) {
                int at = lines.at(line, reverse ? lines.length() - 1 - i : i);
                double realBefore = realSum;
                long wholeBefore = wholeSum;
                if (real) {
                    realSum += in.floats()[at];
                    reals[at] = (float) (exclusive ? realBefore : realSum);
                } else {
                    wholeSum += in.longs()[at];
                    wholes[at] = exclusive ? wholeBefore : wholeSum;
                }
            }
        }
        return List.of(Value.of(real ? Tensor.floats(reals, in.shape()) : Tensor.ints(wholes, in.shape())));
    }

    /** 1 at the first of the largest elements, 0 elsewhere; up to opset 12 over all axes from {@code axis} on. */
    private static List<Value> largest(Call call) {
        Tensor in = call.tensor(0);
        boolean oneAxis = call.opset() >= 13;
        int axis = call.axis(call.attributes().integer("axis", oneAxis ? -1 : 1), in.shape().length);
        Lines lines = oneAxis ? Lines.along(in.shape(), axis) : Lines.from(in.shape(), axis);
        float[] out = new float[in.size()];
        for (int line = 0; line < lines.count() && lines.length() > 0; line++) {
            int best = lines.at(line, 0);
            for (int i = 1; i < lines.length(); i++) {
                int at = lines.at(line, i);
                best = in.floats()[at] > in.floats()[best] ? at : best;
            }
            out[best] = 1;
        }
        return List.of(Value.of(Tensor.floats(out, in.shape())));
    }

    /** Divided by the line's sum of absolute values ({@code p} 1) or the root of its squares' (2); lines of 0 stay. */
    private static List<Value> normalised(Call call) {
        Tensor in = call.tensor(0);
        Lines lines = Lines.along(in.shape(), call.axis(call.attributes().integer("axis", -1), in.shape().length));
        boolean absolute = call.attributes().integer("p", 2) == 1;
        float[] out = in.floats().clone();
        for (int line = 0; line < lines.count(); line++) {
            double sum = 0;
            for (int i = 0; i < lines.length(); i++) {
                double x = out[lines.at(line, i)];
                sum += absolute ? Math.abs(x) : x * x;
            }
            double norm = absolute ? sum : Math.sqrt(sum);
            for (int i = 0; i < lines.length() && norm != 0; i++) {
                out[lines.at(line, i)] /= (float) norm;
            }
        }
        return List.of(Value.of(Tensor.floats(out, in.shape())));
    }
}
