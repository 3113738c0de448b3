package org.driftscope.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.algebra.LeadingEigenvectors;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.algebra.SymmetricOperator;
import org.driftscope.calibration.fit.ClosedFormFitter;
import org.driftscope.calibration.fit.FisherFitter;
import org.driftscope.calibration.fit.GroupFit;
import org.driftscope.calibration.fit.GroupProblem;
import org.driftscope.calibration.fit.LargeFisherFitter;
import org.driftscope.calibration.fit.LargeProducts;
import org.driftscope.calibration.fit.ResidualForm;
import org.driftscope.calibration.fit.ResidualSeries;
import org.driftscope.calibration.fit.RoughResidual;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.statistics.DenseMoments;
import org.driftscope.calibration.statistics.FactoredMoments;
import org.driftscope.calibration.statistics.InputMoments;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large layers against the dense formulas, on layers small enough for both. */
class LargeLayerSolverTest {
    /** How the moments are kept, and which shape that is for. */
    private record Case(String name, int rows, int cols, int patches, double rest) {}

    private static Stream<Case> cases() {
        return Stream.of(
                new Case("fewer patches than inputs", 40, 9, 25, 0),
                new Case("more outputs than inputs", 20, 33, 12, 0),
                new Case("a single patch less than nothing kept", 30, 7, 2, 0),
                new Case("leading directions and a rest", 40, 9, 15, 0.3));
    }

    private static FactoredMoments factored(Case c, RandomSource random) {
        double[] x = random.child("x").gaussians(c.rows() * c.patches());
        double[] mean = new double[c.rows()];
        float[] factors = new float[x.length];
        float[] rest = new float[c.rest() == 0 ? 0 : c.rows()];
        for (int row = 0; row < c.rows(); row++) {
            mean[row] = 0.2 * row / c.rows();
            for (int p = 0; p < c.patches(); p++) {
                factors[row * c.patches() + p] = (float) (x[row * c.patches() + p] / Math.sqrt(c.patches()));
            }
            if (rest.length > 0) {
                rest[row] = (float) (c.rest() * (1 + row % 3));
            }
        }
        return new FactoredMoments(factors, rest, mean);
    }

    private static Matrix weights(Case c, RandomSource random) {
        return new Matrix(c.rows(), c.cols(), random.gaussians(c.rows() * c.cols()));
    }

