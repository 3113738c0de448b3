package org.driftscope.calibration.fit;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.spec.AdapterParts;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.statistics.InputMoments;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;
import org.driftscope.support.IncompatibleShapeException;
import org.jspecify.annotations.Nullable;

/** A layer's least-squares problems, one a group, and the way from fits to an adapter and its error. Immutable. */
public final class LayerProblem {
    private final LayerStatistics statistics;
    private final WeightMatrix drifted;
    private final List<GroupProblem> groups;
    private final List<GroupProblem> ungained;
    private final double driftedError;
    private final double gain;

    /** What the fits start from. */
    public enum Start {
        /** The drifted weights Wr. */
        DRIFTED,
        /** {@code c Wr}, c the {@link LayerGain}. */
        GAINED;

        public static Start of(MethodSettings settings) {
            return settings.layerGain() ? GAINED : DRIFTED;
        }
    }

    /** Starting from Wr. @throws IncompatibleShapeException if the statistics are of another layer */
    public LayerProblem(LayerStatistics statistics, WeightMatrix clean, WeightMatrix drifted) {
        this(statistics, clean, drifted, Start.DRIFTED);
    }

    /** @throws IncompatibleShapeException if the statistics are of another layer */
    public LayerProblem(LayerStatistics statistics, WeightMatrix clean, WeightMatrix drifted, Start start) {
        this(statistics, clean, drifted, start, null, false);
    }

    /**
     * Of a chip whose outputs were measured.
     *
     * @param outputs null where they are what the weights make of the inputs
     * @param centred whether a bias will be fitted
     * @throws IncompatibleShapeException if the statistics are of another layer
     */
    public LayerProblem(
            LayerStatistics statistics,
            WeightMatrix clean,
            WeightMatrix drifted,
            Start start,
            @Nullable OutputMoments outputs,
            boolean centred) {
        requireOneLayer(statistics, clean, drifted);
        this.statistics = statistics;
        this.drifted = drifted;
        List<GroupProblem> problems = new ArrayList<>();
        for (int g = 0; g < statistics.groups(); g++) {
            Matrix cleanColumns = GroupProblem.columns(clean, g, statistics.groups());
            Matrix driftedColumns = GroupProblem.columns(drifted, g, statistics.groups());
            InputMoments moments = statistics.moments().get(g);
            problems.add(
                    outputs == null
                            ? new GroupProblem(moments, cleanColumns, driftedColumns)
                            : GroupProblem.measured(
                                    moments, cleanColumns, driftedColumns, outputs, g, centred, ridge(moments)));
        }
        this.ungained = List.copyOf(problems);
        this.gain = LayerGain.of(start, problems);
        this.groups = start == Start.DRIFTED
                ? List.copyOf(problems)
                : problems.stream().map(group -> group.scaled(gain)).toList();
        this.driftedError =
                problems.stream().mapToDouble(GroupProblem::driftedError).sum() / drifted.cols();
    }

    private double ridge(InputMoments moments) {
        return ClosedFormFitter.ridge(moments, ClosedFormFitter.eps(statistics.images()));
    }

    /** @throws IncompatibleShapeException if the statistics are of another layer */
    public static void requireOneLayer(LayerStatistics statistics, WeightMatrix clean, WeightMatrix drifted) {
        if (statistics.rows() != clean.rows()
                || clean.rows() != drifted.rows()
                || clean.cols() != drifted.cols()
                || clean.cols() % statistics.groups() != 0) {
            throw new IncompatibleShapeException("Statistics of layer " + statistics.layer() + " are for "
                    + statistics.groups() + " group(s) of " + statistics.rows() + " inputs, but its weights are "
                    + clean.rows() + " x " + clean.cols() + "; gather them again for this network.");
        }
    }

    public LayerStatistics statistics() {
        return statistics;
    }

    /** The groups' problems, of {@code c Wr} where the fits start from that. */
    public List<GroupProblem> groups() {
        return groups;
    }

