package org.driftscope.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.driftscope.crossbar.WeightMatrix;
import org.junit.jupiter.api.Test;

class ReadoutEstimateTest {
    private static final int ROWS = 60;
    private static final int COLS = 40;

    private final Random random = new Random(5);

    private WeightMatrix clean() {
        WeightMatrix clean = new WeightMatrix(ROWS, COLS, new float[ROWS * COLS]);
        for (int i = 0; i < clean.values().length; i++) {
            clean.values()[i] = (float) (0.05 * random.nextGaussian());
        }
        // few large weights, as where batch norm was folded in
        for (int i = 0; i < 20; i++) {
            clean.values()[random.nextInt(ROWS * COLS)] = 2;
        }
        return clean;
    }

    private WeightMatrix plus(WeightMatrix weights, double relative, double absolute) {
        float[] values = weights.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (relative * values[i] * random.nextGaussian() + absolute * random.nextGaussian());
        }
        return new WeightMatrix(weights.rows(), weights.cols(), values);
    }

    private static double error(WeightMatrix a, WeightMatrix b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            double difference = a.values()[i] - b.values()[i];
            sum += difference * difference;
        }
        return sum;
    }

    @Test
    void anExactReadoutIsTakenAtItsWord() {
        WeightMatrix clean = clean();
        WeightMatrix drifted = plus(clean, 0.2, 0);
        assertThat(ReadoutEstimate.of(clean, drifted, 0)).isSameAs(drifted);
    }

    @Test
    void anEstimateIsNearerToTheDriftedWeightsThanTheReadout() {
        for (double drift : new double[] {0, 0.05, 0.2, 0.5}) {
            for (double floor : new double[] {0, 0.01}) {
                for (double sigma : new double[] {0.002, 0.02, 0.1}) {
                    WeightMatrix clean = clean();
                    WeightMatrix drifted = plus(clean, drift, floor);
                    WeightMatrix readout = plus(drifted, 0, sigma);
                    double estimated = error(ReadoutEstimate.of(clean, readout, sigma), drifted);
                    assertThat(estimated)
                            .as("drift %s, floor %s, sigma %s", drift, floor, sigma)
                            .isLessThan(error(readout, drifted));
                }
            }
        }
    }

    @Test
    void withRelativeDriftSmallWeightsKeepTheirValueWhateverTheNoise() {
        WeightMatrix clean = clean();
        WeightMatrix drifted = plus(clean, 0.2, 0);
        WeightMatrix readout = plus(drifted, 0, 0.02);
        double estimated = error(ReadoutEstimate.of(clean, readout, 0.02), drifted);
        assertThat(estimated).isLessThan(0.3 * error(readout, drifted));
    }

    @Test
    void aShrinkOfAllWeightsIsNoNoise() {
        WeightMatrix clean = clean();
        WeightMatrix drifted = new WeightMatrix(ROWS, COLS, clean.values().clone());
        for (int i = 0; i < drifted.values().length; i++) {
            drifted.values()[i] *= 0.4f;
        }
        WeightMatrix readout = plus(drifted, 0, 0.02);
        assertThat(error(ReadoutEstimate.of(clean, readout, 0.02), drifted)).isLessThan(0.1 * error(readout, drifted));
    }

    @Test
    void aStuckCellIsSeenAsItIs() {
        WeightMatrix clean = clean();
        int place = 17;
        clean.values()[place] = 0.01f;
        WeightMatrix drifted = plus(clean, 0.1, 0);
        drifted.values()[place] = 1.9f;
        WeightMatrix readout = plus(drifted, 0, 0.02);
        assertThat(ReadoutEstimate.of(clean, readout, 0.02).values()[place]).isEqualTo(readout.values()[place]);
    }

    @Test
    void aLayerOfZerosIsRead() {
        WeightMatrix clean = new WeightMatrix(2, 2, new float[4]);
        WeightMatrix readout = new WeightMatrix(2, 2, new float[] {0.1f, -0.1f, 0, 0.2f});
        for (float value : ReadoutEstimate.of(clean, readout, 0.1).values()) {
            assertThat(value).isFinite();
        }
    }
}
