package org.driftscope.network.op.array;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.driftscope.network.Tensor;
import org.jspecify.annotations.Nullable;

/** NumPy's broadcasting: shapes are aligned at their ends, axes of size 1 (or missing) repeat. */
public final class Broadcasting {
    private Broadcasting() {}

    /** The common shape. */
    public static long[] shape(Call call, long[] a, long[] b) {
        long[] common = common(a, b);
        if (common == null) {
            throw call.failure(
                    "joins shapes " + Arrays.toString(a) + " and " + Arrays.toString(b) + ", which do not fit");
        }
        return common;
    }

    /** The common shape of two, or null where they do not fit. */
    public static long @Nullable [] common(long[] a, long[] b) {
        long[] out = new long[Math.max(a.length, b.length)];
        for (int i = 0; i < out.length; i++) {
            long p = sizeAt(a, i - (out.length - a.length));
            long q = sizeAt(b, i - (out.length - b.length));
            if (p != q && p != 1 && q != 1) {
                return null;
            }
            out[i] = p == 1 ? q : p;
        }
        return out;
    }

    /** Which element of a row-major operand is joined with element number {@code flat} of the common shape. */
    public static long place(long flat, long[] common, long[] operand) {
        return offset(flat, common, strides(operand, Elements.rowMajor(operand), common));
    }

    private static long sizeAt(long[] shape, int axis) {
        return axis < 0 ? 1 : shape[axis];
    }

    /** Steps through an operand while walking over the common shape: 0 along the axes that repeat. */
    public static long[] strides(long[] shape, long[] strides, long[] common) {
        long[] out = new long[common.length];
        int missing = common.length - shape.length;
        for (int i = 0; i < shape.length; i++) {
            out[missing + i] = shape[i] == 1 ? 0 : strides[i];
        }
        return out;
    }

    /** A function of floats; the result lies as the larger operand does. */
    public static Value floats(Call call, Value left, Value right, DoubleBinaryOperator function) {
        Elements a = call.elements(left);
        Elements b = realOf(call, right);
        long[] common = shape(call, a.shape(), b.shape());
        boolean leftLarger = Elements.size(a.shape()) >= Elements.size(b.shape());
        Elements out = (leftLarger ? a : b).fresh(common);
        run(a, b, out, function);
        return out.value();
    }

    /** One of the functions that whole rows are computed of at once. */
    public static Value floats(Call call, Value left, Value right, RowFunction function) {
        Elements a = call.elements(left);
        Elements b = realOf(call, right);
        long[] common = shape(call, a.shape(), b.shape());
        boolean leftLarger = Elements.size(a.shape()) >= Elements.size(b.shape());
        Elements out = (leftLarger ? a : b).fresh(common);
        new RowProgram(2, List.of(new RowProgram.Step(function, 0, 1))).run(List.of(a, b), out);
        return out.value();
    }

    public static Tensor floats(Call call, Tensor left, Tensor right, DoubleBinaryOperator function) {
        return floats(call, Value.of(left), Value.of(right), function).tensor();
    }

    /** A function of integers; of reals, cut to integers, where the right operand holds floats (Pow). */
    public static Tensor integers(
            Call call, Tensor left, Tensor right, @Nullable DoubleBinaryOperator real, LongBinaryOperator function) {
        long[] common = shape(call, left.shape(), right.shape());
        long[] leftSteps = strides(left.shape(), Elements.rowMajor(left.shape()), common);
        long[] rightSteps = strides(right.shape(), Elements.rowMajor(right.shape()), common);
        long[] out = new long[(int) Elements.size(common)];
        DoubleBinaryOperator mixed = right.type() == Tensor.Type.FLOAT ? real : null;
        for (int i = 0; i < out.length; i++) {
            long x = left.longs()[(int) offset(i, common, leftSteps)];
            int at = (int) offset(i, common, rightSteps);
            out[i] = mixed != null
                    ? (long) mixed.applyAsDouble(x, right.floats()[at])
                    : function.applyAsLong(x, right.longs()[at]);
        }
        return Tensor.ints(out, common);
    }

    /** Where element number {@code flat} of a shape lies, walking by {@code steps}. */
    public static long offset(long flat, long[] shape, long[] steps) {
        long offset = 0;
        long rest = flat;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            offset += rest % shape[axis] * steps[axis];
            rest /= shape[axis];
        }
        return offset;
    }

    private static Elements realOf(Call call, Value value) {
        Elements elements = call.elements(value);
        if (elements.isFloat()) {
            return elements;
        }
        long[] longs = value.tensor().longs();
        float[] floats = new float[longs.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = longs[i];
        }
        return Elements.of(Value.of(Tensor.floats(floats, value.shape())));
    }

    private static void run(Elements a, Elements b, Elements out, DoubleBinaryOperator function) {
        FloatBuffer x = a.floats();
        FloatBuffer y = b.floats();
        FloatBuffer z = out.floats();
        walk(a, b, out, (at, step, p, pStep, q, qStep, count) -> {
            for (int i = 0; i < count; i++) {
                double value = function.applyAsDouble(x.get(p + i * pStep), y.get(q + i * qStep));
                z.put(at + i * step, (float) value);
            }
        });
    }

    private static void walk(Elements a, Elements b, Elements out, Walk.Row row) {
        Walk.rows(
                out.shape(),
                out.strides(),
                strides(a.shape(), a.strides(), out.shape()),
                strides(b.shape(), b.strides(), out.shape()),
                row);
    }
}
