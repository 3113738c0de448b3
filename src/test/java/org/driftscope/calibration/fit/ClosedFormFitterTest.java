package org.driftscope.calibration.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.Vectors;
import org.driftscope.support.CancelToken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClosedFormFitterTest {
    @BeforeAll
    static void vectors() {
        Vectors.assumePresent();
    }

    /** One file family: layer, ridge share, rank, with scale, with bias. */
    record Case(String layer, double eps, int rank, boolean scale, boolean bias) {
        String name() {
            return layer + "_cf_eps" + eps + "_r" + rank + "_s" + (scale ? 1 : 0) + "_b" + (bias ? 1 : 0);
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String layer : Vectors.LAYERS) {
            for (double eps : new double[] {0.001, 0.1}) {
                for (int i = 0; i < 12; i++) {
                    Case candidate = new Case(layer, eps, i / 4, i % 2 == 1, i / 2 % 2 == 1);
                    if (Vectors.has(candidate.name() + "_W")) {
                        cases.add(candidate);
                    }
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void weightsAndScalesMatchTheReference(Case c) {
        GroupProblem problem = Vectors.problem(c.layer());
        double ridge = ClosedFormFitter.ridge(problem, c.eps());
        assertMatches(
                c,
                problem,
                new ClosedFormFitter(problem, ridge, c.bias(), c.scale(), 6).fit(c.rank(), new CancelToken()));
        if (c.rank() == 0) {
            assertMatches(
                    c,
                    problem,
                    ScaleFitter.of(problem, ridge, c.bias(), c.scale()).fit(0, new CancelToken()));
        }
    }

    @Test
    void thereAreReferencesForEveryCombination() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(3 * 2 * 8);
    }

    @Test
    void moreAlternationsNeverRaiseTheRidgedLoss() {
        GroupProblem problem = Vectors.problem("L1");
        double ridge = ClosedFormFitter.ridge(problem, 0.1);
        double last = Double.POSITIVE_INFINITY;
        for (int alternations : new int[] {1, 2, 6, 20}) {
            GroupFit fit = new ClosedFormFitter(problem, ridge, false, true, alternations).fit(1, new CancelToken());
            double loss = ridgedLoss(problem, fit, ridge);
            assertThat(loss).isLessThanOrEqualTo(last * (1 + 1e-12));
            last = loss;
        }
    }

    @Test
    void theRidgeShareFollowsTheNumberOfImages() {
        assertThat(ClosedFormFitter.eps(1)).isEqualTo(1);
        assertThat(ClosedFormFitter.eps(10)).isEqualTo(0.1);
        assertThat(ClosedFormFitter.eps(1000)).isEqualTo(0.01);
    }

    private static void assertMatches(Case c, GroupProblem problem, GroupFit fit) {
        Matrix weights = fit.direction(problem.drifted()).scaleColumns(fit.gain());
        assertThat(weights.values()).containsExactly(Vectors.array(c.name() + "_W"), within(1e-9));
        assertThat(fit.gain()).containsExactly(Vectors.array(c.name() + "_s"), within(1e-9));
        if (c.bias()) {
            double[] bias = problem.meanOf(problem.clean().minus(weights));
            assertThat(bias).containsExactly(Vectors.array(c.name() + "_bias"), within(1e-9));
        }
    }

    /** The loss the alternation descends: error plus {@code e ||W' - Wr||^2}. */
    private static double ridgedLoss(GroupProblem problem, GroupFit fit, double ridge) {
        Matrix weights = fit.direction(problem.drifted()).scaleColumns(fit.gain());
        Matrix error = problem.clean().minus(weights);
        Matrix pull = weights.minus(problem.drifted());
        Matrix product = problem.timesGram(error);
        double loss = 0;
        for (int j = 0; j < error.cols(); j++) {
            loss += error.dot(j, product, j) + ridge * pull.dot(j, pull, j);
        }
        return loss;
    }
}
