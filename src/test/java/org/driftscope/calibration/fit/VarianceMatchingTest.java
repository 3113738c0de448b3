package org.driftscope.calibration.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.Vectors;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.support.CancelToken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VarianceMatchingTest {
    @BeforeAll
    static void vectors() {
        Vectors.assumePresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void gainsWeightsAndBiasesMatchTheReference(int rank) {
        GroupProblem problem = Vectors.problem("L1");
        double ridge = ClosedFormFitter.ridge(problem, 0.1);
        GroupFit fit = new ClosedFormFitter(problem, ridge, true, false, 0).fit(rank, new CancelToken());
        Matrix direction = fit.direction(problem.drifted());
        double[] gains = VarianceMatching.raw(problem, direction, 0);
        assertThat(gains).containsExactly(Vectors.array("L1_vm_r" + rank + "_gain"), within(1e-10));
        Matrix weights = direction.scaleColumns(gains);
        assertThat(weights.values()).containsExactly(Vectors.array("L1_vm_r" + rank + "_W"), within(1e-10));
        assertThat(problem.meanOf(problem.clean().minus(weights)))
                .containsExactly(Vectors.array("L1_vm_r" + rank + "_bias"), within(1e-10));
    }

    @Test
    void gainsAreClampedAndDrawnTowardsOneByFewImages() {
        GroupProblem problem = Vectors.problem("L1");
        Matrix shrunk = problem.drifted().scaleColumns(filled(16, 0.1));
        LayerStatistics tenImages = statistics(problem, 10 * 1024, 10);
        assertThat(VarianceMatching.gains(problem, shrunk, tenImages, 1)).containsOnly(Math.pow(2, 10 / 12.0));
    }

    @Test
    void aFinalDenseLayerWithFewImagesHasARidgeInsteadOfThePower() {
        GroupProblem problem = Vectors.problem("FC");
        double ridge = 0.3;
        double[] expected = VarianceMatching.raw(problem, problem.drifted(), ridge);
        assertThat(VarianceMatching.gains(problem, problem.drifted(), statistics(problem, 5, 5), ridge))
                .containsExactly(expected);
        double[] plain = VarianceMatching.raw(problem, problem.drifted(), 0);
        assertThat(VarianceMatching.gains(problem, problem.drifted(), statistics(problem, 10, 10), ridge)[3])
                .isCloseTo(Math.pow(plain[3], 10 / 12.0), within(1e-12));
    }

    private static LayerStatistics statistics(GroupProblem problem, long patches, int images) {
        return new LayerStatistics(
                "l", problem.rows(), List.of(problem.gram()), List.of(problem.mean()), patches, images);
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
