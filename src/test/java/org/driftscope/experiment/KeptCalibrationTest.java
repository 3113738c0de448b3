package org.driftscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.method.ExperimentRunner.Outcome;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.training.WeightTensors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was fitted to a young chip, on the same chip grown old. */
@Timeout(60)
class KeptCalibrationTest {
    private static final CancelToken CANCEL = new CancelToken();
    private static final ExperimentSpec DAY = Settings.with(
            ExperimentSpec.defaults(),
            Map.of("device", "pcm", "age", 86_400.0, "samples", 2L, "layers", List.of("fc", "conv1")));

    private static Workbench bench;

    @BeforeAll
    static void open() {
        bench = BundledSample.find().withLimit(10).open(2).workbench();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static Outcome run(ExperimentSpec spec) {
        return ExperimentRunner.run(bench, spec, Progress.none(), CANCEL);
    }

    private static Chip chip(ExperimentSpec spec) {
        return bench.chip(spec.chip(), spec.driftedLayers().in(bench.network()), CANCEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dora", "drift-compensation"})
    void adaptersStayAsTheyWereFitted(String method) {
        ExperimentSpec day = Settings.named("method").write(DAY, method);
        Outcome then = run(Settings.named("age").write(day, 3_600.0));
        Outcome kept = run(Settings.named("keptFrom").write(day, 3_600.0));
        Chip young = chip(Settings.named("age").write(day, 3_600.0));
        kept.chip().layers().forEach((name, layer) -> {
            WeightMatrix now = chip(day).layers().get(name).weights();
            WeightMatrix expected = then.chip()
                    .layers()
                    .get(name)
                    .adapter()
                    .keep(young.layers().get(name).weights(), now)
                    .weights();
            assertThat(kept.correction().changes().get(name).weights().values())
                    .as(name)
                    .containsExactly(expected.values());
        });
        assertThat(kept.result().drifted().top1())
                .isEqualTo(run(day).result().drifted().top1());
        assertThat(kept.result().updatedParameters()).isEqualTo(then.result().updatedParameters());
    }

    @Test
    void constantsStayAsTheyWereEstimatedAroundWeightsThatAged() {
        ExperimentSpec day = Settings.named("method").write(DAY, "batch-norm");
        Network then =
                run(Settings.named("age").write(day, 3_600.0)).correction().network();
        Outcome kept = run(Settings.named("keptFrom").write(day, 3_600.0));
        Network aged = kept.correction().network();
        chip(day).layers().forEach((name, layer) -> assertThat(
                        aged.weights(aged.analogLayer(name)).values())
                .as(name)
                .containsExactly(layer.weights().values()));
        Map<String, WeightMatrix> young = Map.copyOf(then.weights());
        Accuracy back = bench.evaluate(WeightTensors.into(aged, young), Map.of(), Progress.none(), CANCEL);
        assertThat(back.predicted())
                .as("with the weights of then it is the network of then")
                .isEqualTo(
                        bench.evaluate(then, Map.of(), Progress.none(), CANCEL).predicted());
    }
}
