package org.driftscope.calibration;

import java.util.Arrays;
import org.driftscope.adapter.SparseAdapter;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.fit.ClosedFormFitter;
import org.driftscope.calibration.fit.GroupProblem;
import org.driftscope.calibration.fit.LayerProblem;
import org.driftscope.calibration.fit.VarianceMatching;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.WeightMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Restores single weights of one layer, then matches every output's variance and mean. Where it starts from the layer's
 * gain c, that is {@code s (c Wr + S) = s c (Wr + S / c)}.
 *
 * <p>A weight's importance is what restoring it alone takes off the network's loss:
 * {@code P (Wt - Wr)^2 diag(G_c) diag(S)}. All it knows of single drifted weights is a readout; what the readout got wrong
 * stays in the restored weights. Scale and bias need no readout: with the corrections in place the chip's own outputs for
 * the images are measured, and matched.
 */
public final class SparseSolver {
    private final LayerStatistics statistics;
    private final WeightMatrix target;
    private final WeightMatrix onChip;
    private final WeightMatrix start;
    private final LayerProblem.Start from;
    private final double gain;
    private final OutputFisher fisher;
    private final @Nullable OutputMoments outputs;

    /**
     * @param statistics of the layer's inputs
     * @param target clean weights Wt, [rows, cols]
     * @param onChip drifted weights Wr, whose outputs are measured, [rows, cols]
     * @param readout what is known of them one by one, [rows, cols]
     * @param fisher of the layer's outputs
     * @param outputs what the chip puts out, as it was measured; null for what its weights make of the inputs
     * @param settings whether it starts from the layer's gain
     */
    public SparseSolver(
            LayerStatistics statistics,
            WeightMatrix target,
            WeightMatrix onChip,
            WeightMatrix readout,
            OutputFisher fisher,
            @Nullable OutputMoments outputs,
            MethodSettings settings) {
        this.outputs = outputs;
        this.statistics = statistics;
        this.target = target;
        this.onChip = onChip;
        this.from = LayerProblem.Start.of(settings);
        this.gain = settings.layerGain() ? problem().gain() : 1;
        this.start = settings.layerGain() ? scaled(readout, gain) : readout;
        this.fisher = fisher;
    }

    /** Made when it is needed: it is several times as large as the layer. */
    private LayerProblem problem() {
        return new LayerProblem(statistics, target, onChip, from, outputs, true);
    }

    private static WeightMatrix scaled(WeightMatrix weights, double factor) {
        float[] values = weights.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) factor;
        }
        return new WeightMatrix(weights.rows(), weights.cols(), values);
    }

    /** Importance of every weight, row-major [rows, cols]. */
    public float[] importance() {
        int groupCols = target.cols() / statistics.groups();
        float[] importance = new float[target.values().length];
        for (int g = 0; g < statistics.groups(); g++) {
            double[] inputs = variances(g);
            double[] importances = fisher.diagonal(g);
            for (int row = 0; row < target.rows(); row++) {
                for (int j = 0; j < groupCols; j++) {
                    int col = g * groupCols + j;
                    double deviation = (double) target.at(row, col) - start.at(row, col);
                    importance[row * target.cols() + col] =
                            (float) (fisher.positions() * deviation * deviation * inputs[row] * importances[j]);
                }
            }
        }
        return importance;
    }

    /** The diagonal of G_c. */
    private double[] variances(int group) {
        double[] variances = statistics.moments().get(group).diagonal();
        double[] mean = statistics.moments().get(group).mean();
        for (int i = 0; i < variances.length; i++) {
            variances[i] = Math.max(0, variances[i] - mean[i] * mean[i]);
        }
        return variances;
    }

    /** The adapter that restores the weights at some places. @param places row-major, ascending */
    public SparseAdapter restore(int[] places) {
        float[] corrections = new float[places.length];
        WeightMatrix cells = scaled(onChip, gain);
        float[] restored = cells.values().clone();
        for (int i = 0; i < places.length; i++) {
            float added = target.values()[places[i]] - start.values()[places[i]];
            restored[places[i]] += added;
            corrections[i] = (float) (added / gain);
        }
        WeightMatrix corrected = new WeightMatrix(start.rows(), start.cols(), restored);
        LayerProblem problem = problem();
        int groupCols = target.cols() / statistics.groups();
        float[] scale = new float[target.cols()];
        float[] bias = new float[target.cols()];
        for (int g = 0; g < statistics.groups(); g++) {
            GroupProblem group = problem.groups().get(g);
            Matrix columns = GroupProblem.columns(corrected, g, statistics.groups());
            if (outputs != null) {
                // what is restored comes on top of what the outputs amount to
                Matrix own = GroupProblem.columns(cells, g, statistics.groups());
                columns = columns.minus(own.minus(group.drifted()));
            }
            double ridge = ClosedFormFitter.ridge(group, ClosedFormFitter.eps(statistics.images()));
            double[] gains = VarianceMatching.gains(group, columns, statistics, ridge);
            double[] shifts = group.meanOf(group.clean().minus(columns.scaleColumns(gains)));
            for (int j = 0; j < groupCols; j++) {
                scale[g * groupCols + j] = (float) (gains[j] * gain);
                bias[g * groupCols + j] = (float) (shifts[j] - gains[j] * group.restMean()[j]);
            }
        }
        return new SparseAdapter(
                statistics.layer(),
                target.rows(),
                target.cols(),
                Arrays.copyOf(places, places.length),
                corrections,
                scale,
                bias);
    }
}
