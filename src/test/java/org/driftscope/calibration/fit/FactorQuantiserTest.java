package org.driftscope.calibration.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorQuantiserTest {
    private static final int ROWS = 30;
    private static final int COLS = 12;
    private static final int RANK = 3;
    private static final GroupFit FIT = GroupFit.withoutGain(random("a", ROWS, RANK), random("b", RANK, COLS));

    private static Matrix random(String name, int rows, int cols) {
        return new Matrix(rows, cols, RandomSource.of(3).child(name).gaussians(rows * cols));
    }

    private static double norm(Matrix matrix) {
        return Math.sqrt(Arrays.stream(matrix.values()).map(v -> v * v).sum());
    }

    private static double error(GroupFit rounded) {
        Matrix wanted = Products.times(FIT.a(), FIT.b());
        return norm(wanted.minus(Products.times(rounded.a(), rounded.b()))) / norm(wanted);
    }

    @Test
    void sixteenBitsLeaveAFitAsItIs() {
        assertThat(FactorQuantiser.rounded(FIT, 16, 1.3)).isSameAs(FIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6, 8, 15})
    void valuesAreMultiplesOfSixteenBitScales(int bits) {
        GroupFit rounded = FactorQuantiser.rounded(FIT, bits, 1);
        int most = (1 << (bits - 1)) - 1;
        assertMultiples(rounded.a(), rounded.precision().scalesA(), most);
        assertMultiples(rounded.b().transposed(), rounded.precision().scalesB(), most);
        assertThat(rounded.precision().bits()).isEqualTo(bits);
    }

    private static void assertMultiples(Matrix columns, float[] scales, int most) {
        for (int col = 0; col < RANK; col++) {
            assertThat(Float.floatToIntBits(scales[col]) & 0xffff).isZero();
            double largest = 0;
            for (int row = 0; row < columns.rows(); row++) {
                double code = columns.at(row, col) / scales[col];
                assertThat(code).isEqualTo(Math.rint(code)).isBetween(-1.0 * most, 1.0 * most);
                largest = Math.max(largest, Math.abs(code));
            }
            assertThat(largest).isGreaterThanOrEqualTo(0.992 * most - 0.5);
        }
    }

    /** A bit more halves the error, so that 14 bits more leave next to nothing. */
    @Test
    void moreBitsComeNearerToTheSameProduct() {
        double last = Double.POSITIVE_INFINITY;
        for (int bits : new int[] {2, 3, 4, 6, 8, 12, 15}) {
            double error = error(FactorQuantiser.rounded(FIT, bits, 1));
            assertThat(error).as("%d bits", bits).isLessThan(last);
            last = error;
        }
        assertThat(last).isLessThan(2e-4);
        assertThat(error(FactorQuantiser.rounded(FIT, 4, 1))).isBetween(0.05, 0.25);
    }

    /** {@code A = U sqrt(S)}, {@code B = sqrt(S) V}: orthogonal columns, each as long as its row of B. */
    @Test
    void bothFactorsBearTheSameShare() {
        GroupFit rounded = FactorQuantiser.rounded(FIT, 15, 1);
        Matrix ofA = Products.transposedTimes(rounded.a(), rounded.a());
        Matrix right = rounded.b().transposed();
        Matrix ofB = Products.transposedTimes(right, right);
        for (int i = 0; i < RANK; i++) {
            assertThat(ofB.at(i, i)).isCloseTo(ofA.at(i, i), within(1e-2));
            for (int j = 0; j < i; j++) {
                assertThat(ofA.at(i, j)).isCloseTo(0, within(1e-2));
                assertThat(ofB.at(i, j)).isCloseTo(0, within(1e-2));
            }
        }
    }

    /** What is held is A divided by the layer's gain. */
    @Test
    void aLayersGainIsNoPartOfWhatIsRounded() {
        GroupFit rounded = FactorQuantiser.rounded(FIT, 4, 0.7);
        assertThat(error(rounded)).isLessThan(0.25);
        assertNearMultiples(rounded.a().times(1 / 0.7), rounded.precision().scalesA(), 7, 1e-9);
    }

    private static void assertNearMultiples(Matrix columns, float[] scales, int most, double within) {
        for (int i = 0; i < columns.values().length; i++) {
            double code = columns.values()[i] / scales[i / columns.rows()];
            assertThat(code).isCloseTo(Math.rint(code), within(within)).isBetween(-most - within, most + within);
        }
    }

    @Test
    void directionsThatAreNotThereStayZero() {
        GroupFit none = GroupFit.withoutGain(Matrix.zeros(ROWS, 2), Matrix.zeros(2, COLS));
        GroupFit rounded = FactorQuantiser.rounded(none, 3, 1);
        assertThat(rounded.a().values()).containsOnly(0);
        assertThat(rounded.b().values()).containsOnly(0);
    }

    @Test
    void bitsAreCountedWithTheirScales() {
        assertThat(FactorPrecision.sramBits(16, 168, 2)).isEqualTo(16 * 168);
        assertThat(FactorPrecision.sramBits(4, 168, 2)).isEqualTo(4 * 168 + 16 * 2 * 2);
    }
}
