package org.driftscope.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.fit.AdapterArrays;
import org.driftscope.calibration.fit.ClosedFormFitter;
import org.driftscope.calibration.fit.FactorQuantiser;
import org.driftscope.calibration.fit.GroupFit;
import org.driftscope.calibration.fit.GroupFitter;
import org.driftscope.calibration.fit.GroupProblem;
import org.driftscope.calibration.fit.LargeGroup;
import org.driftscope.calibration.fit.LargeGroup.Columns;
import org.driftscope.calibration.fit.LargeProducts;
import org.driftscope.calibration.fit.LayerGain;
import org.driftscope.calibration.fit.LayerProblem;
import org.driftscope.calibration.fit.VarianceMatching;
import org.driftscope.calibration.spec.AdapterParts;
import org.driftscope.calibration.statistics.InputMoments;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Memo;
import org.jspecify.annotations.Nullable;

/**
 * A layer too large to keep its problem in doubles: between solves it holds what {@link LargeGroup} and its fitters do.
 * Starts from {@code c Wr}, c the layer's gain where the correction asks for it, else 1.
 */
final class LargeLayerSolver implements LayerSolver {
    /** Outputs of a group from which on eigenvectors are not found by a reduction of the whole matrix. */
    private static final int LARGE_COLS = 192;

    private final LayerStatistics statistics;
    private final WeightMatrix target;
    private final WeightMatrix drifted;
    private final AdapterParts correction;
    private final double gain;
    private final double driftedError;
    private final List<LargeGroup> groups = new ArrayList<>();
    private final List<GroupFitter> fitters = new ArrayList<>();
    private final Memo<Integer, Solved> solved = Memo.keepingAll();

    /** An adapter, and what its error follows from, one of each group. */
    private record Solved(LowRankAdapter adapter, List<Columns> columns) {}

    /** What a fitter is made of. @param ridge e @param clean gives Wt, [d, o] @param drifted gives c Wr, [d, o] */
    record Ground(
            InputMoments moments, boolean centred, double ridge, Supplier<Matrix> clean, Supplier<Matrix> drifted) {
        /** G W, of the moments that count. */
        Matrix gramTimes(Matrix weights) {
            return LargeGroup.gramTimes(moments, centred, weights);
        }

        /** The products that closed forms need. */
        LargeProducts products() {
            Matrix weights = drifted.get();
            return LargeProducts.of(moments, centred, ridge, clean.get().minus(weights), weights);
        }
    }

    /** A fitter, and the two products with G that were made on the way. */
    record Made(GroupFitter fitter, Matrix gramDeviation, Matrix gramDrifted) {
        static Made of(GroupFitter fitter, Ground ground) {
            Matrix weights = ground.drifted().get();
            Matrix deviation = ground.clean().get().minus(weights);
            return new Made(fitter, ground.gramTimes(deviation), ground.gramTimes(weights));
        }
    }

    /**
     * @param make the fitter of a group, given its number
     * @param cancel looked at between groups of this set-up
     * @throws org.driftscope.support.IncompatibleShapeException if statistics and weights are not of one layer
     */
    LargeLayerSolver(
            LayerStatistics statistics,
            WeightMatrix target,
            WeightMatrix drifted,
            AdapterParts correction,
            boolean startsFromGain,
            BiFunction<Integer, Ground, Made> make,
            CancelToken cancel) {
        LayerProblem.requireOneLayer(statistics, target, drifted);
        this.statistics = statistics;
        this.target = target;
        this.drifted = drifted;
        this.correction = correction;
        this.gain = startsFromGain ? layerGain() : 1;
        double error = 0;
        for (int g = 0; g < statistics.groups(); g++) {
            cancel.throwIfCancelled();
            InputMoments moments = statistics.moments().get(g);
            boolean centred = correction.bias();
            int group = g;
            Supplier<Matrix> clean = () -> columns(this.target, group);
            Supplier<Matrix> start = () -> started(group);
            Ground ground = new Ground(moments, centred, ridge(moments), clean, start);
            Made made = make.apply(g, ground);
            LargeGroup large = new LargeGroup(moments, centred, clean, start, made.gramDeviation(), made.gramDrifted());
            groups.add(large);
            fitters.add(made.fitter());
            error += gain == 1 ? large.driftedError() : driftedError(ground, group);
        }
        this.driftedError = error / drifted.cols();
    }

    /** Whether a layer is one for this solver. */
    static boolean suits(LayerStatistics statistics, WeightMatrix target) {
        return suits(statistics.rows(), target.cols() / statistics.groups());
    }

    /** @param rows inputs of a group @param cols outputs of a group */
    static boolean suits(int rows, int cols) {
        return rows > InputMoments.LARGE_ROWS || cols > LARGE_COLS;
    }

    @Override
    public Adapter solve(int rank, CancelToken cancel) {
        if (rank < 0) {
            throw new IllegalArgumentException("rank " + rank);
        }
        int capped = Math.min(rank, maxRank());
        return solved.get(capped, () -> fit(capped, cancel), cancel).adapter();
    }

    @Override
    public int maxRank() {
        return correction.lowRank() ? Math.min(drifted.rows(), groupCols()) : 0;
    }

