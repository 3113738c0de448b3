package org.driftscope.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;

class SymmetricRootTest {
    private static final int N = 7;

    @Test
    void theRootSquaredIsTheMatrixAndTheInverseUndoesIt() {
        Matrix factor = new Matrix(N, N, RandomSource.of(3).gaussians(N * N));
        Matrix symmetric = Products.transposedTimes(factor, factor);
        SymmetricRoot root = SymmetricRoot.of(symmetric);
        Matrix square = Products.times(root.root(), root.root());
        Matrix unit = Products.times(root.root(), root.inverse());
        double scale = symmetric.at(0, 0);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                assertThat(square.at(i, j)).isCloseTo(symmetric.at(i, j), within(0.02 * scale));
                assertThat(unit.at(i, j)).isCloseTo(i == j ? 1 : 0, within(1e-9));
            }
        }
    }

    @Test
    void directionsWithoutWeightStayInvertible() {
        Matrix flat = Matrix.zeros(2, 2);
        flat.values()[0] = 4;
        SymmetricRoot root = SymmetricRoot.of(flat);
        assertThat(root.root().at(0, 0)).isCloseTo(2, within(1e-9));
        assertThat(root.inverse().at(1, 1)).isFinite().isPositive();
    }

    @Test
    void zeroCountsAsTheUnitMatrix() {
        SymmetricRoot root = SymmetricRoot.of(Matrix.zeros(2, 2));
        assertThat(root.root().at(0, 0)).isCloseTo(1, within(1e-12));
        assertThat(root.inverse().at(0, 1)).isCloseTo(0, within(1e-12));
    }
}
