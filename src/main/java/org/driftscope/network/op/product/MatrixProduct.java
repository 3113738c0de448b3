package org.driftscope.network.op.product;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Broadcasting;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Matrix products: the kernel of dense layers, and MatMul and Gemm of values that are both computed. */
public final class MatrixProduct {
    private MatrixProduct() {}

    public static void register(Map<String, Operator> operators) {
        operators.put("MatMul", MatrixProduct::matMul);
        operators.put("Gemm", MatrixProduct::gemm);
    }

    /**
     * x w + b.
     *
     * @param x [p, d] row-major
     * @param w [d, o] row-major
     * @param bias [o], or null
     * @return new array [p, o]
     */
    public static INDArray dense(INDArray x, INDArray w, @Nullable INDArray bias) {
        INDArray out = NativeArrays.uninitialized(x.size(0), w.size(1));
        into(out, x, w, bias);
        return out;
    }

    /** As {@link #dense}, written to {@code out}, row-major [p, o]. */
    public static void into(INDArray out, INDArray x, INDArray w, @Nullable INDArray bias) {
        if (out.isEmpty()) {
            return;
        }
        // (x w)^T = w^T x^T: gemm writes columns, which are the rows of the result's own memory
        Nd4j.getBlasWrapper().level3().gemm(w.transpose(), x.transpose(), out.transpose(), false, false, 1, 0);
        if (bias != null) {
            out.addiRowVector(bias);
        }
    }

    private static List<Value> gemm(Call call) {
        float alpha = call.attributes().real("alpha", 1);
        INDArray a = operand(call, 0, "transA");
        INDArray b = operand(call, 1, "transB");
        INDArray out = dense(a, b, null);
        if (alpha != 1) {
            out.muli(alpha);
        }
        return List.of(call.has(2) ? plusBias(call, out) : Value.of(out));
    }

    private static INDArray operand(Call call, int index, String transposed) {
        INDArray array = call.array(index);
        return call.attributes().integer(transposed, 0) == 0 ? array : call.temporaryCopy(array.transpose());
    }

    /** Gemm's third input times beta, of any shape that broadcasts, added to the product; the product is closed. */
    public static Value plusBias(Call call, INDArray product) {
        float beta = call.attributes().real("beta", 1);
        call.temporary(product);
        return Broadcasting.floats(call, Value.of(product), call.value(2), (p, c) -> p + beta * c);
    }

    /** NumPy's matmul: leading axes are a batch and broadcast; one-dimensional operands are vectors. */
    private static List<Value> matMul(Call call) {
        if (call.value(0) instanceof Value.Plain plain && plain.content().type() != Tensor.Type.FLOAT) {
            throw call.failure("multiplies integers, which is not supported");
        }
        long[] left = call.shape(0);
        long[] right = call.shape(1);
        long[] a = left.length == 1 ? new long[] {1, left[0]} : left;
        long[] b = right.length == 1 ? new long[] {right[0], 1} : right;
        if (a[a.length - 1] != b[b.length - 2]) {
            throw call.failure("multiplies shapes " + Arrays.toString(left) + " and " + Arrays.toString(right)
                    + ", which do not fit");
        }
        long[] batch = Broadcasting.shape(call, leading(a), leading(b));
        long[] shape = resultShape(batch, left, right);
        if (Elements.size(left) == 0 || Elements.size(right) == 0) {
            return List.of(Value.of(Tensor.floats(new float[(int) Elements.size(shape)], shape)));
        }
        float[] products = products(call.array(0).reshape('c', a), call.array(1).reshape('c', b), batch);
        return List.of(Value.of(Tensor.floats(products, shape)));
    }

    /** One product a place of the batch, each of operands that are copied out: a product of parts of arrays costs more. */
    private static float[] products(INDArray a, INDArray b, long[] batch) {
        int m = (int) a.size(-2);
        int k = (int) a.size(-1);
        int n = (int) b.size(-1);
        int count = (int) Elements.size(batch);
        long[] leftSteps = batchSteps(a.shape(), batch);
        long[] rightSteps = batchSteps(b.shape(), batch);
        FloatBuffer lefts = NativeArrays.buffer(a);
        FloatBuffer rights = NativeArrays.buffer(b);
        float[] products = new float[count * m * n];
        try (INDArray x = NativeArrays.uninitialized(m, k);
                INDArray y = NativeArrays.uninitialized(k, n);
                INDArray product = NativeArrays.uninitialized(m, n)) {
            FloatBuffer left = NativeArrays.buffer(x);
            FloatBuffer right = NativeArrays.buffer(y);
            FloatBuffer result = NativeArrays.buffer(product);
            for (int i = 0; i < count; i++) {
                left.put(0, lefts, (int) Broadcasting.offset(i, batch, leftSteps) * m * k, m * k);
                right.put(0, rights, (int) Broadcasting.offset(i, batch, rightSteps) * k * n, k * n);
                into(product, x, y, null);
                result.get(0, products, i * m * n, m * n);
            }
        }
        return products;
    }

    private static long[] batchSteps(long[] shape, long[] batch) {
        long[] own = leading(shape);
        return Broadcasting.strides(own, Elements.rowMajor(own), batch);
    }

    private static long[] leading(long[] shape) {
        return Arrays.copyOf(shape, shape.length - 2);
    }

    private static long[] resultShape(long[] batch, long[] left, long[] right) {
        long[] shape = Arrays.copyOf(batch, batch.length + 2);
        int next = batch.length;
        if (left.length > 1) {
            shape[next++] = left[left.length - 2];
        }
        if (right.length > 1) {
            shape[next++] = right[right.length - 1];
        }
        return Arrays.copyOf(shape, next);
    }
}
