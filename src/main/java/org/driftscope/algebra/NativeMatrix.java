package org.driftscope.algebra;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;

import org.bytedeco.javacpp.DoublePointer;

/**
 * A matrix in native memory, for many products with a few columns each: one on the heap is copied there and back for every
 * product, which takes longer than such a product.
 */
public final class NativeMatrix implements AutoCloseable {
    private final int rows;
    private final int cols;
    private final DoublePointer values;

    private NativeMatrix(int rows, int cols, DoublePointer values) {
        this.rows = rows;
        this.cols = cols;
        this.values = values;
    }

    /** A copy. */
    public static NativeMatrix of(Matrix matrix) {
        Products.useOneThread();
        DoublePointer values = new DoublePointer((long) matrix.rows() * matrix.cols());
        values.put(matrix.values(), 0, matrix.values().length);
        return new NativeMatrix(matrix.rows(), matrix.cols(), values);
    }

    /** A X, a new matrix. */
    public Matrix times(Matrix x) {
        return multiply(CblasNoTrans, rows, cols, x);
    }

    /** A^T X, a new matrix. */
    public Matrix transposedTimes(Matrix x) {
        return multiply(CblasTrans, cols, rows, x);
    }

    private Matrix multiply(int trans, int height, int inner, Matrix x) {
        if (x.rows() != inner) {
            throw new IllegalArgumentException("inner dimensions " + inner + " and " + x.rows());
        }
        double[] product = new double[Math.multiplyExact(height, x.cols())];
        if (product.length == 0 || inner == 0) {
            return new Matrix(height, x.cols(), product);
        }
        try (DoublePointer right = new DoublePointer(x.values());
                DoublePointer result = new DoublePointer((long) product.length)) {
            cblas_dgemm(
                    CblasColMajor,
                    trans,
                    CblasNoTrans,
                    height,
                    x.cols(),
                    inner,
                    1,
                    values,
                    rows,
                    right,
                    inner,
                    0,
                    result,
                    height);
            result.get(product);
        }
        return new Matrix(height, x.cols(), product);
    }

    @Override
    public void close() {
        values.close();
    }
}
