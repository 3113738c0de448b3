package org.driftscope.calibration;

import java.util.List;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.RandomSource;

/**
 * A layer of random patches, weights and drift with a random output Fisher matrix, all known in the clear.
 *
 * @param statistics moments of {@code patches}
 * @param patches row-major [count, rows]
 */
public record RandomLayer(
        LayerStatistics statistics, double[] patches, WeightMatrix clean, WeightMatrix drifted, OutputFisher fisher) {
    public static final int ROWS = 6;
    public static final int COLS = 4;
    public static final int PATCHES = 80;

    public static RandomLayer of(long seed) {
        RandomSource random = RandomSource.of(seed);
        double[] x = random.child("x").gaussians(PATCHES * ROWS);
        double[] gram = new double[ROWS * ROWS];
        double[] mean = new double[ROWS];
        for (int p = 0; p < PATCHES; p++) {
            for (int i = 0; i < ROWS; i++) {
                x[p * ROWS + i] = Math.max(0, x[p * ROWS + i] + 0.3 * i);
                mean[i] += x[p * ROWS + i] / PATCHES;
            }
            for (int i = 0; i < ROWS; i++) {
                for (int j = 0; j < ROWS; j++) {
                    gram[i * ROWS + j] += x[p * ROWS + i] * x[p * ROWS + j] / PATCHES;
                }
            }
        }
        double[] g = random.child("g").gaussians(COLS * COLS * 3);
        double[] fisher = new double[COLS * COLS];
        for (int i = 0; i < fisher.length; i++) {
            for (int k = 0; k < COLS * 3; k++) {
                fisher[i] += g[k * COLS + i / COLS] * g[k * COLS + i % COLS] / (COLS * 3);
            }
        }
        float[] clean = floats(random.child("w").gaussians(ROWS * COLS));
        float[] drifted = floats(random.child("n").gaussians(ROWS * COLS));
        for (int i = 0; i < clean.length; i++) {
            drifted[i] = clean[i] * (1 + 0.3f * drifted[i]);
        }
        return new RandomLayer(
                new LayerStatistics("l", ROWS, List.of(gram), List.of(mean), PATCHES, 10),
                x,
                new WeightMatrix(ROWS, COLS, clean),
                new WeightMatrix(ROWS, COLS, drifted),
                new OutputFisher(2, List.of(fisher)));
    }

    /** {@code mean_x (e^T (x - mean))^T S (e^T (x - mean))} for deviations e, row-major [rows, cols]. */
    public double centredLoss(double[] deviation) {
        double[] s = fisher.groups().get(0);
        double[] mean = statistics.mean().get(0);
        double sum = 0;
        for (int p = 0; p < PATCHES; p++) {
            double[] y = new double[COLS];
            for (int i = 0; i < ROWS * COLS; i++) {
                y[i % COLS] += deviation[i] * (patches[p * ROWS + i / COLS] - mean[i / COLS]);
            }
            for (int i = 0; i < s.length; i++) {
                sum += y[i / COLS] * s[i] * y[i % COLS] / PATCHES;
            }
        }
        return sum;
    }

    private static float[] floats(double[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }
}
