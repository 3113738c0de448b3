package org.driftscope.calibration;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.calibration.fit.ClosedFormFitter;
import org.driftscope.calibration.fit.FactorQuantiser;
import org.driftscope.calibration.fit.GroupFit;
import org.driftscope.calibration.fit.GroupFitter;
import org.driftscope.calibration.fit.GroupProblem;
import org.driftscope.calibration.fit.LayerProblem;
import org.driftscope.calibration.fit.VarianceMatching;
import org.driftscope.calibration.spec.AdapterParts;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Memo;
import org.jspecify.annotations.Nullable;

/** Fits every group of a layer by the same fitter, then the magnitude's rule and the bias. Keeps what it solved. */
final class FittedLayerSolver implements LayerSolver {
    private final LayerProblem problem;
    private final AdapterParts correction;
    private final List<? extends GroupFitter> fitters;
    private final Memo<Integer, LowRankAdapter> solved = Memo.keepingAll();

    /** @param fitters one a group of the problem */
    FittedLayerSolver(LayerProblem problem, AdapterParts correction, List<? extends GroupFitter> fitters) {
        this.problem = problem;
        this.correction = correction;
        this.fitters = List.copyOf(fitters);
    }

    @Override
    public Adapter solve(int rank, CancelToken cancel) {
        if (rank < 0) {
            throw new IllegalArgumentException("rank " + rank);
        }
        int capped = Math.min(rank, maxRank());
        return solved.get(capped, () -> fit(capped, cancel), cancel);
    }

    @Override
    public int maxRank() {
        return correction.lowRank() ? problem.maxRank() : 0;
    }

    @Override
    public double error(@Nullable Adapter adapter) {
        return problem.error(adapter);
    }

    @Override
    public double outputVariance() {
        return problem.outputVariance();
    }

    private LowRankAdapter fit(int rank, CancelToken cancel) {
        List<GroupFit> fits = new ArrayList<>();
        for (int g = 0; g < fitters.size(); g++) {
            cancel.throwIfCancelled();
            GroupFit fit =
                    FactorQuantiser.rounded(fitters.get(g).fit(rank, cancel), correction.factorBits(), problem.gain());
            fits.add(correction.varianceMatched() ? matched(problem.groups().get(g), fit) : fit);
        }
        return problem.adapter(rank, correction, fits);
    }

    private GroupFit matched(GroupProblem group, GroupFit fit) {
        LayerStatistics statistics = problem.statistics();
        double ridge = ClosedFormFitter.ridge(group, ClosedFormFitter.eps(statistics.images()));
        return fit.withGain(VarianceMatching.gains(group, fit.direction(group.drifted()), statistics, ridge));
    }
}
