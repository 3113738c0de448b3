package org.driftscope.training.gradient.product;

import java.util.Arrays;
import org.driftscope.network.op.array.Broadcasting;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/** MatMul of values that both have leading axes, which broadcast, as attention has. In plain Java. */
final class BatchedProduct {
    private final INDArray left;
    private final INDArray right;
    private final long[] batch;
    private final int m;
    private final int k;
    private final int n;

    private BatchedProduct(OpCall call) {
        this.left = call.input(0);
        this.right = call.input(1);
        if (left.rank() < 2 || right.rank() < 2) {
            throw call.unsupported("products with vectors are not");
        }
        long[] common = Broadcasting.common(leading(left), leading(right));
        if (common == null) {
            throw call.unsupported("its shapes do not fit");
        }
        this.batch = common;
        this.m = (int) left.size(-2);
        this.k = (int) left.size(-1);
        this.n = (int) right.size(-1);
    }

    static Recorded run(OpCall call) {
        return new BatchedProduct(call).run();
    }

    private static long[] leading(INDArray array) {
        return Arrays.copyOf(array.shape(), array.rank() - 2);
    }

    private Recorded run() {
        float[] x = FloatArrays.copyOf(left);
        float[] y = FloatArrays.copyOf(right);
        int count = (int) Arrays.stream(batch).reduce(1, (a, b) -> a * b);
        float[] z = new float[count * m * n];
        for (int i = 0; i < count; i++) {
            multiply(x, at(left, i) * m * k, y, at(right, i) * k * n, z, i * m * n);
        }
        long[] shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = m;
        shape[batch.length + 1] = n;
        return new Recorded(FloatArrays.of(z, shape), (gradient, inputs) -> {
            float[] dz = FloatArrays.copyOf(gradient);
            float[] dx = new float[x.length];
            float[] dy = new float[y.length];
            for (int i = 0; i < count; i++) {
                addLeft(dz, i * m * n, y, at(right, i) * k * n, dx, at(left, i) * m * k);
                addRight(x, at(left, i) * m * k, dz, i * m * n, dy, at(right, i) * k * n);
            }
            inputs.add(0, FloatArrays.of(dx, left.shape()));
            inputs.add(1, FloatArrays.of(dy, right.shape()));
        });
    }

    /** Which of an operand's matrices belongs to a place in the batch. */
    private int at(INDArray operand, int place) {
        return (int) Broadcasting.place(place, batch, leading(operand));
    }

    /** Z += X Y. */
    private void multiply(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt) {
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < k; l++) {
                float a = x[xAt + i * k + l];
                for (int j = 0; j < n; j++) {
                    z[zAt + i * n + j] += a * y[yAt + l * n + j];
                }
            }
        }
    }

    /** dX += dZ Y^T. */
    private void addLeft(float[] dz, int zAt, float[] y, int yAt, float[] dx, int xAt) {
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < k; l++) {
                float sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += dz[zAt + i * n + j] * y[yAt + l * n + j];
                }
                dx[xAt + i * k + l] += sum;
            }
        }
    }

    /** dY += X^T dZ. */
    private void addRight(float[] x, int xAt, float[] dz, int zAt, float[] dy, int yAt) {
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < k; l++) {
                float a = x[xAt + i * k + l];
                for (int j = 0; j < n; j++) {
                    dy[yAt + l * n + j] += a * dz[zAt + i * n + j];
                }
            }
        }
    }
}
