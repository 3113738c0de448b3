package org.driftscope.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlgebraTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 63, 64, 65, 130, 200})
    void productsMatchTheNaiveLoop(int n) {
        Matrix a = random("a", n, 5 + n / 3);
        Matrix b = random("b", 5 + n / 3, 4);
        assertClose(Products.times(a, b), naive(a, b), 1e-11);
        Matrix c = random("c", n, 3);
        assertClose(Products.transposedTimes(a, c), naive(transposed(a), c), 1e-11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 63, 64, 65, 130, 200})
    void choleskySolvesUndoTheFactor(int n) {
        Matrix root = random("root", n, n);
        Matrix symmetric = naive(root, transposed(root));
        Matrix b = random("b", n, 3);
        try (Cholesky cholesky = Cholesky.of(symmetric.values(), n, 0.5)) {
            Matrix x = cholesky.solveUpper(cholesky.solveLower(b));
            Matrix back = naive(symmetric, x);
            for (int i = 0; i < back.values().length; i++) {
                double shifted = back.values()[i] + 0.5 * x.values()[i];
                assertThat(shifted).isCloseTo(b.values()[i], within(1e-8 * n));
            }
            Matrix y = cholesky.solveLower(b);
            double energy = 0;
            for (int i = 0; i < n; i++) {
                energy += b.at(i, 1) * x.at(i, 1);
            }
            assertThat(y.dot(1, y, 1))
                    .as("y = C^-1 b, not just any root")
                    .isCloseTo(energy, within(1e-8 * (1 + energy)));
        }
    }

    @Test
    void choleskyRefusesWhatIsNotPositiveDefinite() {
        assertThatThrownBy(() -> Cholesky.of(new double[] {1, 2, 2, 1}, 2, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Cholesky.of(new double[] {Double.NaN}, 1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 64, 150})
    void leadingEigenvectorsMatchJacobi(int n) {
        Matrix root = random("root", n, n + 2);
        Matrix symmetric = naive(root, transposed(root));
        int count = Math.min(n, 6);
        LeadingEigenvectors.Eigenpairs pairs = LeadingEigenvectors.of(symmetric, count);
        double[] expected = jacobiEigenvalues(symmetric);
        for (int k = 0; k < count; k++) {
            assertThat(pairs.values()[k]).isCloseTo(expected[k], within(1e-11 * expected[0]));
        }
        assertResidualsAndOrthonormality(symmetric, pairs, 1e-11 * expected[0]);
    }

    @Test
    void allEigenvectorsOfALowRankMatrixAreOrthonormal() {
        Matrix root = random("root", 12, 3);
        Matrix symmetric = naive(root, transposed(root));
        assertResidualsAndOrthonormality(symmetric, LeadingEigenvectors.of(symmetric, 12), 1e-10);
        Matrix zero = Matrix.zeros(5, 5);
        assertResidualsAndOrthonormality(zero, LeadingEigenvectors.of(zero, 5), 1e-10);
        Matrix identity = new Matrix(3, 3, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
        assertResidualsAndOrthonormality(identity, LeadingEigenvectors.of(identity, 3), 1e-10);
    }

    @Test
    void beyondTheExactOrderALeadingSubspaceExplainsAsMuch() {
        int n = LeadingSubspace.EXACT + 30;
        Matrix root = random("root", n, n + 40);
        Matrix symmetric = naive(root, transposed(root));
        Matrix similar = symmetric.scaleColumns(filled(n, 1.01));
        LeadingSubspace subspace = new LeadingSubspace(n, 4);
        for (Matrix matrix : new Matrix[] {symmetric, similar}) {
            Matrix vectors = subspace.of(matrix);
            Matrix explained = naive(transposed(vectors), naive(matrix, vectors));
            double trace = 0;
            double expected = 0;
            for (int k = 0; k < 4; k++) {
                trace += explained.at(k, k);
                expected += LeadingEigenvectors.of(matrix, 4).values()[k];
            }
            assertThat(trace).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static void assertResidualsAndOrthonormality(
            Matrix symmetric, LeadingEigenvectors.Eigenpairs pairs, double tolerance) {
        Matrix v = pairs.vectors();
        Matrix residual = naive(symmetric, v).minus(v.scaleColumns(pairs.values()));
        for (double r : residual.values()) {
            assertThat(r).isCloseTo(0, within(tolerance));
        }
        Matrix gram = naive(transposed(v), v);
        for (int i = 0; i < gram.rows(); i++) {
            for (int j = 0; j < gram.cols(); j++) {
                assertThat(gram.at(i, j)).isCloseTo(i == j ? 1 : 0, within(1e-10));
            }
        }
    }

    /** Cyclic Jacobi rotations, eigenvalues in falling order. */
    private static double[] jacobiEigenvalues(Matrix symmetric) {
        int n = symmetric.rows();
        double[] a = symmetric.values().clone();
        for (int sweep = 0; sweep < 30; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, n, p, q);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = -a[i * n + i];
        }
        Arrays.sort(values);
        Arrays.setAll(values, i -> -values[i]);
        return values;
    }

    private static void rotate(double[] a, int n, int p, int q) {
        if (a[p * n + q] == 0) {
            return;
        }
        double theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < n; k++) {
            double x = a[k * n + p];
            double y = a[k * n + q];
            a[k * n + p] = c * x - s * y;
            a[k * n + q] = s * x + c * y;
        }
        for (int k = 0; k < n; k++) {
            double x = a[p * n + k];
            double y = a[q * n + k];
            a[p * n + k] = c * x - s * y;
            a[q * n + k] = s * x + c * y;
        }
    }

    private static void assertClose(Matrix actual, Matrix expected, double tolerance) {
        assertThat(actual.values()).containsExactly(expected.values(), within(tolerance));
    }

    private static Matrix naive(Matrix a, Matrix b) {
        Matrix product = Matrix.zeros(a.rows(), b.cols());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.cols(); j++) {
                double sum = 0;
                for (int k = 0; k < a.cols(); k++) {
                    sum += a.at(i, k) * b.at(k, j);
                }
                product.values()[j * a.rows() + i] = sum;
            }
        }
        return product;
    }

    private static Matrix transposed(Matrix a) {
        Matrix t = Matrix.zeros(a.cols(), a.rows());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.cols(); j++) {
                t.values()[i * a.cols() + j] = a.at(i, j);
            }
        }
        return t;
    }

    private static Matrix random(String name, int rows, int cols) {
        return new Matrix(rows, cols, RandomSource.of(11).child(name).gaussians(rows * cols));
    }
}