    private Solved fit(int rank, CancelToken cancel) {
        List<Columns> columns = new ArrayList<>();
        AdapterArrays arrays = new AdapterArrays(rank, drifted.rows(), drifted.cols(), groups.size(), correction);
        for (int g = 0; g < groups.size(); g++) {
            cancel.throwIfCancelled();
            LargeGroup group = groups.get(g);
            GroupFit fit = FactorQuantiser.rounded(fitters.get(g).fit(rank, cancel), correction.factorBits(), gain);
            Columns corrected = group.corrected(fit.a(), fit.b());
            double[] gains = correction.varianceMatched() ? matched(group, corrected) : fit.gain();
            arrays.put(g, fit.withGain(gains), gain, corrected.squares(), missing(group, corrected, gains));
            columns.add(corrected);
        }
        return new Solved(arrays.adapter(statistics.layer(), gain), columns);
    }

    private double[] matched(LargeGroup group, Columns corrected) {
        double ridge = VarianceMatching.needsRidge(statistics) ? ridge(group.moments()) : 0;
        double[] wanted = variances(group, group.clean(), ridge);
        return VarianceMatching.gains(wanted, variances(group, corrected, ridge), statistics);
    }

    private static double[] variances(LargeGroup group, Columns columns, double ridge) {
        double[] variances = new double[columns.power().length];
        for (int j = 0; j < variances.length; j++) {
            double mean = columns.means()[j];
            variances[j] = columns.power()[j] + ridge * columns.squares()[j] - (group.isCentred() ? 0 : mean * mean);
        }
        return variances;
    }

    /** {@code tbar - W'^T mu}. */
    private static double[] missing(LargeGroup group, Columns corrected, double[] gains) {
        double[] missing = group.clean().means().clone();
        for (int j = 0; j < missing.length; j++) {
            missing[j] -= gains[j] * corrected.means()[j];
        }
        return missing;
    }

    @Override
    public double error(@Nullable Adapter adapter) {
        if (adapter == null) {
            return driftedError;
        }
        if (!(adapter instanceof LowRankAdapter lowRank)) {
            return new LayerProblem(statistics, target, drifted).error(adapter);
        }
        List<Columns> columns = columnsOf(lowRank);
        double sum = 0;
        for (int g = 0; g < groups.size(); g++) {
            sum += error(groups.get(g), g, lowRank, columns.get(g));
        }
        return Math.max(0, sum / drifted.cols());
    }

    /** Kept of an adapter of this solver's own, worked out for any other. */
    private List<Columns> columnsOf(LowRankAdapter adapter) {
        Solved known = solved.known(adapter.rank());
        if (known != null && known.adapter() == adapter) {
            return known.columns();
        }
        List<Columns> columns = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            Matrix a = AdapterArrays.groupA(adapter, g).times(gain);
            columns.add(groups.get(g).corrected(a, AdapterArrays.groupB(adapter, g)));
        }
        return columns;
    }

    @Override
    public double outputVariance() {
        double sum = 0;
        for (LargeGroup group : groups) {
            sum += Arrays.stream(variances(group, group.clean(), 0)).sum();
        }
        return sum / drifted.cols();
    }

    /** Of {@code W' = s (c Wr + c A B)}, where c s is the adapter's magnitude over the length of {@code Wr + A B}, or its gain. */
    private double error(LargeGroup group, int g, LowRankAdapter adapter, Columns columns) {
        double[] power = group.clean().power();
        double[] means = group.clean().means();
        double sum = 0;
        for (int j = 0; j < power.length; j++) {
            int col = g * groupCols() + j;
            double s = scale(adapter, col, columns.squares()[j]);
            double bias = adapter.bias().length == 0 ? 0 : adapter.bias()[col];
            double away = means[j] - s * columns.means()[j];
            double squared = power[j] - 2 * s * columns.withClean()[j] + s * s * columns.power()[j];
            sum += squared + (group.isCentred() ? (away - bias) * (away - bias) : bias * (bias - 2 * away));
        }
        return sum;
    }

    private double scale(LowRankAdapter adapter, int col, double square) {
        if (adapter.isDora()) {
            return square == 0 ? 0 : adapter.magnitude()[col] / Math.sqrt(square);
        }
        return (adapter.gain().length > 0 ? adapter.gain()[0] : 1) / gain;
    }

    private int groupCols() {
        return drifted.cols() / statistics.groups();
    }

    private Matrix columns(WeightMatrix weights, int group) {
        return GroupProblem.columns(weights, group, statistics.groups());
    }

    private Matrix started(int group) {
        Matrix weights = columns(drifted, group);
        return gain == 1 ? weights : weights.times(gain);
    }

    private double ridge(InputMoments moments) {
        return ClosedFormFitter.ridge(moments, ClosedFormFitter.eps(statistics.images()));
    }

    /** {@code sqrt(sum_j var(teacher_j) / sum_j var(chip_j))}; see {@link LayerGain}. */
    private double layerGain() {
        double wanted = 0;
        double present = 0;
        for (int g = 0; g < statistics.groups(); g++) {
            wanted += variance(statistics.moments().get(g), columns(target, g));
            present += variance(statistics.moments().get(g), columns(drifted, g));
        }
        return LayerGain.of(wanted, present);
    }

    private static double variance(InputMoments moments, Matrix weights) {
        Matrix product = LargeGroup.gramTimes(moments, true, weights);
        return Matrix.dot(weights.values(), 0, product.values(), 0, product.values().length);
    }

    /** Of Wr itself, where the fits start from another multiple. */
    private double driftedError(Ground ground, int group) {
        Matrix deviation = ground.clean().get().minus(columns(drifted, group));
        Matrix product = ground.moments().times(deviation);
        return Matrix.dot(deviation.values(), 0, product.values(), 0, product.values().length);
    }
}
