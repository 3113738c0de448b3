package org.driftscope.algebra;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasLower;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dsyrk;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;

/**
 * The factor C of a symmetric positive definite matrix, {@code S = C C^T}, C lower triangular, and solves with it.
 *
 * <p>Blocked, with only matrix products left to OpenBLAS: the double-precision triangular solve of version 0.3.19, and so
 * its Cholesky, give wrong numbers with the SkylakeX kernels, which are the fast ones elsewhere.
 */
public final class Cholesky implements AutoCloseable {
    private static final int BLOCK = 64;

    private final int n;
    private final DoublePointer factor;
    private final DoublePointer inverses;

    private Cholesky(int n) {
        Products.useOneThread();
        this.n = n;
        this.factor = new DoublePointer((long) n * n);
        this.inverses = new DoublePointer((long) n * BLOCK);
    }

    /**
     * Factorises {@code S + shift I}.
     *
     * @param symmetric [n, n], not modified
     * @throws ArithmeticException if the sum is not positive definite
     */
    public static Cholesky of(double[] symmetric, int n, double shift) {
        Cholesky cholesky = new Cholesky(n);
        cholesky.factor.put(symmetric, 0, n * n);
        try {
            cholesky.factorise(shift);
            return cholesky;
        } catch (ArithmeticException notPositive) {
            cholesky.close();
            throw notPositive;
        }
    }

    /** C, a new matrix with zeros above its diagonal. */
    public Matrix factor() {
        double[] values = new double[n * n];
        factor.get(values);
        for (int col = 1; col < n; col++) {
            Arrays.fill(values, col * n, col * n + col, 0);
        }
        return new Matrix(n, n, values);
    }

    /** C^-1 B, a new matrix. */
    public Matrix solveLower(Matrix b) {
        return solve(b, false);
    }

    /** C^-T B, a new matrix. */
    public Matrix solveUpper(Matrix b) {
        return solve(b, true);
    }

    @Override
    public void close() {
        factor.close();
        inverses.close();
    }

    private void factorise(double shift) {
        try (DoublePointer panel = new DoublePointer((long) n * BLOCK)) {
            for (int k = 0; k < n; k += BLOCK) {
                int width = Math.min(BLOCK, n - k);
                factoriseDiagonal(k, width, shift);
                int below = n - k - width;
                if (below > 0) {
                    eliminateBelow(k, width, below, panel);
                }
            }
        }
    }

    /** Writes the factor of a diagonal block and its inverse. */
    private void factoriseDiagonal(int k, int width, double shift) {
        double[] block = new double[width * width];
        for (int j = 0; j < width; j++) {
            at(k, k + j).get(block, j * width, width);
            block[j * width + j] += shift;
        }
        SmallCholesky.factoriseInPlace(block, width);
        for (int j = 0; j < width; j++) {
            at(k, k + j).put(block, j * width, width);
        }
        inverse(k).put(SmallCholesky.invertLower(block, width), 0, width * width);
    }

    /** Turns the blocks below a factorised diagonal block into the factor's, and takes them off the rest. */
    private void eliminateBelow(int k, int width, int below, DoublePointer panel) {
        double[] column = new double[below];
        for (int j = 0; j < width; j++) {
            at(k + width, k + j).get(column);
            new DoublePointer(panel).position((long) j * below).put(column, 0, below);
        }
        multiply(
                CblasNoTrans,
                CblasTrans,
                below,
                width,
                width,
                1,
                panel,
                below,
                inverse(k),
                width,
                0,
                at(k + width, k),
                n);
        // The shift is added when a diagonal block is reached; until then the rest is just lowered.
        DoublePointer left = at(k + width, k);
        cblas_dsyrk(CblasColMajor, CblasLower, CblasNoTrans, below, width, -1, left, n, 1, at(k + width, k + width), n);
    }

    private Matrix solve(Matrix b, boolean upper) {
        int cols = b.cols();
        try (DoublePointer x = new DoublePointer((long) n * cols);
                DoublePointer block = new DoublePointer((long) BLOCK * cols)) {
            x.put(b.values(), 0, n * cols);
            int blocks = (n + BLOCK - 1) / BLOCK;
            for (int i = 0; i < blocks; i++) {
                int k = (upper ? blocks - 1 - i : i) * BLOCK;
                int width = Math.min(BLOCK, n - k);
                copyRows(x, k, width, cols, block);
                int trans = upper ? CblasTrans : CblasNoTrans;
                multiply(trans, CblasNoTrans, width, cols, width, 1, inverse(k), width, block, width, 0, rows(x, k), n);
                substitute(x, k, width, cols, upper);
            }
            double[] solution = new double[n * cols];
            x.get(solution);
            return new Matrix(n, cols, solution);
        }
    }

    /** Takes the solved rows' part off the rows still to solve. */
    private void substitute(DoublePointer x, int k, int width, int cols, boolean upper) {
        if (upper && k > 0) {
            multiply(CblasTrans, CblasNoTrans, k, cols, width, -1, at(k, 0), n, rows(x, k), n, 1, x, n);
        } else if (!upper && k + width < n) {
            int below = n - k - width;
            DoublePointer rest = rows(x, k + width);
            multiply(
                    CblasNoTrans, CblasNoTrans, below, cols, width, -1, at(k + width, k), n, rows(x, k), n, 1, rest, n);
        }
    }

    private void copyRows(DoublePointer x, int k, int width, int cols, DoublePointer block) {
        double[] column = new double[width];
        for (int j = 0; j < cols; j++) {
            new DoublePointer(x).position((long) j * n + k).get(column);
            new DoublePointer(block).position((long) j * width).put(column, 0, width);
        }
    }

    private DoublePointer at(int row, int col) {
        return new DoublePointer(factor).position((long) col * n + row);
    }

    private DoublePointer inverse(int k) {
        return new DoublePointer(inverses).position((long) k * BLOCK);
    }

    private static DoublePointer rows(DoublePointer x, int row) {
        return new DoublePointer(x).position(row);
    }

    /** {@code C = alpha op(A) op(B) + beta C}, all column-major. */
    private static void multiply(
            int transA,
            int transB,
            int m,
            int cols,
            int inner,
            double alpha,
            DoublePointer a,
            int lda,
            DoublePointer b,
            int ldb,
            double beta,
            DoublePointer c,
            int ldc) {
        cblas_dgemm(CblasColMajor, transA, transB, m, cols, inner, alpha, a, lda, b, ldb, beta, c, ldc);
    }
}
