package org.driftscope.calibration;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.calibration.algebra.Matrix;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;
import org.driftscope.support.IncompatibleShapeException;
import org.jspecify.annotations.Nullable;

/** A layer's least-squares problems, one a group, and the way from fits to an adapter and its error. Immutable. */
final class LayerProblem {
    private final LayerStatistics statistics;
    private final WeightMatrix drifted;
    private final List<GroupProblem> groups;
    private final double driftedError;
    private final double gain;

    /** What the fits start from. */
    enum Start {
        /** The drifted weights Wr. */
        DRIFTED,
        /** {@code c Wr}, c the {@link LayerGain}. */
        GAINED;

        static Start of(MethodSettings settings) {
            return settings.layerGain() ? GAINED : DRIFTED;
        }
    }

    /** Starting from Wr. @throws IncompatibleShapeException if the statistics are of another layer */
    LayerProblem(LayerStatistics statistics, WeightMatrix clean, WeightMatrix drifted) {
        this(statistics, clean, drifted, Start.DRIFTED);
    }

    /** @throws IncompatibleShapeException if the statistics are of another layer */
    LayerProblem(LayerStatistics statistics, WeightMatrix clean, WeightMatrix drifted, Start start) {
        if (statistics.rows() != clean.rows()
                || clean.rows() != drifted.rows()
                || clean.cols() != drifted.cols()
                || clean.cols() % statistics.groups() != 0) {
            throw new IncompatibleShapeException("Statistics of layer " + statistics.layer() + " are for "
                    + statistics.groups() + " group(s) of " + statistics.rows() + " inputs, but its weights are "
                    + clean.rows() + " x " + clean.cols() + "; gather them again for this network.");
        }
        this.statistics = statistics;
        this.drifted = drifted;
        List<GroupProblem> problems = new ArrayList<>();
        for (int g = 0; g < statistics.groups(); g++) {
            Matrix cleanColumns = GroupProblem.columns(clean, g, statistics.groups());
            Matrix driftedColumns = GroupProblem.columns(drifted, g, statistics.groups());
            problems.add(
                    new GroupProblem(statistics.gram().get(g), statistics.mean().get(g), cleanColumns, driftedColumns));
        }
        this.gain = LayerGain.of(start, problems);
        this.groups = start == Start.DRIFTED
                ? List.copyOf(problems)
                : problems.stream().map(group -> group.scaled(gain)).toList();
        this.driftedError =
                problems.stream().mapToDouble(GroupProblem::driftedError).sum() / drifted.cols();
    }

    LayerStatistics statistics() {
        return statistics;
    }

    /** The groups' problems, of {@code c Wr} where the fits start from that. */
    List<GroupProblem> groups() {
        return groups;
    }

    /** c; 1 where the fits start from Wr. */
    double gain() {
        return gain;
    }

    /** min(rows, cols of a group). */
    int maxRank() {
        return Math.min(drifted.rows(), drifted.cols() / groups.size());
    }

    /** The adapter that does what the groups' fits say: {@code s (c Wr + A B) = s c (Wr + (A / c) B)}. */
    LowRankAdapter adapter(int rank, Correction correction, List<GroupFit> fits) {
        int d = drifted.rows();
        int o = drifted.cols();
        int groupCols = o / groups.size();
        float[] a = new float[d * groups.size() * rank];
        float[] b = new float[rank * o];
        float[] magnitude = new float[correction.magnitude() ? o : 0];
        float[] bias = new float[correction.bias() ? o : 0];
        for (int g = 0; g < groups.size(); g++) {
            GroupFit fit = fits.get(g);
            copyTransposed(gain == 1 ? fit.a() : fit.a().times(1 / gain), a, g * rank, groups.size() * rank);
            copyTransposed(fit.b(), b, g * groupCols, o);
            Matrix direction = fit.direction(groups.get(g).drifted());
            if (correction.magnitude()) {
                copyMagnitudes(direction, fit.gain(), magnitude, g * groupCols);
            }
            if (correction.bias()) {
                copyBiases(groups.get(g), direction.scaleColumns(fit.gain()), bias, g * groupCols);
            }
        }
        // a magnitude holds the gain: m = s ||c Wr + A B||
        float[] alone = correction.layerGain() && !correction.magnitude() ? new float[] {(float) gain} : new float[0];
        return new LowRankAdapter(statistics.layer(), rank, d, o, groups.size(), a, b, magnitude, bias, alone);
    }

    /** {@code (1/o) mean ||Wt^T x - (W'^T x + b)||^2}; W' = Wr and b = 0 where there is no adapter. */
    double error(@Nullable Adapter adapter) {
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

    private static void copyMagnitudes(Matrix direction, double[] gain, float[] magnitude, int firstCol) {
        for (int j = 0; j < gain.length; j++) {
            magnitude[firstCol + j] = (float) (gain[j] * Math.sqrt(direction.dot(j, direction, j)));
        }
    }

    /** {@code b = tbar - W'^T mu}. */
    private static void copyBiases(GroupProblem group, Matrix used, float[] bias, int firstCol) {
        double[] means = group.meanOf(group.clean().minus(used));
        for (int j = 0; j < means.length; j++) {
            bias[firstCol + j] = (float) means[j];
        }
    }

    /** Copies a column-major matrix into a row-major array of {@code stride} columns, from column {@code firstCol} on. */
    private static void copyTransposed(Matrix from, float[] to, int firstCol, int stride) {
        for (int col = 0; col < from.cols(); col++) {
            for (int row = 0; row < from.rows(); row++) {
                to[row * stride + firstCol + col] = (float) from.at(row, col);
            }
        }
    }
}
