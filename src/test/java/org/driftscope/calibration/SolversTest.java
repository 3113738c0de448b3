package org.driftscope.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.calibration.fit.GroupFitter;
import org.driftscope.calibration.fit.LayerProblem;
import org.driftscope.calibration.spec.AdapterParts;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.network.LayerChange;
import org.driftscope.support.CancelToken;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolversTest {
    private static final int ROWS = 18;
    private static final int COLS = 8;
    private static final int PATCHES = 300;
    private static final int IMAGES = 10;

    private final WeightMatrix clean = new WeightMatrix(ROWS, COLS, floats("clean", ROWS * COLS, 0));
    private final Crossbar crossbar = Crossbar.program("l", clean, CrossbarSpec.defaults(), RandomSource.of(4));
    private final CellState cells = crossbar.drift(new RelativeGaussianDrift(0.3), 0);
    private final WeightMatrix drifted = crossbar.effectiveWeights(cells);

    @ParameterizedTest
    @ValueSource(strings = {"dora", "lora", "magnitude", "bias", "affine"})
    void everyMethodLowersTheErrorAndCountsItsParameters(String id) {
        Method method = Method.named("method", id);
        for (SolverKind solver : SolverKind.values()) {
            LayerSolver layer = solver(spec(method, MagnitudeRule.MSE, false, solver), 1);
            Adapter adapter = layer.solve(2);
            assertThat(layer.error(adapter)).as(solver.name()).isLessThan(layer.error(null));
            long expected =
                    switch (id) {
                        case "dora" -> 2 * (ROWS + COLS) + COLS;
                        case "lora" -> 2 * (ROWS + COLS);
                        case "magnitude", "bias" -> COLS;
                        case "affine" -> 2 * COLS;
                        default -> throw new AssertionError(method);
                    };
            assertThat(adapter.parameters()).isEqualTo(expected);
            assertThat(adapter.rank()).isEqualTo(method == Method.DORA || method == Method.LORA ? 2 : 0);
        }
    }

    /** Two callers want one rank: the one that only waits for it can be called off. */
    @Test
    @Timeout(20)
    void whoWaitsForAnothersFitCanBeCancelled() throws InterruptedException {
        LayerProblem problem = new LayerProblem(statistics(1), clean, drifted, LayerProblem.Start.DRIFTED, null, false);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        GroupFitter slow = (rank, cancel) -> {
            begun.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new CancellationException();
            }
            throw new CancellationException();
        };
        AdapterParts parts = AdapterParts.of(spec(Method.DORA, MagnitudeRule.MSE, true, SolverKind.CLOSED_FORM));
        FittedLayerSolver solver = new FittedLayerSolver(problem, parts, List.of(slow));
        Thread first = new Thread(() -> {
            try {
                solver.solve(2, new CancelToken());
            } catch (CancellationException e) {
                // let go at the end
            }
        });
        first.start();
        begun.await();
        CancelToken cancelled = new CancelToken();
        cancelled.cancel();
        assertThatThrownBy(() -> solver.solve(2, cancelled)).isInstanceOf(CancellationException.class);
        released.countDown();
        first.join();
    }

    @Test
    void theErrorIsTheMeanSquareOverThePatches() {
        LayerSolver layer = solver(spec(Method.DORA, MagnitudeRule.MSE, true, SolverKind.CLOSED_FORM), 1);
        Adapter adapter = layer.solve(3);
        assertThat(layer.error(adapter)).isCloseTo(naiveError(adapter.apply(drifted), 1), within(1e-6));
        assertThat(layer.error(null)).isCloseTo(naiveError(LayerChange.weightsOnly(drifted), 1), within(1e-6));
    }

    @Test
    void theOutputsVarianceIsThatOverThePatchesWhateverTheFitStartsFrom() {
        double sum = 0;
        for (int j = 0; j < COLS; j++) {
            sum += variance(clean, j);
        }
        for (boolean gain : new boolean[] {false, true}) {
            CalibrationSpec spec = spec(Method.DORA, MagnitudeRule.MSE, true, SolverKind.CLOSED_FORM);
            spec = spec.withSettings(spec.settings().withLayerGain(gain));
            assertThat(solver(spec, 1).outputVariance()).isCloseTo(sum / COLS, within(1e-6));
        }
    }

    @Test
    void groupsAreSolvedApartAndRankIsCappedByTheirShape() {
        LayerSolver layer = solver(spec(Method.DORA, MagnitudeRule.MSE, true, SolverKind.CLOSED_FORM), 4);
        assertThat(layer.maxRank()).isEqualTo(2);
        Adapter adapter = layer.solve(100);
        assertThat(adapter.rank()).isEqualTo(2);
        assertThat(layer.error(adapter)).isCloseTo(naiveError(adapter.apply(drifted), 4), within(1e-6));
        assertThat(layer.error(adapter)).isLessThan(layer.error(null) / 2);
    }

    @Test
    void aGroupsPairIsTheSameAsThatLayerAlone() {
        CalibrationSpec spec = spec(Method.LORA, MagnitudeRule.MSE, false, SolverKind.CLOSED_FORM);
        WeightMatrix grouped = solver(spec, 2).solve(1).apply(drifted).weights();
        LayerStatistics whole = statistics(2);
        LayerStatistics second = new LayerStatistics(
                "l", ROWS, whole.gram().subList(1, 2), whole.mean().subList(1, 2), PATCHES, IMAGES);
        WeightMatrix alone = Solvers.of(spec, second, half(clean), half(drifted), RandomSource.of(1), new CancelToken())
                .solve(1)
                .apply(half(drifted))
                .weights();
        assertThat(half(grouped).values()).containsExactly(alone.values(), within(1e-6f));
    }

    @Test
    void varianceMatchingGivesOutputsTheirVarianceBack() {
        LayerSolver layer = solver(spec(Method.LORA, MagnitudeRule.VARIANCE, true, SolverKind.CLOSED_FORM), 1);
        LowRankAdapter adapter = (LowRankAdapter) layer.solve(1);
        assertThat(adapter.isDora()).isTrue();
        assertThat(adapter.parameters()).isEqualTo(ROWS + COLS + 2 * COLS);
        WeightMatrix plain = solver(spec(Method.LORA, MagnitudeRule.MSE, true, SolverKind.CLOSED_FORM), 1)
                .solve(1)
                .apply(drifted)
                .weights();
        WeightMatrix matched = adapter.apply(drifted).weights();
        for (int j = 0; j < COLS; j++) {
            double wanted = variance(clean, j);
            assertThat(Math.abs(Math.log(variance(matched, j) / wanted)))
                    .isLessThanOrEqualTo(Math.abs(Math.log(variance(plain, j) / wanted)) + 1e-6);
        }
    }

    @Test
    void theClosedFormIsNoWorseThanTrainingWhereImagesAreMany() {
        LayerSolver closed = solver(spec(Method.DORA, MagnitudeRule.MSE, false, SolverKind.CLOSED_FORM), 1, 100_000);
        LayerSolver trained = solver(spec(Method.DORA, MagnitudeRule.MSE, false, SolverKind.GRADIENT), 1, 100_000);
        assertThat(closed.error(closed.solve(1))).isLessThan(trained.error(trained.solve(1)) * 1.02);
    }

    @Test
    void aHigherRankNeverFitsWorse() {
        LayerSolver layer = solver(spec(Method.LORA, MagnitudeRule.MSE, false, SolverKind.CLOSED_FORM), 1, 100_000);
        double last = layer.error(null);
        for (int rank = 1; rank <= layer.maxRank(); rank++) {
            double error = layer.error(layer.solve(rank));
            assertThat(error).isLessThanOrEqualTo(last * (1 + 1e-4));
            last = error;
        }
        assertThat(last).isLessThan(1e-3 * layer.error(null));
    }

    @Test
    void nothingOnTheChipIsTouched() {
        int[] before = bits(cells, drifted);
        for (SolverKind kind : SolverKind.values()) {
            LayerSolver layer = solver(spec(Method.DORA, MagnitudeRule.VARIANCE, true, kind), 1);
            layer.error(layer.solve(2));
        }
        assertThat(bits(cells, drifted)).isEqualTo(before);
    }

    @Test
    void withoutDriftNothingIsCorrected() {
        LayerSolver layer = Solvers.of(
                spec(Method.DORA, MagnitudeRule.MSE, true, SolverKind.CLOSED_FORM),
                statistics(1),
                clean,
                clean,
                RandomSource.of(1),
                new CancelToken());
        assertThat(layer.error(null)).isZero();
        assertThat(layer.error(layer.solve(2))).isLessThan(1e-10);
    }

    @Test
    void inputsThatAreAllZeroAreNoReasonToFail() {
        LayerStatistics dead = new LayerStatistics(
                "l", ROWS, List.of(new double[ROWS * ROWS]), List.of(new double[ROWS]), PATCHES, IMAGES);
        CalibrationSpec spec = spec(Method.DORA, MagnitudeRule.VARIANCE, true, SolverKind.CLOSED_FORM);
        LayerSolver layer = Solvers.of(spec, dead, clean, drifted, RandomSource.of(1), new CancelToken());
        for (float weight : layer.solve(2).apply(drifted).weights().values()) {
            assertThat(weight).isFinite();
        }
    }

    @Test
    void trainingStopsWhenCancelled() {
        CancelToken cancel = new CancelToken();
        CalibrationSpec spec = spec(Method.DORA, MagnitudeRule.MSE, false, SolverKind.GRADIENT);
        LayerSolver layer = Solvers.of(spec, statistics(1), clean, drifted, RandomSource.of(1), new CancelToken());
        cancel.cancel();
        assertThatThrownBy(() -> layer.solve(1, cancel)).isInstanceOf(CancellationException.class);
        assertThat(layer.solve(1, new CancelToken()))
                .as("the same solver, asked again")
                .isNotNull();
    }

    @Test
    void statisticsOfAnotherLayerAreRefused() {
        CalibrationSpec spec = CalibrationSpec.defaults();
        WeightMatrix other = new WeightMatrix(3, 3, new float[9]);
        assertThatThrownBy(() -> Solvers.of(spec, statistics(1), other, other, RandomSource.of(1), new CancelToken()))
                .isInstanceOf(IncompatibleShapeException.class)
                .hasMessageContaining("18 inputs");
    }

    private LayerSolver solver(CalibrationSpec spec, int groups) {
        return solver(spec, groups, IMAGES);
    }

    private LayerSolver solver(CalibrationSpec spec, int groups, int images) {
        LayerStatistics s = statistics(groups);
        LayerStatistics counted = new LayerStatistics("l", ROWS, s.gram(), s.mean(), PATCHES, images);
        return Solvers.of(spec, counted, clean, drifted, RandomSource.of(6), new CancelToken());
    }

    private static CalibrationSpec spec(Method method, MagnitudeRule rule, boolean bias, SolverKind solver) {
        return new CalibrationSpec(method, 1, rule, bias, solver, IMAGES);
    }

    /** Moments of the same random patches that {@link #naiveError} runs over. */
    private static LayerStatistics statistics(int groups) {
        List<double[]> grams = new ArrayList<>();
        List<double[]> means = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            float[] x = patches(g);
            double[] gram = new double[ROWS * ROWS];
            double[] mean = new double[ROWS];
            for (int p = 0; p < PATCHES; p++) {
                for (int i = 0; i < ROWS; i++) {
                    mean[i] += x[p * ROWS + i] / (double) PATCHES;
                    for (int j = 0; j < ROWS; j++) {
                        gram[i * ROWS + j] += (double) x[p * ROWS + i] * x[p * ROWS + j] / PATCHES;
                    }
                }
            }
            grams.add(gram);
            means.add(mean);
        }
        return new LayerStatistics("l", ROWS, grams, means, PATCHES, IMAGES);
    }

    private double naiveError(LayerChange change, int groups) {
        double sum = 0;
        for (int j = 0; j < COLS; j++) {
            float[] x = patches(j / (COLS / groups));
            double bias = change.addedBias().length == 0 ? 0 : change.addedBias()[j];
            for (int p = 0; p < PATCHES; p++) {
                double difference = -bias;
                for (int i = 0; i < ROWS; i++) {
                    difference += (clean.at(i, j) - change.weights().at(i, j)) * x[p * ROWS + i];
                }
                sum += difference * difference;
            }
        }
        return sum / COLS / PATCHES;
    }

    private static double variance(WeightMatrix weights, int col) {
        double sum = 0;
        double squares = 0;
        float[] x = patches(0);
        for (int p = 0; p < PATCHES; p++) {
            double y = 0;
            for (int i = 0; i < ROWS; i++) {
                y += weights.at(i, col) * x[p * ROWS + i];
            }
            sum += y / PATCHES;
            squares += y * y / PATCHES;
        }
        return squares - sum * sum;
    }

    private static float[] patches(int group) {
        return floats("patches" + group, PATCHES * ROWS, 0.5);
    }

    private static WeightMatrix half(WeightMatrix weights) {
        float[] values = new float[ROWS * COLS / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = weights.at(i / (COLS / 2), COLS / 2 + i % (COLS / 2));
        }
        return new WeightMatrix(ROWS, COLS / 2, values);
    }

    private static int[] bits(CellState cells, WeightMatrix weights) {
        int n = ROWS * COLS;
        int[] bits = new int[3 * n];
        for (int i = 0; i < n; i++) {
            bits[i] = Float.floatToRawIntBits(cells.gPlus().valuesUs()[i]);
            bits[n + i] = Float.floatToRawIntBits(cells.gMinus().valuesUs()[i]);
            bits[2 * n + i] = Float.floatToRawIntBits(weights.values()[i]);
        }
        return bits;
    }

    private static float[] floats(String name, int count, double shift) {
        double[] normals = RandomSource.of(8).child(name).gaussians(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (normals[i] + shift);
        }
        return values;
    }
}
