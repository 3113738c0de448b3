package org.driftscope.calibration.fit;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.spec.AdapterParts;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;
import org.driftscope.support.IncompatibleShapeException;
import org.jspecify.annotations.Nullable;

/** A layer's least-squares problems, one a group, and the way from fits to an adapter and its error. Immutable. */
public final class LayerProblem {
    private final LayerStatistics statistics;
    private final WeightMatrix drifted;
    private final List<GroupProblem> groups;
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
        requireOneLayer(statistics, clean, drifted);
        this.statistics = statistics;
        this.drifted = drifted;
        List<GroupProblem> problems = new ArrayList<>();
        for (int g = 0; g < statistics.groups(); g++) {
            Matrix cleanColumns = GroupProblem.columns(clean, g, statistics.groups());
            Matrix driftedColumns = GroupProblem.columns(drifted, g, statistics.groups());
            problems.add(new GroupProblem(statistics.moments().get(g), cleanColumns, driftedColumns));
        }
        this.gain = LayerGain.of(start, problems);
        this.groups = start == Start.DRIFTED
                ? List.copyOf(problems)
                : problems.stream().map(group -> group.scaled(gain)).toList();
        this.driftedError =
                problems.stream().mapToDouble(GroupProblem::driftedError).sum() / drifted.cols();
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
            arrays.put(g, fit, gain, squares(direction), missing);
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

    private double error(LayerChange change) {
        int groupCols = drifted.cols() / groups.size();
        double sum = 0;
        for (int g = 0; g < groups.size(); g++) {
            Matrix used = GroupProblem.columns(change.weights(), g, groups.size());
            sum += groupError(groups.get(g), used, change.addedBias(), g * groupCols);
        }
        return Math.max(0, sum / drifted.cols());
    }

    /** Variance of the clean outputs, per output. */
    public double outputVariance() {
        return groups.stream().mapToDouble(GroupProblem::cleanVariance).sum() / drifted.cols();
    }

    private static double groupError(GroupProblem group, Matrix used, float[] bias, int firstCol) {
        Matrix deviation = group.clean().minus(used);
        Matrix product = group.timesGram(deviation);
        double[] means = group.meanOf(deviation);
        double sum = 0;
        for (int j = 0; j < means.length; j++) {
            double b = bias.length == 0 ? 0 : bias[firstCol + j];
            sum += deviation.dot(j, product, j) - 2 * b * means[j] + b * b;
        }
        return sum;
    }
}