    /** c; 1 where the fits start from Wr. */
    public double gain() {
        return gain;
    }

    /** min(rows, cols of a group). */
    public int maxRank() {
        return Math.min(drifted.rows(), drifted.cols() / groups.size());
    }

    /** The adapter that does what the groups' fits say: {@code s (c Wr + A B) = s c (Wr + (A / c) B)}. */
    public LowRankAdapter adapter(int rank, AdapterParts correction, List<GroupFit> fits) {
        AdapterArrays arrays = new AdapterArrays(rank, drifted.rows(), drifted.cols(), groups.size(), correction);
        for (int g = 0; g < groups.size(); g++) {
            GroupFit fit = fits.get(g);
            GroupProblem group = groups.get(g);
            Matrix direction = fit.direction(group.drifted());
            double[] missing = group.meanOf(group.clean().minus(direction.scaleColumns(fit.gain())));
            for (int j = 0; j < missing.length; j++) {
                missing[j] -= fit.gain()[j] * group.rest().mean()[j];
            }
            // a magnitude is held against the cells' own weights
            Matrix cells = GroupProblem.columns(drifted, g, groups.size());
            arrays.put(g, fit, gain, squares(fit.direction(gain == 1 ? cells : cells.times(gain))), missing);
        }
        return arrays.adapter(statistics.layer(), gain);
    }

    private static double[] squares(Matrix direction) {
        double[] squares = new double[direction.cols()];
        for (int j = 0; j < squares.length; j++) {
            squares[j] = direction.dot(j, direction, j);
        }
        return squares;
    }

    /** {@code (1/o) mean ||Wt^T x - (W'^T x + b)||^2}; W' = Wr and b = 0 where there is no adapter. */
    public double error(@Nullable Adapter adapter) {
        return adapter == null ? driftedError : error(adapter.apply(drifted));
    }

    /** The same of whatever the layer computes with. */
    public double error(LayerChange change) {
        double sum = 0;
        for (int g = 0; g < groups.size(); g++) {
            Matrix used = GroupProblem.columns(change.weights(), g, groups.size());
            sum += groupError(ungained.get(g), used, change, g);
        }
        return Math.max(0, sum / drifted.cols());
    }

    /** What a change multiplies the outputs of some columns with; 1 where tiles below each other differ. */
    private static double[] scale(LayerChange change, int firstCol, int count) {
        float[] all = change.outputScale();
        double[] scale = new double[count];
        for (int j = 0; j < count; j++) {
            scale[j] = all.length == change.weights().cols() ? all[firstCol + j] : 1;
        }
        return scale;
    }

    /** Of the drifted layer's outputs, all together. */
    public double driftedVariance() {
        return ungained.stream().mapToDouble(GroupProblem::driftedVariance).sum();
    }

    /** Variance of the clean outputs, per output. */
    public double outputVariance() {
        return groups.stream().mapToDouble(GroupProblem::cleanVariance).sum() / drifted.cols();
    }

    private double groupError(GroupProblem group, Matrix corrected, LayerChange change, int g) {
        int firstCol = g * group.cols();
        float[] bias = change.addedBias();
        double[] scale = scale(change, firstCol, group.cols());
        Matrix cells = GroupProblem.columns(drifted, g, groups.size());
        // the crossbar's part of the weights is not its cells' but what its outputs amount to
        Matrix deviation = group.clean()
                .minus(corrected)
                .minus(group.drifted().minus(cells).scaleColumns(scale));
        Matrix product = group.timesGram(deviation);
        double[] means = group.meanOf(deviation);
        double sum = 0;
        for (int j = 0; j < means.length; j++) {
            double b = bias.length == 0 ? 0 : bias[firstCol + j];
            Rest rest = group.rest();
            double s = scale[j];
            sum += deviation.dot(j, product, j) - 2 * b * means[j] + b * b;
            sum += s * s * rest.power()[j] - 2 * s * deviation.dot(j, rest.crossed(), j) + 2 * s * b * rest.mean()[j];
        }
        return sum;
    }
}
