package org.driftscope.calibration.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.calibration.RandomLayer;
import org.driftscope.calibration.statistics.DenseMoments;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;

class FisherFitterTest {
    private static final double RIDGE = 0.2;

    private final RandomLayer layer = RandomLayer.of(5);
    private final GroupProblem problem = new GroupProblem(
            new DenseMoments(
                    layer.statistics().gram().get(0), layer.statistics().mean().get(0)),
            GroupProblem.columns(layer.clean(), 0, 1),
            GroupProblem.columns(layer.drifted(), 0, 1));
    private final FisherFitter fitter =
            new FisherFitter(problem, layer.fisher().groups().get(0), RIDGE);

    /** The weighted loss with its ridge, patch by patch. */
    private double loss(Matrix correction) {
        double[] left = new double[RandomLayer.ROWS * RandomLayer.COLS];
        double[] s = layer.fisher().groups().get(0);
        double penalty = 0;
        for (int i = 0; i < left.length; i++) {
            int row = i / RandomLayer.COLS;
            int col = i % RandomLayer.COLS;
            left[i] = (double) layer.clean().values()[i] - layer.drifted().values()[i] - correction.at(row, col);
            for (int other = 0; other < RandomLayer.COLS; other++) {
                penalty +=
                        RIDGE * correction.at(row, col) * s[col * RandomLayer.COLS + other] * correction.at(row, other);
            }
        }
        return layer.centredLoss(left) + penalty;
    }

    private Matrix correction(int rank) {
        GroupFit fit = fitter.fit(rank, new CancelToken());
        return Products.times(fit.a(), fit.b());
    }

    @Test
    void everyRankTakesOffWhatItPromised() {
        double before = loss(Matrix.zeros(RandomLayer.ROWS, RandomLayer.COLS));
        double promised = 0;
        for (int rank = 1; rank <= RandomLayer.COLS; rank++) {
            promised += fitter.gains()[rank - 1];
            assertThat(before - loss(correction(rank))).isCloseTo(promised, within(1e-9 * before));
        }
        assertThat(fitter.gains()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void noOtherCorrectionOfThatRankIsBetter() {
        for (int rank = 1; rank < RandomLayer.COLS; rank++) {
            GroupFit fit = fitter.fit(rank, new CancelToken());
            double best = loss(Products.times(fit.a(), fit.b()));
            for (int attempt = 0; attempt < 200; attempt++) {
                RandomSource random = RandomSource.of(attempt);
                double spread = Math.pow(10, -attempt % 4);
                Matrix a = moved(fit.a(), spread, random.child("a"));
                Matrix b = moved(fit.b(), spread, random.child("b"));
                assertThat(loss(Products.times(a, b))).isGreaterThanOrEqualTo(best - 1e-12);
            }
        }
    }

    private static Matrix moved(Matrix matrix, double spread, RandomSource random) {
        double[] values = random.gaussians(matrix.values().length);
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.values()[i] + spread * values[i];
        }
        return new Matrix(matrix.rows(), matrix.cols(), values);
    }
}
