package org.driftscope.network.op;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.LongStream;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Broadcasting;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.RowReduction;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.array.Walk;
import org.jspecify.annotations.Nullable;

/** ReduceMean, ReduceSum, ReduceMax and their kin: axes are an attribute at first, an input from opset 13 (sum) or 18 on. */
final class ReductionOperators {
    private ReductionOperators() {}

    static void register(Map<String, Operator> operators) {
        for (Kind kind : Kind.values()) {
            int axesAreInputFrom = kind == Kind.SUM ? 13 : 18;
            operators.put("Reduce" + kind.operator, call -> reduce(call, axesAreInputFrom, kind));
        }
    }

    private enum Kind {
        SUM("Sum", 0, (total, x) -> total + x),
        MEAN("Mean", 0, (total, x) -> total + x),
        MAX("Max", Double.NEGATIVE_INFINITY, Math::max),
        MIN("Min", Double.POSITIVE_INFINITY, Math::min),
        PROD("Prod", 1, (total, x) -> total * x),
        L1("L1", 0, (total, x) -> total + Math.abs(x)),
        L2("L2", 0, (total, x) -> total + x * x),
        SUM_SQUARE("SumSquare", 0, (total, x) -> total + x * x),
        LOG_SUM("LogSum", 0, (total, x) -> total + x),
        LOG_SUM_EXP("LogSumExp", Double.NEGATIVE_INFINITY, Kind::logOfSum);

        private final String operator;
        private final double start;
        private final DoubleBinaryOperator join;

        Kind(String operator, double start, DoubleBinaryOperator join) {
            this.operator = operator;
            this.start = start;
            this.join = join;
        }

        double join(double total, double value) {
            return join.applyAsDouble(total, value);
        }

        /** What is summed, for kinds that sum; else null. */
        RowReduction.@Nullable Term term() {
            return switch (this) {
                case SUM, MEAN, LOG_SUM -> RowReduction.Term.ITSELF;
                case L1 -> RowReduction.Term.ABSOLUTE;
                case L2, SUM_SQUARE -> RowReduction.Term.SQUARE;
                default -> null;
            };
        }

        double finish(double total, double count) {
            return switch (this) {
                case MEAN -> total / count;
                case L2 -> Math.sqrt(total);
                case LOG_SUM -> Math.log(total);
                default -> total;
            };
        }

        /** log(exp a + exp b). */
        private static double logOfSum(double a, double b) {
            double larger = Math.max(a, b);
            return Double.isInfinite(larger) ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
        }
    }

    private static List<Value> reduce(Call call, int axesAreInputFrom, Kind kind) {
        Elements in = call.elements(0);
        long[] axes = axes(call, axesAreInputFrom);
        // along no axis at all the functions of single elements are still applied, such as the square
        boolean none = axes.length == 0 && call.attributes().integer("noop_with_empty_axes", 0) != 0;
        boolean[] reduced = new boolean[in.rank()];
        Arrays.fill(reduced, axes.length == 0 && !none);
        LongStream.of(axes).forEach(axis -> reduced[call.axis(axis, in.rank())] = true);
        long[] kept = in.shape().clone();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = reduced[i] ? 1 : kept[i];
        }
        double[] totals = totals(in, kept, kind);
        boolean keep = call.attributes().integer("keepdims", 1) != 0;
        long[] shape = keep ? kept : without(kept, reduced);
        return List.of(Value.of(tensor(in.type(), totals, shape)));
    }

    private static long[] axes(Call call, int inputFrom) {
        if (call.opset() < inputFrom) {
            return call.attributes().integers("axes");
        }
        return call.has(1) ? call.integers(1) : new long[0];
    }

    private static double[] totals(Elements in, long[] kept, Kind kind) {
        double[] totals = new double[(int) Elements.size(kept)];
        Arrays.fill(totals, kind.start);
        long[] steps = Broadcasting.strides(kept, Elements.rowMajor(kept), in.shape());
        RowReduction.Term term = in.isFloat() ? kind.term() : null;
        if (term != null) {
            RowReduction rows = new RowReduction(term);
            FloatBuffer x = in.floats();
            Walk.rows(
                    in.shape(),
                    in.strides(),
                    steps,
                    steps,
                    (at, step, to, toStep, again, againStep, count) ->
                            rows.row(x, at, step, totals, to, toStep, count));
            return finished(totals, in, kind);
        }
        Walk.rows(in.shape(), in.strides(), steps, steps, (at, step, to, toStep, again, againStep, count) -> {
            for (int i = 0; i < count; i++) {
                int target = to + i * toStep;
                totals[target] = kind.join(totals[target], element(in, at + i * step));
            }
        });
        return finished(totals, in, kind);
    }

    private static double[] finished(double[] totals, Elements in, Kind kind) {
        double count = (double) Elements.size(in.shape()) / totals.length;
        Arrays.setAll(totals, i -> kind.finish(totals[i], count));
        return totals;
    }

    private static double element(Elements in, int index) {
        if (in.isFloat()) {
            FloatBuffer floats = in.floats();
            return floats.get(index);
        }
        return in.longs().get(index);
    }

    private static long[] without(long[] shape, boolean[] dropped) {
        return LongStream.range(0, shape.length)
                .filter(axis -> !dropped[(int) axis])
                .map(axis -> shape[(int) axis])
                .toArray();
    }

    private static Tensor tensor(Tensor.Type type, double[] totals, long[] shape) {
        if (type != Tensor.Type.FLOAT) {
            // of no elements the largest is false, the smallest true
            boolean flags = type == Tensor.Type.BOOL;
            long[] wholes = Arrays.stream(totals)
                    .mapToLong(v -> (long) (flags ? Math.max(0, Math.min(1, v)) : v))
                    .toArray();
            return flags ? Tensor.bools(wholes, shape) : Tensor.ints(wholes, shape);
        }
        float[] floats = new float[totals.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) totals[i];
        }
        return Tensor.floats(floats, shape);
    }
}
