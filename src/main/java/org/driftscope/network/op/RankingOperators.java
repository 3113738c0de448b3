package org.driftscope.network.op;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.shape.Lines;

/** TopK, ArgMax and ArgMin along an axis. */
final class RankingOperators {
    private RankingOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("TopK", RankingOperators::best);
        operators.put("ArgMax", call -> place(call, true));
        operators.put("ArgMin", call -> place(call, false));
    }

    private static double element(Tensor tensor, int index) {
        return tensor.type() == Tensor.Type.FLOAT ? tensor.floats()[index] : tensor.longs()[index];
    }

    private static List<Value> best(Call call) {
        Tensor in = call.tensor(0);
        long[] shape = in.shape();
        int axis = call.axis(call.attributes().integer("axis", -1), shape.length);
        int k = (int) (call.opset() < 10 ? call.attributes().integer("k", 1) : call.integer(1));
        double sign = call.attributes().integer("largest", 1) != 0 ? -1 : 1;
        Lines lines = Lines.along(shape, axis);
        shape[axis] = k;
        float[] reals = new float[in.type() == Tensor.Type.FLOAT ? lines.count() * k : 0];
        long[] wholes = new long[in.type() == Tensor.Type.FLOAT ? 0 : lines.count() * k];
        long[] places = new long[lines.count() * k];
        for (int line = 0; line < lines.count(); line++) {
            int own = line;
            int[] order = IntStream.range(0, lines.length())
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> sign * element(in, lines.at(own, i))))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = 0; i < k; i++) {
                int to = lines.at(line, i, k);
                int from = lines.at(line, order[i]);
                places[to] = order[i];
                if (in.type() == Tensor.Type.FLOAT) {
                    reals[to] = in.floats()[from];
                } else {
                    wholes[to] = in.longs()[from];
                }
            }
        }
        Tensor values = in.type() == Tensor.Type.FLOAT ? Tensor.floats(reals, shape) : Tensor.ints(wholes, shape);
        return List.of(Value.of(values), Value.of(Tensor.ints(places, shape)));
    }

    private static List<Value> place(Call call, boolean largest) {
        Tensor in = call.tensor(0);
        long[] shape = in.shape();
        int axis = call.axis(call.attributes().integer("axis", 0), shape.length);
        boolean last = call.attributes().integer("select_last_index", 0) != 0;
        Lines lines = Lines.along(shape, axis);
        long[] places = new long[lines.count()];
        for (int line = 0; line < places.length; line++) {
            int best = 0;
            for (int i = 1; i < lines.length(); i++) {
                double value = element(in, lines.at(line, i));
                double record = element(in, lines.at(line, best));
                boolean better = largest ? value > record : value < record;
                best = better || (last && value == record) ? i : best;
            }
            places[line] = best;
        }
        shape[axis] = 1;
        long[] kept = call.attributes().integer("keepdims", 1) != 0
                ? shape
                : IntStream.range(0, shape.length)
                        .filter(i -> i != axis)
                        .mapToLong(i -> shape[i])
                        .toArray();
        return List.of(Value.of(Tensor.ints(places, kept)));
    }
}
