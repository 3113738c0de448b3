package org.driftscope.calibration.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.adapter.Adapter;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.calibration.AllocatedSolver;
import org.driftscope.calibration.LayerSolver;
import org.driftscope.calibration.RandomLayer;
import org.driftscope.calibration.Solvers;
import org.driftscope.calibration.SparseSolver;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerGainTest {
    private static final MethodSettings GAINED = MethodSettings.defaults().withLayerGain(true);
    private static final float SHRUNK = 0.1f;

    private final RandomLayer layer = RandomLayer.of(11);

    @Test
    void itMatchesTheVarianceOfAllOutputsTogether() {
        double expected = Math.sqrt(variance(layer.clean()) / variance(layer.drifted()));
        LayerProblem problem =
                new LayerProblem(layer.statistics(), layer.clean(), layer.drifted(), LayerProblem.Start.GAINED);
        assertThat(problem.gain()).isCloseTo(expected, within(1e-9));
        assertThat(expected).isNotCloseTo(1, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dora", "lora", "magnitude", "bias", "affine"})
    void aChipWhoseEveryCellShrankIsCalibratedAsIfNoneHad(String id) {
        Method method = Method.named("method", id);
        for (MagnitudeRule rule : MagnitudeRule.values()) {
            for (SolverKind kind : SolverKind.values()) {
                CalibrationSpec spec = new CalibrationSpec(method, 2, rule, true, kind, 10).withSettings(GAINED);
                assertSameLayer(
                        solver(spec, layer.drifted()).solve(2).apply(layer.drifted()),
                        solver(spec, shrunk(layer.drifted())).solve(2).apply(shrunk(layer.drifted())));
            }
        }
    }

    @Test
    void allocatedAndSparseCalibrateAShrunkenChipAsIfItHadNotShrunk() {
        LayerChange allocated = allocated(layer.drifted()).solve(2).apply(layer.drifted());
        LayerChange allocatedShrunk =
                allocated(shrunk(layer.drifted())).solve(2).apply(shrunk(layer.drifted()));
        assertSameLayer(allocated, allocatedShrunk);
        assertThat(allocated(shrunk(layer.drifted())).offer().gains())
                .containsExactly(allocated(layer.drifted()).offer().gains(), within(1e-5));
        int[] places = {1, 5, 17};
        assertSameLayer(
                sparse(layer.drifted()).restore(places).apply(layer.drifted()),
                sparse(shrunk(layer.drifted())).restore(places).apply(shrunk(layer.drifted())));
    }

    @Test
    void withoutItAShrunkenChipStaysPulledTowardsItsSmallWeights() {
        CalibrationSpec spec =
                new CalibrationSpec(Method.DORA, 2, MagnitudeRule.VARIANCE, true, SolverKind.CLOSED_FORM, 10);
        LayerSolver without = solver(spec, shrunk(layer.drifted()));
        LayerSolver with = solver(spec.withSettings(GAINED), shrunk(layer.drifted()));
        assertThat(with.error(with.solve(2))).isLessThan(without.error(without.solve(2)));
        assertThat(with.error(null)).isCloseTo(without.error(null), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dora", "lora", "magnitude", "bias", "affine"})
    void itIsOneNumberMoreWhereNoMagnitudeHoldsIt(String id) {
        Method method = Method.named("method", id);
        CalibrationSpec plain = new CalibrationSpec(method, 2, MagnitudeRule.MSE, false, SolverKind.CLOSED_FORM, 10);
        long without = solver(plain, layer.drifted()).solve(2).parameters();
        long with = solver(plain.withSettings(GAINED), layer.drifted()).solve(2).parameters();
        assertThat(with - without).isEqualTo(method == Method.LORA || method == Method.BIAS_ONLY ? 1 : 0);
    }

    @Test
    void prunedColumnsStayZero() {
        WeightMatrix clean = withoutColumn(layer.clean(), 2);
        WeightMatrix drifted = withoutColumn(layer.drifted(), 2);
        for (SolverKind kind : SolverKind.values()) {
            for (MagnitudeRule rule : MagnitudeRule.values()) {
                CalibrationSpec spec = new CalibrationSpec(Method.DORA, 1, rule, false, kind, 10).withSettings(GAINED);
                LayerChange change = Solvers.of(
                                spec, layer.statistics(), clean, drifted, RandomSource.of(3), new CancelToken())
                        .solve(0)
                        .apply(drifted);
                for (int row = 0; row < RandomLayer.ROWS; row++) {
                    assertThat(change.weights().at(row, 2)).isZero();
                    assertThat(change.weights().at(row, 1)).isFinite();
                }
            }
        }
    }

    @Test
    void aLayerOfZerosHasTheGainOne() {
        WeightMatrix zeros =
                new WeightMatrix(RandomLayer.ROWS, RandomLayer.COLS, new float[RandomLayer.ROWS * RandomLayer.COLS]);
        for (WeightMatrix drifted : List.of(zeros, layer.drifted())) {
            LayerProblem problem = new LayerProblem(layer.statistics(), zeros, drifted, LayerProblem.Start.GAINED);
            assertThat(problem.gain()).isEqualTo(1);
        }
        LayerProblem dead = new LayerProblem(layer.statistics(), layer.clean(), zeros, LayerProblem.Start.GAINED);
        assertThat(dead.gain()).isEqualTo(1);
        CalibrationSpec lora = new CalibrationSpec(Method.LORA, 1, MagnitudeRule.MSE, true, SolverKind.CLOSED_FORM, 10)
                .withSettings(GAINED);
        Adapter adapter = Solvers.of(lora, layer.statistics(), zeros, zeros, RandomSource.of(3), new CancelToken())
                .solve(1);
        assertThat(((LowRankAdapter) adapter).gain()).containsExactly(1);
        assertThat(adapter.apply(zeros).weights().values()).containsOnly(0);
    }

    private LayerSolver solver(CalibrationSpec spec, WeightMatrix drifted) {
        return Solvers.of(spec, layer.statistics(), layer.clean(), drifted, RandomSource.of(3), new CancelToken());
    }

    private AllocatedSolver allocated(WeightMatrix drifted) {
        return AllocatedSolver.of(
                layer.statistics(), layer.clean(), drifted, layer.fisher(), null, GAINED, new CancelToken());
    }

    private SparseSolver sparse(WeightMatrix drifted) {
        return new SparseSolver(layer.statistics(), layer.clean(), drifted, drifted, layer.fisher(), null, GAINED);
    }

    private static void assertSameLayer(LayerChange expected, LayerChange actual) {
        for (int i = 0; i < expected.weights().values().length; i++) {
            assertThat(actual.weights().values()[i])
                    .as("weight %d", i)
                    .isCloseTo(expected.weights().values()[i], within(2e-5f));
        }
        for (int j = 0; j < expected.addedBias().length; j++) {
            assertThat(actual.addedBias()[j]).isCloseTo(expected.addedBias()[j], within(2e-5f));
        }
    }

    private static WeightMatrix shrunk(WeightMatrix weights) {
        float[] values = weights.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= SHRUNK;
        }
        return new WeightMatrix(weights.rows(), weights.cols(), values);
    }

    private static WeightMatrix withoutColumn(WeightMatrix weights, int col) {
        float[] values = weights.values().clone();
        IntStream.range(0, weights.rows()).forEach(row -> values[row * weights.cols() + col] = 0);
        return new WeightMatrix(weights.rows(), weights.cols(), values);
    }

    /** Straight from the patches. */
    private double variance(WeightMatrix weights) {
        double sum = 0;
        for (int col = 0; col < RandomLayer.COLS; col++) {
            double mean = 0;
            double square = 0;
            for (int p = 0; p < RandomLayer.PATCHES; p++) {
                double y = 0;
                for (int row = 0; row < RandomLayer.ROWS; row++) {
                    y += weights.at(row, col) * layer.patches()[p * RandomLayer.ROWS + row];
                }
                mean += y / RandomLayer.PATCHES;
                square += y * y / RandomLayer.PATCHES;
            }
            sum += square - mean * mean;
        }
        return sum;
    }
}
