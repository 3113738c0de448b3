package org.driftscope.calibration;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.adapter.Adapter;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.CancelToken;
import org.jspecify.annotations.Nullable;

/**
 * A layer under a budget: corrections of every rank, weighted by the output Fisher, each with variance-matched scale and
 * bias, and what each rank is worth.
 */
public final class AllocatedSolver implements LayerSolver {
    private final FittedLayerSolver solver;
    private final RankAllocation.Offer offer;

    private AllocatedSolver(FittedLayerSolver solver, RankAllocation.Offer offer) {
        this.solver = solver;
        this.offer = offer;
    }

    /**
     * Factorises one layer.
     *
     * @param statistics of the layer's inputs
     * @param target clean weights Wt, [rows, cols]
     * @param drifted weights read through the crossbar Wr, [rows, cols]; never modified
     * @param fisher of the layer's outputs
     * @param settings whether the fit starts from the layer's gain
     * @throws org.driftscope.support.IncompatibleShapeException if statistics and weights are not of one layer
     */
    public static AllocatedSolver of(
            LayerStatistics statistics,
            WeightMatrix target,
            WeightMatrix drifted,
            OutputFisher fisher,
            MethodSettings settings,
            CancelToken cancel) {
        LayerProblem problem = new LayerProblem(statistics, target, drifted, LayerProblem.Start.of(settings));
        List<FisherFitter> fitters = new ArrayList<>();
        double[] gains = new double[problem.maxRank()];
        for (int g = 0; g < problem.groups().size(); g++) {
            cancel.throwIfCancelled();
            GroupProblem group = problem.groups().get(g);
            double ridge = ClosedFormFitter.ridge(group, ClosedFormFitter.eps(statistics.images()));
            FisherFitter fitter = fitter(group, fisher.groups().get(g), ridge, statistics);
            double[] own = fitter.gains();
            for (int k = 0; k < gains.length; k++) {
                gains[k] += fisher.positions() * own[k];
            }
            fitters.add(fitter);
        }
        long cost = (long) problem.groups().size() * target.rows() + target.cols();
        return new AllocatedSolver(
                new FittedLayerSolver(problem, Correction.ALLOCATED, fitters),
                new RankAllocation.Offer(statistics.layer(), gains, cost));
    }

    private static FisherFitter fitter(GroupProblem group, double[] fisher, double ridge, LayerStatistics statistics) {
        try {
            return new FisherFitter(group, fisher, ridge);
        } catch (ArithmeticException notFinite) {
            throw Solvers.notFinite(statistics, notFinite);
        }
    }

    /** What each rank takes off the network's loss, and what it costs. */
    public RankAllocation.Offer offer() {
        return offer;
    }

    @Override
    public Adapter solve(int rank, CancelToken cancel) {
        return solver.solve(rank, cancel);
    }

    @Override
    public int maxRank() {
        return solver.maxRank();
    }

    @Override
    public double error(@Nullable Adapter adapter) {
        return solver.error(adapter);
    }
}
