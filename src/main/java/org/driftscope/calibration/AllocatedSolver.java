package org.driftscope.calibration;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.calibration.fit.ClosedFormFitter;
import org.driftscope.calibration.fit.FisherFitter;
import org.driftscope.calibration.fit.GroupProblem;
import org.driftscope.calibration.fit.LargeFisherFitter;
import org.driftscope.calibration.fit.LargeProducts;
import org.driftscope.calibration.fit.LayerProblem;
import org.driftscope.calibration.spec.AdapterParts;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.CancelToken;
import org.jspecify.annotations.Nullable;

/**
 * A layer under a budget: corrections of every rank, weighted by the output Fisher, each with variance-matched scale and
 * bias, and what each rank is worth.
 */
public final class AllocatedSolver implements LayerSolver {
    private final LayerSolver solver;
    private final RankAllocation.Offer offer;

    private AllocatedSolver(LayerSolver solver, RankAllocation.Offer offer) {
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
     * @param outputs what the chip puts out, as it was measured; null for what the weights make of the inputs. Not looked at for
     *     large layers
     * @param settings whether the fit starts from the layer's gain, and how its factors are held
     * @throws org.driftscope.support.IncompatibleShapeException if statistics and weights are not of one layer
     */
    public static AllocatedSolver of(
            LayerStatistics statistics,
            WeightMatrix target,
            WeightMatrix drifted,
            OutputFisher fisher,
            @Nullable OutputMoments outputs,
            MethodSettings settings,
            CancelToken cancel) {
        return LargeLayerSolver.suits(statistics, target)
                ? large(statistics, target, drifted, fisher, settings, cancel)
                : small(statistics, target, drifted, fisher, outputs, settings, cancel);
    }

    /** Offers the first ranks only, whose directions are all that is sought. */
    static AllocatedSolver large(
            LayerStatistics statistics,
            WeightMatrix target,
            WeightMatrix drifted,
            OutputFisher fisher,
            MethodSettings settings,
            CancelToken cancel) {
        List<double[]> gains = new ArrayList<>();
        LayerSolver solver = new LargeLayerSolver(
                statistics,
                target,
                drifted,
                AdapterParts.allocated(settings),
                settings.layerGain(),
                (group, ground) -> {
                    LargeProducts products = Solvers.finite(statistics, ground::products);
                    LargeFisherFitter fitter = Solvers.finite(
                            statistics,
                            () -> new LargeFisherFitter(
                                    products, fisher.groups().get(group)));
                    gains.add(fitter.gains());
                    return new LargeLayerSolver.Made(fitter, products.gramDeviation(), products.gramDrifted());
                },
                cancel);
        return new AllocatedSolver(solver, offer(statistics, target, fisher, settings, gains));
    }

    private static AllocatedSolver small(
            LayerStatistics statistics,
            WeightMatrix target,
            WeightMatrix drifted,
            OutputFisher fisher,
            @Nullable OutputMoments outputs,
            MethodSettings settings,
            CancelToken cancel) {
        AdapterParts correction = AdapterParts.allocated(settings);
        LayerProblem problem = new LayerProblem(
                statistics, target, drifted, LayerProblem.Start.of(settings), outputs, correction.bias());
        List<FisherFitter> fitters = new ArrayList<>();
        for (int g = 0; g < problem.groups().size(); g++) {
            cancel.throwIfCancelled();
            GroupProblem group = problem.groups().get(g);
            double ridge = ClosedFormFitter.ridge(group, ClosedFormFitter.eps(statistics.images()));
            fitters.add(fitter(group, fisher.groups().get(g), ridge, statistics));
        }
        List<double[]> gains = fitters.stream().map(FisherFitter::gains).toList();
        return new AllocatedSolver(
                new FittedLayerSolver(problem, correction, fitters),
                offer(statistics, target, fisher, settings, gains));
    }

    /** @param gains of each group's ranks */
    private static RankAllocation.Offer offer(
            LayerStatistics statistics,
            WeightMatrix target,
            OutputFisher fisher,
            MethodSettings settings,
            List<double[]> gains) {
        double[] sums = new double[gains.get(0).length];
        for (double[] own : gains) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += fisher.positions() * own[k];
            }
        }
        long values = (long) statistics.groups() * target.rows() + target.cols();
        long cost = FactorPrecision.sramBits(settings.factorBits(), values, statistics.groups());
        return new RankAllocation.Offer(statistics.layer(), sums, cost);
    }

    private static FisherFitter fitter(GroupProblem group, double[] fisher, double ridge, LayerStatistics statistics) {
        try {
            return new FisherFitter(group, fisher, ridge);
        } catch (ArithmeticException notFinite) {
            throw statistics.notFinite(notFinite);
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

    @Override
    public double outputVariance() {
        return solver.outputVariance();
    }
}
