package org.driftscope.experiment.method;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.driftscope.calibration.AllocatedSolver;
import org.driftscope.calibration.RankAllocation;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/**
 * Low-rank corrections whose ranks share a budget, scale and bias a column beside them. The next rank goes to the layer
 * where it takes most off the network's loss for its price, as the output Fisher sees it.
 */
final class AllocatedRanks implements TrialMethod {
    @Override
    public List<Method> methods() {
        return List.of(Method.ALLOCATED);
    }

    @Override
    public MethodPlan foresee(PlanGround ground, CalibrationSpec spec) {
        return ground.allocated(spec);
    }

    @Override
    public Correction correct(Trial trial, Progress progress, CancelToken cancel) {
        long left = Budget.afterScaleAndBias(trial);
        Map<String, LayerStatistics> statistics = trial.statistics(progress, cancel);
        Map<String, OutputFisher> fisher = trial.fisher(progress, cancel);
        Map<String, OutputMoments> outputs = trial.outputs(cancel);
        AtomicInteger done = new AtomicInteger();
        Map<String, AllocatedSolver> solvers = trial.ofEach(
                layer -> {
                    AllocatedSolver solver = AllocatedSolver.of(
                            Trial.require(statistics, layer),
                            trial.target(layer),
                            trial.onChip(layer).weights(),
                            Trial.require(fisher, layer),
                            outputs.get(layer),
                            trial.calibration().settings(),
                            cancel);
                    progress.report(
                            "Factorising " + layer,
                            done.incrementAndGet(),
                            trial.layers().size());
                    return solver;
                },
                cancel);
        Map<String, Integer> ranks = RankAllocation.spend(
                solvers.values().stream().map(AllocatedSolver::offer).toList(), Correction.bits(left));
        CalibratedChip calibrated = trial.calibrated(
                statistics, outputs, layer -> Trial.require(solvers, layer).solve(Trial.require(ranks, layer)), cancel);
        return Correction.ofAdapters(trial.bench().network(), calibrated, List.of("Ranks: " + ranks + "."));
    }
}
