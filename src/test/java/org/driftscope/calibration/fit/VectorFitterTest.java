package org.driftscope.calibration.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.adapter.FrozenFactors;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;

class VectorFitterTest {
    private static final int ROWS = 7;
    private static final int COLS = 6;
    private static final int RANK = 3;
    private static final int IMAGES = 20;
    private static final long SEED = 5;

    private static double[] normals(String name, int count) {
        return RandomSource.of(3).child(name).gaussians(count);
    }

    private static LayerStatistics statistics(int groups) {
        List<double[]> grams = new ArrayList<>();
        List<double[]> means = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            double[] x = normals("x" + group, 40 * ROWS);
            double[] gram = new double[ROWS * ROWS];
            double[] mean = new double[ROWS];
            for (int p = 0; p < 40; p++) {
                for (int i = 0; i < ROWS; i++) {
                    mean[i] += x[p * ROWS + i] / 40;
                    for (int j = 0; j < ROWS; j++) {
                        gram[i * ROWS + j] += x[p * ROWS + i] * x[p * ROWS + j] / 40;
                    }
                }
            }
            grams.add(gram);
            means.add(mean);
        }
        return new LayerStatistics("l", ROWS, grams, means, 40, IMAGES);
    }

    /** A diag(d) B diag(b), row-major. */
    private static float[] product(double[] d, double[] b) {
        float[] a = FrozenFactors.a(SEED, RANK, ROWS);
        float[] frozen = FrozenFactors.b(SEED, RANK, COLS);
        float[] values = new float[ROWS * COLS];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLS; j++) {
                for (int k = 0; k < RANK; k++) {
                    values[i * COLS + j] += (float) (a[i * RANK + k] * d[k] * frozen[j * RANK + k] * b[j]);
                }
            }
        }
        return values;
    }

    private static float[] residual() {
        float[] residual = new float[ROWS * COLS];
        double[] drawn = normals("r", residual.length);
        for (int i = 0; i < residual.length; i++) {
            residual[i] = (float) drawn[i];
        }
        return residual;
    }

    /** The loss by its definition. */
    private static double naive(LayerStatistics statistics, float[] residual, double[] d, double[] b) {
        float[] made = product(d, b);
        double loss = 0;
        for (int j = 0; j < COLS; j++) {
            int group = j * statistics.groups() / COLS;
            double[] gram = statistics.gram().get(group);
            double trace = 0;
            for (int i = 0; i < ROWS; i++) {
                trace += gram[i * ROWS + i];
            }
            double ridge = 1.0 / IMAGES * trace / ROWS;
            for (int i = 0; i < ROWS; i++) {
                loss += ridge * made[i * COLS + j] * made[i * COLS + j];
                for (int k = 0; k < ROWS; k++) {
                    double left = residual[i * COLS + j] - made[i * COLS + j];
                    double right = residual[k * COLS + j] - made[k * COLS + j];
                    loss += left * gram[i * ROWS + k] * right;
                }
            }
        }
        return loss;
    }

    @Test
    void theLossIsTheNaiveOneAndNoNumberMovesItDown() {
        for (int groups : new int[] {1, 2}) {
            LayerStatistics statistics = statistics(groups);
            float[] residual = residual();
            VectorFitter fitter = new VectorFitter(statistics, residual, COLS, RANK, SEED);
            VectorFitter.Vectors found = fitter.fit();
            double constant = naive(statistics, residual, new double[RANK], new double[COLS]);
            double least = naive(statistics, residual, found.d(), found.b());
            assertThat(fitter.loss(found)).isCloseTo(least - constant, within(1e-4));
            assertThat(least).isLessThan(0.9 * constant);
            for (int i = 0; i < RANK + COLS; i++) {
                for (double step : new double[] {-1e-2, 1e-2}) {
                    double[] d = found.d().clone();
                    double[] b = found.b().clone();
                    double[] moved = i < RANK ? d : b;
                    moved[i < RANK ? i : i - RANK] *= 1 + step;
                    assertThat(fitter.loss(new VectorFitter.Vectors(d, b))).isGreaterThanOrEqualTo(fitter.loss(found));
                }
            }
        }
    }

    @Test
    void aResidualThatVectorsMakeIsFoundAgainButForTheRidge() {
        double[] d = {1.2, -0.7, 0.4};
        double[] b = {1, 0.8, 1.4, 0.6, 1.1, 0.9};
        LayerStatistics statistics = statistics(1);
        float[] residual = product(d, b);
        VectorFitter fitter = new VectorFitter(statistics, residual, COLS, RANK, SEED);
        VectorFitter.Vectors found = fitter.fit();
        assertThat(fitter.loss(found)).isLessThanOrEqualTo(fitter.loss(new VectorFitter.Vectors(d, b)));
        assertThat(naive(statistics, residual, found.d(), found.b()))
                .isLessThan(0.1 * naive(statistics, residual, new double[RANK], new double[COLS]));
    }

    @Test
    void nothingToUndoMakesNoVectorsOfAnyEffect() {
        VectorFitter fitter = new VectorFitter(statistics(1), new float[ROWS * COLS], COLS, RANK, SEED);
        VectorFitter.Vectors found = fitter.fit();
        for (float value : product(found.d(), found.b())) {
            assertThat(value).isZero();
        }
    }

    @Test
    void aLayerTakesTheFirstOfWhatTheLargestWould() {
        float[] large = FrozenFactors.a(SEED, RANK, 100);
        float[] small = FrozenFactors.a(SEED, RANK, 7);
        for (int i = 0; i < small.length; i++) {
            assertThat(small[i]).isEqualTo(large[i]);
        }
        assertThat(FrozenFactors.b(SEED, RANK, 7)).isNotEqualTo(small);
    }

    @Test
    void theGainOfChipsThatFadedAlikeBringsThemBack() {
        float[] clean = residual();
        WeightMatrix target = new WeightMatrix(ROWS, COLS, clean);
        List<WeightMatrix> chips = List.of(target.times(0.5f), target.times(0.5f));
        assertThat(MeanChip.gain(statistics(2), target, chips)).isCloseTo(2, within(1e-9));
        assertThat(MeanChip.mean(List.of(target, target.times(3))).at(1, 2))
                .isCloseTo(2 * target.at(1, 2), within(1e-6f));
    }
}
