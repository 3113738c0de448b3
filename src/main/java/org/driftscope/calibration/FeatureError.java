package org.driftscope.calibration;

import org.driftscope.adapter.Adapter;
import org.driftscope.calibration.fit.LayerProblem;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;
import org.jspecify.annotations.Nullable;

/** Mean squared feature error of one layer, whatever fitted its adapter. */
public final class FeatureError {
    private final LayerProblem problem;

    /**
     * @param statistics of the layer's inputs
     * @param target clean weights, [rows, cols]
     * @param drifted what the drifted cells amount to, [rows, cols]
     * @throws org.driftscope.support.IncompatibleShapeException if statistics and weights are not of one layer
     */
    public FeatureError(LayerStatistics statistics, WeightMatrix target, WeightMatrix drifted) {
        this(statistics, target, drifted, null);
    }

    /** As above. @param outputs as they were measured; null for what the weights make of the inputs */
    public FeatureError(
            LayerStatistics statistics, WeightMatrix target, WeightMatrix drifted, @Nullable OutputMoments outputs) {
        this.problem = new LayerProblem(statistics, target, drifted, LayerProblem.Start.DRIFTED, outputs, false);
    }

    /** As {@link LayerSolver#error}. @param adapter null for the drifted layer itself */
    public double of(@Nullable Adapter adapter) {
        return problem.error(adapter);
    }

    /** Of whatever the layer computes with. */
    public double with(LayerChange change) {
        return problem.error(change);
    }

    /** As {@link LayerSolver#outputVariance}. */
    public double outputVariance() {
        return problem.outputVariance();
    }

    /** A squared error of this layer as {@link #relative(double, double)} has it. */
    public double relative(double squared) {
        return relative(squared, outputVariance());
    }

    /**
     * Root-mean-square error over the standard deviation of the clean output; 1 is an error as large as it.
     *
     * @param squared error per output
     * @param variance of the clean outputs, per output
     * @return NaN where the outputs do not vary
     */
    public static double relative(double squared, double variance) {
        return variance > 0 ? Math.sqrt(squared / variance) : Double.NaN;
    }
}
