package org.driftscope.algebra;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasLower;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_ssyrk;

/**
 * Matrix products by OpenBLAS. One thread a call: work is parallel over layers, and a sum's order must not depend on the
 * number of threads.
 */
public final class Products {
    static {
        blas_set_num_threads(1);
    }

    private Products() {}

    /** Has this class loaded, and so every product run on the calling thread alone. */
    static void useOneThread() {}

    /** A B, a new matrix. */
    public static Matrix times(Matrix a, Matrix b) {
        return multiply(CblasNoTrans, a, b, a.cols(), Matrix.zeros(a.rows(), b.cols()));
    }

    /** A^T B, a new matrix. */
    public static Matrix transposedTimes(Matrix a, Matrix b) {
        return multiply(CblasTrans, a, b, a.rows(), Matrix.zeros(a.cols(), b.cols()));
    }

    /**
     * The lower triangle of X X^T.
     *
     * @param x row-major [rows, cols]
     * @param product receives the triangle, row-major [rows, rows]; overwritten
     */
    public static void lowerSelfProduct(float[] x, int rows, int cols, float[] product) {
        cblas_ssyrk(CblasRowMajor, CblasLower, CblasNoTrans, rows, cols, 1, x, cols, 0, product, rows);
    }

    /**
     * Adds the lower triangle of X X^T to a sum.
     *
     * @param x row-major [rows, cols]
     * @param sum row-major [rows, rows], overwritten
     */
    public static void addLowerSelfProduct(float[] x, int rows, int cols, float[] sum) {
        cblas_ssyrk(CblasRowMajor, CblasLower, CblasNoTrans, rows, cols, 1, x, cols, 1, sum, rows);
    }

    /** A A^T, a new symmetric matrix. */
    public static Matrix timesOwnTransposed(Matrix a) {
        int n = a.rows();
        double[] product = new double[Math.multiplyExact(n, n)];
        if (n > 0 && a.cols() > 0) {
            cblas_dsyrk(CblasColMajor, CblasLower, CblasNoTrans, n, a.cols(), 1, a.values(), n, 0, product, n);
        }
        for (int col = 0; col < n; col++) {
            for (int row = 0; row < col; row++) {
                product[col * n + row] = product[row * n + col];
            }
        }
        return new Matrix(n, n, product);
    }

    private static Matrix multiply(int transA, Matrix a, Matrix b, int inner, Matrix product) {
        if (inner != b.rows()) {
            throw new IllegalArgumentException("inner dimensions " + inner + " and " + b.rows());
        }
        if (inner == 0 || product.values().length == 0) {
            return product;
        }
        cblas_dgemm(
                CblasColMajor,
                transA,
                CblasNoTrans,
                product.rows(),
                product.cols(),
                inner,
                1,
                a.values(),
                a.rows(),
                b.values(),
                b.rows(),
                0,
                product.values(),
                product.rows());
        return product;
    }
}
