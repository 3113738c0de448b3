package org.driftscope.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;

class LowRankAdapterTest {
    private static final int ROWS = 6;
    private static final int COLS = 4;
    private static final float[] NONE = {};

    private final WeightMatrix drifted = new WeightMatrix(ROWS, COLS, random("w", ROWS * COLS));

    @Test
    void aMagnitudeThatIsKeptKnowsNothingOfLaterNorms() {
        float[] fitted = {3, 1, 4, 2};
        float[] none = {};
        LowRankAdapter adapter = new LowRankAdapter("l", 0, 2, 2, 1, none, none, new float[] {10, 4}, none);
        WeightMatrix then = new WeightMatrix(2, 2, fitted);
        WeightMatrix shrunk = new WeightMatrix(2, 2, new float[] {1.5f, .5f, 2, 1});
        float[] first = adapter.apply(then).weights().values();
        float[] kept = adapter.keep(then, shrunk).weights().values();
        for (int i = 0; i < kept.length; i++) {
            assertThat(kept[i]).isCloseTo(first[i] / 2, within(1e-5f));
        }
        assertThat(adapter.apply(shrunk).weights().values()).containsExactly(first, within(1e-5f));
    }

    @Test
    void loraAddsTheProduct() {
        float[] a = random("a", ROWS * 2);
        float[] b = random("b", 2 * COLS);
        LayerChange change = new LowRankAdapter("l", 2, ROWS, COLS, 1, a, b, NONE, NONE).apply(drifted);
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLS; j++) {
                double expected = drifted.at(i, j) + a[i * 2] * b[j] + a[i * 2 + 1] * b[COLS + j];
                assertThat((double) change.weights().at(i, j)).isCloseTo(expected, within(1e-6));
            }
        }
        assertThat(change.addedBias()).isEmpty();
    }

    @Test
    void doraGivesEveryColumnItsMagnitudeAndKeepsTheDirection() {
        float[] a = random("a", ROWS);
        float[] b = random("b", COLS);
        float[] m = {1, 2, -3, 0.5f};
        WeightMatrix lora = new LowRankAdapter("l", 1, ROWS, COLS, 1, a, b, NONE, NONE)
                .apply(drifted)
                .weights();
        WeightMatrix dora = new LowRankAdapter("l", 1, ROWS, COLS, 1, a, b, m, NONE)
                .apply(drifted)
                .weights();
        for (int j = 0; j < COLS; j++) {
            assertThat(norm(dora, j)).isCloseTo(Math.abs(m[j]), within(1e-5));
            assertThat(dora.at(2, j) * lora.at(3, j)).isCloseTo(dora.at(3, j) * lora.at(2, j), within(1e-5f));
            assertThat(Math.signum(dora.at(0, j))).isEqualTo(Math.signum(m[j] * lora.at(0, j)));
        }
    }

    @Test
    void groupsHaveTheirOwnPairs() {
        float[] a = random("a", ROWS * 2);
        float[] b = random("b", COLS);
        WeightMatrix w = new LowRankAdapter("l", 1, ROWS, COLS, 2, a, b, NONE, NONE)
                .apply(drifted)
                .weights();
        assertThat(w.at(3, 1)).isCloseTo(drifted.at(3, 1) + a[6] * b[1], within(1e-6f));
        assertThat(w.at(3, 2)).isCloseTo(drifted.at(3, 2) + a[7] * b[2], within(1e-6f));
    }

    @Test
    void rankZeroIsScaleAndBias() {
        float[] bias = {1, 2, 3, 4};
        LowRankAdapter affine = new LowRankAdapter("l", 0, ROWS, COLS, 1, NONE, NONE, new float[] {1, 1, 1, 1}, bias);
        LayerChange change = affine.apply(drifted);
        assertThat(norm(change.weights(), 2)).isCloseTo(1, within(1e-6));
        assertThat(change.addedBias()).containsExactly(1, 2, 3, 4);
        assertThat(affine.parameters()).isEqualTo(2 * COLS);
    }

    @Test
    void countsRankTimesRowsAndColumnsAndTheVectors() {
        LowRankAdapter adapter = new LowRankAdapter(
                "l", 2, ROWS, COLS, 1, new float[12], new float[8], new float[COLS], new float[COLS]);
        assertThat(adapter.parameters()).isEqualTo(2 * (ROWS + COLS) + 2 * COLS);
    }

    @Test
    void leavesTheDriftedWeightsAlone() {
        float[] before = drifted.values().clone();
        new LowRankAdapter("l", 1, ROWS, COLS, 1, random("a", ROWS), random("b", COLS), new float[COLS], NONE)
                .apply(drifted);
        assertThat(drifted.values()).isEqualTo(before);
    }

    @Test
    void aColumnOfZerosStaysZero() {
        WeightMatrix zero = new WeightMatrix(ROWS, COLS, new float[ROWS * COLS]);
        LowRankAdapter adapter = new LowRankAdapter("l", 0, ROWS, COLS, 1, NONE, NONE, new float[] {1, 1, 1, 1}, NONE);
        assertThat(adapter.apply(zero).weights().values()).containsOnly(0);
    }

    @Test
    void refusesWrongShapes() {
        assertThatThrownBy(() -> new LowRankAdapter("l", 2, ROWS, COLS, 1, new float[3], new float[8], NONE, NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A has 3 values, expected 12");
        LowRankAdapter adapter = new LowRankAdapter("conv1", 0, ROWS, COLS, 1, NONE, NONE, NONE, NONE);
        assertThatThrownBy(() -> adapter.apply(new WeightMatrix(1, 1, new float[1])))
                .isInstanceOf(IncompatibleShapeException.class)
                .hasMessageContaining("conv1");
    }

    private static double norm(WeightMatrix w, int col) {
        double squares = 0;
        for (int i = 0; i < w.rows(); i++) {
            squares += w.at(i, col) * w.at(i, col);
        }
        return Math.sqrt(squares);
    }

    private static float[] random(String name, int count) {
        double[] normals = RandomSource.of(3).child(name).gaussians(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) normals[i];
        }
        return values;
    }
}
