package org.driftscope.calibration.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.driftscope.calibration.Vectors;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowRankLossTest {
    @BeforeAll
    static void vectors() {
        Vectors.assumePresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "L1", "FC"})
    void lossAndGradientsMatchTheReference(String layer) {
        LowRankLoss loss = new LowRankLoss(Vectors.problem(layer), false, true);
        LowRankLoss.Gradients at = loss.at(a(layer), b(layer), m(layer));
        assertThat(at.loss()).isCloseTo(Vectors.array(layer + "_loss")[0], within(1e-12));
        assertThat(at.a()).containsExactly(Vectors.array(layer + "_grad_A_full"), within(1e-12));
        assertThat(at.b()).containsExactly(Vectors.array(layer + "_grad_B_full"), within(1e-12));
        assertThat(at.m()).containsExactly(Vectors.array(layer + "_grad_m_full"), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "L1", "FC"})
    void weightsMatchTheReference(String layer) {
        GroupProblem problem = Vectors.problem(layer);
        double[] gains = new LowRankLoss(problem, false, true).gains(a(layer), b(layer), m(layer));
        GroupFit fit = new GroupFit(Vectors.matrix(layer + "_A"), Vectors.matrix(layer + "_B"), gains);
        assertThat(fit.direction(problem.drifted()).scaleColumns(gains).values())
                .containsExactly(Vectors.array(layer + "_Weff"), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "L1", "FC"})
    void twentyAdamStepsMatchTheReference(String layer) {
        LowRankLoss loss = new LowRankLoss(Vectors.problem(layer), false, true);
        double[] a = a(layer);
        double[] b = b(layer);
        double[] m = m(layer);
        AdamMoments forA = new AdamMoments(a.length);
        AdamMoments forB = new AdamMoments(b.length);
        AdamMoments forM = new AdamMoments(m.length);
        double[] losses = new double[20];
        for (int step = 0; step < losses.length; step++) {
            LowRankLoss.Gradients gradients = loss.at(a, b, m);
            losses[step] = gradients.loss();
            forA.stepInPlace(a, gradients.a(), 1e-2);
            forB.stepInPlace(b, gradients.b(), 1e-2);
            forM.stepInPlace(m, gradients.m(), 1e-2);
        }
        assertThat(losses).containsExactly(Vectors.array(layer + "_adam_losses"), within(1e-10));
        assertThat(a).containsExactly(Vectors.array(layer + "_adam20_A"), within(1e-10));
        assertThat(b).containsExactly(Vectors.array(layer + "_adam20_B"), within(1e-10));
        assertThat(m).containsExactly(Vectors.array(layer + "_adam20_m"), within(1e-10));
    }

    @Test
    void gradientsMatchFiniteDifferencesWithAndWithoutMagnitudeAndCentring() {
        for (boolean magnitude : new boolean[] {true, false}) {
            for (boolean centred : new boolean[] {true, false}) {
                assertFiniteDifferences(new LowRankLoss(Vectors.problem("tiny"), centred, magnitude), magnitude);
            }
        }
    }

    private static void assertFiniteDifferences(LowRankLoss loss, boolean magnitude) {
        double[][] parameters = {
            RandomSource.of(1).child("a").gaussians(12),
            RandomSource.of(1).child("b").gaussians(6),
            {1, 2, 0.5}
        };
        LowRankLoss.Gradients at = loss.at(parameters[0], parameters[1], parameters[2]);
        double[][] gradients = {at.a(), at.b(), at.m()};
        for (int p = 0; p < (magnitude ? 3 : 2); p++) {
            for (int i = 0; i < parameters[p].length; i++) {
                double step = 1e-5;
                double value = parameters[p][i];
                parameters[p][i] = value + step;
                double above =
                        loss.at(parameters[0], parameters[1], parameters[2]).loss();
                parameters[p][i] = value - step;
                double below =
                        loss.at(parameters[0], parameters[1], parameters[2]).loss();
                parameters[p][i] = value;
                assertThat(gradients[p][i]).isCloseTo((above - below) / (2 * step), within(1e-7));
            }
        }
    }

    private static double[] a(String layer) {
        return Vectors.array(layer + "_A");
    }

    private static double[] b(String layer) {
        return Vectors.array(layer + "_B");
    }

    private static double[] m(String layer) {
        return Vectors.array(layer + "_m");
    }
}
