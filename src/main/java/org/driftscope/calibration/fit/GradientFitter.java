package org.driftscope.calibration.fit;

import java.util.Arrays;
import org.driftscope.algebra.Matrix;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;

/**
 * Layer-wise training as in Dong et al., arXiv 2504.03763 (2025): Adam on the layer's loss with a cosine-decayed learning
 * rate, from {@code m = ||Wr||}, {@code B = 0}, {@code A ~ N(0, 1/d)}. The column norm is differentiated.
 */
public final class GradientFitter implements GroupFitter {
    private final GroupProblem problem;
    private final boolean centred;
    private final boolean magnitude;
    private final RandomSource random;

    /**
     * @param centred whether a bias is fitted afterwards
     * @param magnitude whether a magnitude is trained
     * @param random starts A
     */
    public GradientFitter(GroupProblem problem, boolean centred, boolean magnitude, RandomSource random) {
        this.problem = problem;
        this.centred = centred;
        this.magnitude = magnitude;
        this.random = random;
    }

    @Override
    public GroupFit fit(int rank, CancelToken cancel) {
        Parameters parameters = start(rank);
        LowRankLoss loss = new LowRankLoss(problem, centred, magnitude);
        if (rank > 0 || magnitude) {
            train(parameters, loss, Schedule.forRank(rank), cancel);
        }
        double[] gains = loss.gains(parameters.a(), parameters.b(), parameters.m());
        Matrix a = new Matrix(problem.rows(), rank, parameters.a());
        return new GroupFit(a, new Matrix(rank, problem.cols(), parameters.b()), gains);
    }

    private void train(Parameters parameters, LowRankLoss loss, Schedule schedule, CancelToken cancel) {
        AdamMoments forA = new AdamMoments(parameters.a().length);
        AdamMoments forB = new AdamMoments(parameters.b().length);
        AdamMoments forM = new AdamMoments(parameters.m().length);
        for (int step = 0; step < schedule.steps(); step++) {
            cancel.throwIfCancelled();
            LowRankLoss.Gradients gradients = loss.at(parameters.a(), parameters.b(), parameters.m());
            double rate = schedule.rate(step);
            forA.stepInPlace(parameters.a(), gradients.a(), rate);
            forB.stepInPlace(parameters.b(), gradients.b(), rate);
            forM.stepInPlace(parameters.m(), gradients.m(), rate);
        }
    }

    private Parameters start(int rank) {
        int d = problem.rows();
        double[] a = random.child("A").gaussians(d * rank);
        for (int i = 0; i < a.length; i++) {
            a[i] /= Math.sqrt(d);
        }
        Matrix drifted = problem.drifted();
        double[] m = new double[problem.cols()];
        Arrays.setAll(m, j -> Math.sqrt(drifted.dot(j, drifted, j)));
        return new Parameters(a, new double[rank * problem.cols()], m);
    }

    /**
     * What is trained; overwritten step by step.
     *
     * @param a column-major [d, r]
     * @param b column-major [r, o]
     * @param m length o
     */
    private record Parameters(double[] a, double[] b, double[] m) {}

    /**
     * Steps and learning rate, decayed as half a cosine. A single direction bears, and needs, a larger rate.
     *
     * @param steps how many
     * @param initialRate at the first step
     */
    private record Schedule(int steps, double initialRate) {
        static Schedule forRank(int rank) {
            return rank <= 1 ? new Schedule(300, 3e-2) : new Schedule(200, 1e-2);
        }

        double rate(int step) {
            return initialRate / 2 * (1 + Math.cos(Math.PI * step / steps));
        }
    }
}
