package org.driftscope.algebra;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A matrix of single precision in native memory, written column by column, for products that are only roughly needed: such
 * products with a few columns take as long as the matrix takes to be read, and this one is half as long as a
 * {@link NativeMatrix}.
 */
public final class NativeFloats implements AutoCloseable {
    private final int rows;
    private final int cols;
    private final FloatPointer values;

    /** Its entries are undefined until they are put. */
    public NativeFloats(int rows, int cols) {
        Products.useOneThread();
        this.rows = rows;
        this.cols = cols;
        this.values = new FloatPointer((long) rows * cols);
    }

    /** Overwrites a column. @param entries as many as there are rows */
    public void putColumn(int col, float[] entries) {
        new FloatPointer(values).position((long) col * rows).put(entries, 0, rows);
    }

    /** A X, a new matrix. */
    public Matrix times(Matrix x) {
        try (FloatPointer right = copyOf(x, cols);
                FloatPointer product = multiply(CblasNoTrans, rows, cols, right, x.cols())) {
            return read(product, rows, x.cols());
        }
    }

    /** A^T X, a new matrix. */
    public Matrix transposedTimes(Matrix x) {
        try (FloatPointer right = copyOf(x, rows);
                FloatPointer product = multiply(CblasTrans, cols, rows, right, x.cols())) {
            return read(product, cols, x.cols());
        }
    }

    /** A^T B X, a new matrix. @param other B, of this one's height */
    public Matrix transposedTimes(NativeFloats other, Matrix x) {
        if (rows != other.rows) {
            throw new IllegalArgumentException("heights " + rows + " and " + other.rows);
        }
        try (FloatPointer right = copyOf(x, other.cols);
                FloatPointer between = other.multiply(CblasNoTrans, rows, other.cols, right, x.cols());
                FloatPointer product = multiply(CblasTrans, cols, rows, between, x.cols())) {
            return read(product, cols, x.cols());
        }
    }

    private FloatPointer multiply(int trans, int height, int inner, FloatPointer right, int width) {
        FloatPointer product = new FloatPointer((long) height * width);
        if (product.limit() > 0) {
            cblas_sgemm(
                    CblasColMajor,
                    trans,
                    CblasNoTrans,
                    height,
                    width,
                    inner,
                    1,
                    values,
                    rows,
                    right,
                    inner,
                    0,
                    product,
                    height);
        }
        return product;
    }

    private static FloatPointer copyOf(Matrix x, int inner) {
        if (x.rows() != inner) {
            throw new IllegalArgumentException("inner dimensions " + inner + " and " + x.rows());
        }
        return new FloatPointer(singles(x, 1));
    }

    /** A matrix's values, each multiplied by a factor. */
    public static float[] singles(Matrix matrix, double factor) {
        float[] singles = new float[matrix.values().length];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = (float) (matrix.values()[i] * factor);
        }
        return singles;
    }

    private static Matrix read(FloatPointer product, int rows, int cols) {
        float[] singles = new float[Math.multiplyExact(rows, cols)];
        product.get(singles);
        double[] doubles = new double[singles.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = singles[i];
        }
        return new Matrix(rows, cols, doubles);
    }

    @Override
    public void close() {
        values.close();
    }
}
