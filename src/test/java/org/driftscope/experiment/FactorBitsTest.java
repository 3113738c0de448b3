package org.driftscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.driftscope.calibration.FeatureError;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.method.ExperimentRunner.Outcome;
import org.driftscope.experiment.method.MethodPlan;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.LayerChange;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials whose factors take few bits. */
@Timeout(60)
class FactorBitsTest {
    private static final CancelToken CANCEL = new CancelToken();
    private static final ExperimentSpec BASE =
            Settings.with(ExperimentSpec.defaults(), Map.of("samples", 4L, "rank", 2L, "bias", true));

    private static Workbench bench;

    @BeforeAll
    static void open() {
        bench = BundledSample.find().withLimit(10).open(2).workbench();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static ExperimentResult run(ExperimentSpec spec) {
        return ExperimentRunner.run(bench, spec, Progress.none(), CANCEL).result();
    }

    private static ExperimentSpec bits(ExperimentSpec spec, long bits) {
        return Settings.named("factorBits").write(spec, bits);
    }

    private static MethodPlan plan(ExperimentSpec spec) {
        return MethodPlan.of(
                bench.network(),
                bench.network().analogLayers(),
                layer -> spec.chip().crossbar(),
                spec.calibration(),
                Map.of());
    }

    /** Counted here from the layers' shapes alone. */
    private static long expected(long bits) {
        long sum = 0;
        for (AnalogLayer layer : bench.network().analogLayers()) {
            long rank = Math.min(2, Math.min(layer.rows(), layer.cols() / layer.groups()));
            long values = rank * (layer.groups() * layer.rows() + layer.cols());
            long scales = bits == 16 ? 0 : 2 * 16 * rank * layer.groups();
            sum += bits * values + scales + 16L * 2 * layer.cols();
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 3})
    void everyBitIsCountedAndForeseen(long bits) {
        ExperimentSpec spec = bits(BASE, bits);
        ExperimentResult result = run(spec);
        assertThat(result.sramBits()).isEqualTo(expected(bits));
        assertThat(plan(spec).footprint().sramBits(16)).isEqualTo(expected(bits));
        assertThat(result.updatedParameters()).isEqualTo(run(BASE).updatedParameters());
    }

    @Test
    void fewerBitsLeaveMoreError() {
        double full = error(run(BASE));
        assertThat(error(run(bits(BASE, 12)))).isCloseTo(full, within(0.01 * full));
        assertThat(error(run(bits(BASE, 2)))).isGreaterThan(full);
    }

    private static double error(ExperimentResult result) {
        return result.layers().stream()
                .mapToDouble(ExperimentResult.Layer::errorAfter)
                .sum();
    }

    /** A bias fitted before the rounding would miss the mean: taking it off again must not help. */
    @Test
    void theBiasIsFittedAfterTheRounding() {
        ExperimentSpec spec = bits(BASE, 2);
        Outcome outcome = ExperimentRunner.run(bench, spec, Progress.none(), CANCEL);
        outcome.chip().layers().forEach((name, layer) -> {
            var statistics = bench.calibrations()
                    .statistics(spec.calibration(), List.of(name), spec.chip().seed(), Progress.none(), CANCEL)
                    .get(name);
            var onChip = outcome.chip().chip().layers().get(name);
            var error = new FeatureError(statistics, onChip.crossbar().weights(), onChip.weights(), null);
            var change = layer.adapter().apply(onChip.weights());
            float[] moved = change.addedBias().clone();
            double best = error.with(change);
            for (float shift : new float[] {-0.02f, 0.02f}) {
                for (int j = 0; j < moved.length; j++) {
                    moved[j] = change.addedBias()[j] + shift;
                }
                assertThat(error.with(new LayerChange(change.weights(), moved, change.outputScale(), null)))
                        .as(name)
                        .isGreaterThan(best);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 4})
    void aBudgetIsOneOfBits(long bits) {
        ExperimentSpec allocated = Settings.with(BASE, Map.of("method", "allocated", "budget", 8.0));
        ExperimentResult result = run(bits(allocated, bits));
        double budget = 16 * 0.08 * bench.network().parameters();
        assertThat(result.sramBits()).isLessThanOrEqualTo((long) budget);
        // what is left is less than one more rank of the smallest layer
        assertThat(result.sramBits()).isGreaterThan((long) (0.9 * budget));
        assertThat(plan(bits(allocated, bits)).footprint().sramBits(16)).isBetween((double) result.sramBits(), budget);
        if (bits < 16) {
            assertThat(result.updatedParameters()).isGreaterThan(run(allocated).updatedParameters());
        }
    }
}