    private static Matrix drifted(Matrix clean, RandomSource random) {
        double[] values = clean.values().clone();
        double[] normal = random.gaussians(values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] *= 1 + 0.25 * normal[i];
        }
        return new Matrix(clean.rows(), clean.cols(), values);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productsMatchThoseOfTheWholeGramMatrix(Case c) {
        FactoredMoments moments = factored(c, RandomSource.of(1));
        Matrix w = weights(c, RandomSource.of(2));
        Matrix gram = new Matrix(c.rows(), c.rows(), moments.gram());
        assertThat(moments.times(w).values())
                .containsExactly(Products.times(gram, w).values(), within(1e-12));
        double[] column = RandomSource.of(3).gaussians(c.rows());
        DenseMoments dense = new DenseMoments(gram.values(), moments.mean());
        assertThat(moments.power(column, 3, c.rows() - 2))
                .isCloseTo(dense.power(column, 3, c.rows() - 2), within(1e-9));
        assertThat(moments.diagonal()).containsExactly(dense.diagonal(), within(1e-12));
        assertThat(moments.trace()).isCloseTo(dense.trace(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fitsMatchTheDenseFormulas(Case c) {
        FactoredMoments moments = factored(c, RandomSource.of(4));
        Matrix clean = weights(c, RandomSource.of(5));
        Matrix drifted = drifted(clean, RandomSource.of(6));
        for (boolean centred : List.of(true, false)) {
            for (boolean scale : List.of(true, false)) {
                GroupProblem problem =
                        new GroupProblem(new DenseMoments(moments.gram(), moments.mean()), clean, drifted);
                double ridge = 0.1 * problem.trace() / c.rows();
                ClosedFormFitter dense = new ClosedFormFitter(problem, ridge, centred, scale, 20);
                LargeProducts products = LargeProducts.of(moments, centred, ridge, clean.minus(drifted), drifted);
                ClosedFormFitter large =
                        new ClosedFormFitter(products.form(), products.backward(), () -> drifted, scale, 20);
                for (int rank : new int[] {0, 1, 3}) {
                    GroupFit expected = dense.fit(rank, new CancelToken());
                    GroupFit actual = large.fit(rank, new CancelToken());
                    assertThat(actual.gain()).containsExactly(expected.gain(), within(1e-10));
                    assertThat(Products.times(actual.a(), actual.b()).values())
                            .containsExactly(
                                    Products.times(expected.a(), expected.b()).values(), within(1e-10));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fisherWeightedRanksTakeOffAsMuchAndGiveTheSameCorrection(Case c) {
        FactoredMoments moments = factored(c, RandomSource.of(9));
        Matrix clean = weights(c, RandomSource.of(10));
        Matrix drifted = drifted(clean, RandomSource.of(11));
        Matrix root = new Matrix(c.cols(), c.cols(), RandomSource.of(12).gaussians(c.cols() * c.cols()));
        double[] fisher = Products.transposedTimes(root, root).values();
        double floor = 0;
        for (int i = 0; i < c.cols(); i++) {
            floor += 1e-3 * fisher[i * c.cols() + i] / c.cols();
        }
        LargeFisherFitter large =
                new LargeFisherFitter(LargeProducts.of(moments, true, 0.3, clean.minus(drifted), drifted), fisher);
        double[] raised = fisher.clone();
        for (int i = 0; i < c.cols(); i++) {
            raised[i * c.cols() + i] += floor;
        }
        FisherFitter dense = new FisherFitter(
                new GroupProblem(new DenseMoments(moments.gram(), moments.mean()), clean, drifted), raised, 0.3);
        for (int k = 0; k < 3 && k < c.patches(); k++) {
            assertThat(large.gains()[k]).isCloseTo(dense.gains()[k], within(1e-8 * dense.gains()[0]));
        }
        GroupFit expected = dense.fit(2, new CancelToken());
        GroupFit actual = large.fit(2, new CancelToken());
        assertThat(Products.times(actual.a(), actual.b()).values())
                .containsExactly(Products.times(expected.a(), expected.b()).values(), within(1e-7));
    }

    /** Features of any size: squares of the smallest would be nothing in single precision. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-25, 1e20})
    void roughResidualsAreThoseOfDoublePrecision(double size) {
        Matrix root = new Matrix(40, 60, RandomSource.of(20).gaussians(40 * 60)).times(size);
        Matrix outputs = new Matrix(40, 60, RandomSource.of(21).gaussians(40 * 60)).times(3 * size);
        Matrix residual = Products.transposedTimes(root, root);
        Matrix cross = Products.transposedTimes(root, outputs);
        Matrix drifted = Products.transposedTimes(outputs, outputs);
        double[] shift = Arrays.stream(RandomSource.of(22).gaussians(60))
                .map(t -> 0.1 * t)
                .toArray();
        Matrix vectors = new Matrix(60, 5, RandomSource.of(23).gaussians(60 * 5));
        ResidualForm.Tall tall = new ResidualForm.Tall(root, outputs);
        ResidualForm.Square square = new ResidualForm.Square(residual, cross, drifted);
        for (ResidualSeries rough : List.of(RoughResidual.of(tall), RoughResidual.of(square))) {
            try (rough;
                    SymmetricOperator exact = tall.at(shift);
                    SymmetricOperator nearly = rough.at(shift)) {
                double within = 1e-3 * size * size;
                assertThat(nearly.times(vectors).values())
                        .containsExactly(exact.times(vectors).values(), within(within));
                assertThat(rough.crossed(vectors).values())
                        .containsExactly(tall.crossed(shift, vectors).values(), within(within));
                assertThat(square.crossed(shift, vectors).values())
                        .containsExactly(tall.crossed(shift, vectors).values(), within(1e-8 * within));
            }
        }
    }

    private static Stream<CalibrationSpec> specs() {
        List<CalibrationSpec> specs = new ArrayList<>();
        for (Method method : Method.all()) {
            if (!method.isLayerWise()) {
                continue;
            }
            for (MagnitudeRule rule : MagnitudeRule.values()) {
                for (boolean bias : List.of(true, false)) {
                    CalibrationSpec spec = new CalibrationSpec(method, 2, rule, bias, SolverKind.CLOSED_FORM, 10);
                    specs.add(spec);
                    specs.add(spec.withSettings(spec.settings().withLayerGain(true)));
                }
            }
        }
        specs.add(CalibrationSpec.defaults().withSolver(SolverKind.GRADIENT));
        return specs.stream();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void adaptersAndErrorsMatchThoseOfTheSmallSolver(CalibrationSpec spec) {
        Case c = new Case("grouped", 24, 10, 11, 0);
        RandomSource random = RandomSource.of(7);
        List<InputMoments> moments = List.of(factored(c, random.child("a")), factored(c, random.child("b")));
        WeightMatrix clean = floats(c, random.child("w"), 1);
        WeightMatrix drifted = shrunk(clean, random.child("n"));
        LayerStatistics large = new LayerStatistics("l", c.rows(), moments, 11, 10);
        LayerStatistics small = new LayerStatistics("l", c.rows(), large.gram(), large.mean(), 11, 10);
        LayerSolver expected = Solvers.of(spec, small, clean, drifted, random, new CancelToken());
        LayerSolver actual = Solvers.large(spec, large, clean, drifted, random, new CancelToken());
        assertThat(actual.maxRank()).isEqualTo(expected.maxRank());
        assertThat(actual.error(null)).isCloseTo(expected.error(null), within(1e-10));
        LowRankAdapter wanted = (LowRankAdapter) expected.solve(2);
        LowRankAdapter given = (LowRankAdapter) actual.solve(2);
        assertThat(given.magnitude()).containsExactly(wanted.magnitude(), within(1e-5f));
        assertThat(given.bias()).containsExactly(wanted.bias(), within(1e-5f));
        assertThat(given.gain()).containsExactly(wanted.gain(), within(1e-6f));
        assertThat(given.apply(drifted).weights().values())
                .containsExactly(wanted.apply(drifted).weights().values(), within(1e-5f));
        assertThat(actual.error(wanted)).isCloseTo(expected.error(wanted), within(1e-6));
        assertThat(actual.error(given)).isCloseTo(expected.error(given), within(1e-6));
    }

    private static WeightMatrix floats(Case c, RandomSource random, double scale) {
        double[] values = random.gaussians(c.rows() * c.cols());
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            // a column of zeros: what pruning leaves of a filter
            floats[i] = i % c.cols() == 3 ? 0 : (float) (scale * values[i]);
        }
        return new WeightMatrix(c.rows(), c.cols(), floats);
    }

    private static WeightMatrix shrunk(WeightMatrix clean, RandomSource random) {
        double[] normal = random.gaussians(clean.values().length);
        float[] values = clean.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) (0.8 * (1 + 0.2 * normal[i]));
        }
        return new WeightMatrix(clean.rows(), clean.cols(), values);
    }

    @Test
    void manyOutputsReachTheLossOfExactEigenvectors() {
        Case c = new Case("wide", 60, 230, 40, 0);
        RandomSource random = RandomSource.of(8);
        FactoredMoments moments = factored(c, random.child("a"));
        Matrix clean = weights(c, random.child("w"));
        Matrix drifted = drifted(clean, random.child("n"));
        LargeProducts products = LargeProducts.of(moments, false, 0.5, clean.minus(drifted), drifted);
        GroupFit fit = new ClosedFormFitter(products.form(), products.backward(), () -> drifted, true, 20)
                .fit(4, new CancelToken());
        double[] shift = new double[c.cols()];
        for (int j = 0; j < shift.length; j++) {
            shift[j] = fit.gain()[j] - 1;
        }
        Matrix whole = products.form().at(shift).matrix();
        double best = 0;
        for (double value : LeadingEigenvectors.of(whole, 4).values()) {
            best += value;
        }
        // at its scales the low-rank part explains as much as exact eigenvectors do
        Matrix vectors = fit.b().scaleColumns(fit.gain()).transposed();
        Matrix explained = Products.transposedTimes(vectors, Products.times(whole, vectors));
        double reached = 0;
        for (int k = 0; k < 4; k++) {
            reached += explained.at(k, k);
        }
        assertThat(reached).isCloseTo(best, within(1e-9 * best));
    }
}
