package org.driftscope.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.WeightMatrix;
import org.junit.jupiter.api.Test;

class ErrorSpectrumTest {
    private static final int ROWS = 12;
    private static final int COLS = 7;

    private final Random random = new Random(5);

    private float[] drawn(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static WeightMatrix zeros(int rows, int cols) {
        return new WeightMatrix(rows, cols, new float[rows * cols]);
    }

    /** Inputs that are uncorrelated, of the given powers. */
    private static LayerStatistics inputs(double... power) {
        int rows = power.length;
        double[] gram = new double[rows * rows];
        for (int i = 0; i < rows; i++) {
            gram[i * rows + i] = power[i];
        }
        return new LayerStatistics("l", rows, List.of(gram), List.of(new double[rows]), 10, 10);
    }

    private static double[] alike(int rows) {
        double[] power = new double[rows];
        Arrays.fill(power, 2);
        return power;
    }

    @Test
    void knownSingularValuesGiveKnownShares() {
        // rows 0, 1, 2 hold 3, 2 and 1 in columns of their own: squared singular values 9, 4, 1
        float[] values = new float[ROWS * COLS];
        values[0] = 3;
        values[COLS + 1] = 2;
        values[2 * COLS + 2] = 1;
        ErrorSpectrum spectrum =
                ErrorSpectrum.of(inputs(alike(ROWS)), new WeightMatrix(ROWS, COLS, values), zeros(ROWS, COLS));
        assertThat(spectrum.terms()).isEqualTo(COLS);
        assertThat(spectrum.weights()).hasSize(COLS);
        double[] expected = {9 / 14.0, 13 / 14.0, 1, 1, 1, 1, 1};
        for (int i = 0; i < COLS; i++) {
            assertThat(spectrum.weights()[i]).isCloseTo(expected[i], within(1e-12));
            assertThat(spectrum.outputs()[i]).isCloseTo(expected[i], within(1e-12));
        }
        assertThat(ErrorSpectrum.needed(spectrum.weights(), 0.5)).isEqualTo(1);
        assertThat(ErrorSpectrum.needed(spectrum.weights(), 0.9)).isEqualTo(2);
    }

    @Test
    void anInputThatStandsOutGathersWhatReachesTheOutputs() {
        double[] power = alike(ROWS);
        power[4] = 1e6;
        ErrorSpectrum spectrum =
                ErrorSpectrum.of(inputs(power), new WeightMatrix(ROWS, COLS, drawn(ROWS * COLS)), zeros(ROWS, COLS));
        assertThat(spectrum.outputs()[0]).isGreaterThan(0.999);
        assertThat(spectrum.weights()[0]).isLessThan(0.7);
    }

    @Test
    void wideLayersHaveTheSpectrumOfTheirTransposed() {
        float[] tall = drawn(ROWS * COLS);
        float[] wide = new float[tall.length];
        for (int row = 0; row < ROWS; row++) {
            for (int col = 0; col < COLS; col++) {
                wide[col * ROWS + row] = tall[row * COLS + col];
            }
        }
        ErrorSpectrum one =
                ErrorSpectrum.of(inputs(alike(ROWS)), new WeightMatrix(ROWS, COLS, tall), zeros(ROWS, COLS));
        ErrorSpectrum other =
                ErrorSpectrum.of(inputs(alike(COLS)), new WeightMatrix(COLS, ROWS, wide), zeros(COLS, ROWS));
        for (int i = 0; i < COLS; i++) {
            assertThat(other.weights()[i]).isCloseTo(one.weights()[i], within(1e-9));
            assertThat(other.outputs()[i]).isCloseTo(one.outputs()[i], within(1e-9));
        }
    }

    @Test
    void aLayerWithoutErrorHasNoShares() {
        WeightMatrix weights = new WeightMatrix(ROWS, COLS, drawn(ROWS * COLS));
        ErrorSpectrum spectrum = ErrorSpectrum.of(inputs(alike(ROWS)), weights, weights);
        assertThat(spectrum.weights()).containsOnly(0);
        assertThat(ErrorSpectrum.needed(spectrum.weights(), 0.5)).isEqualTo(COLS + 1);
    }

    @Test
    void layersOfGroupsAreRefused() {
        double[] gram = {1};
        LayerStatistics groups =
                new LayerStatistics("l", 1, List.of(gram, gram), List.of(new double[1], new double[1]), 10, 10);
        assertThatThrownBy(() -> ErrorSpectrum.of(groups, zeros(1, 2), zeros(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 groups");
    }
}
