package org.driftscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.adapter.VectorAdapter;
import org.driftscope.adapter.VectorSet;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostEstimate;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.method.ExperimentRunner.Outcome;
import org.driftscope.experiment.method.MethodPlan;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.vera.SetAges;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sets of vectors that are made before the chip. */
@Timeout(60)
class VeraPlusTest {
    @RegisterExtension
    static final SampleBench SAMPLE = new SampleBench();

    private static final ExperimentSpec OLD = Settings.with(
            ExperimentSpec.defaults(),
            Map.of(
                    "device",
                    "pcm",
                    "age",
                    315_360_000.0,
                    "method",
                    "vera",
                    "rank",
                    8L,
                    "layerGain",
                    true,
                    "samples",
                    4L,
                    "simulatedChips",
                    2L,
                    "layers",
                    List.of("fc", "conv1", "layer3.2.conv2")));

    private static Outcome run(ExperimentSpec spec) {
        return ExperimentRunner.run(SAMPLE.bench(), spec, Progress.none(), new CancelToken());
    }

    private static VectorAdapter vectors(Outcome outcome, String layer) {
        return (VectorAdapter) outcome.chip().layers().get(layer).adapter();
    }

    @Test
    void threeSetsOfRankEightTake5148BytesOnResNet20() {
        Path model = Path.of(System.getProperty("shared.data", "none"), "models/cifar10-resnet20-akamaster.onnx");
        Assumptions.assumeTrue(Files.isRegularFile(model), "no model at " + model);
        Network network = OnnxReader.read(model);
        CalibrationSpec spec =
                CalibrationSpec.defaults().withMethod(Method.VERA).withRank(8);
        MethodPlan plan =
                MethodPlan.of(network, network.analogLayers(), layer -> CrossbarSpec.defaults(), spec, Map.of());
        assertThat(CostEstimate.of(plan.footprint(), CostAssumptions.defaults()).sramBits())
                .isEqualTo(8 * 5148);
    }

    @Test
    void theChipIsNeverLookedAt() {
        Outcome one = run(OLD);
        Outcome other = run(Settings.named("seed").write(OLD, 8L));
        for (String layer : one.chip().layers().keySet()) {
            assertThat(vectors(one, layer)).usingRecursiveComparison().isEqualTo(vectors(other, layer));
        }
        assertThat(one.chip().chip().layers().get("fc").weights().values())
                .isNotEqualTo(other.chip().chip().layers().get("fc").weights().values());
        assertThat(one.result().service().images()).isZero();
    }

    @Test
    void theNearestSetIsChosenAndAllAreHeld() {
        Outcome old = run(OLD);
        Outcome young = run(Settings.named("age").write(OLD, 60.0));
        VectorAdapter then = vectors(old, "fc");
        assertThat(then.sets())
                .extracting(VectorSet::age)
                .containsExactlyElementsOf(SetAges.of(3).seconds());
        assertThat(then.chosen()).isEqualTo(2);
        assertThat(vectors(young, "fc").chosen()).isZero();
        assertThat(vectors(young, "fc").sets()).usingRecursiveComparison().isEqualTo(then.sets());
        assertThat(old.result().sramBits()).isEqualTo(16 * old.result().updatedParameters());
        assertThat(old.result().notes()).anyMatch(note -> note.contains("10 y") && note.contains("never a chip's own"));
    }

    @Test
    void whatIsForeseenIsWhatIsHeld() {
        Network network = SAMPLE.bench().network();
        Outcome old = run(OLD);
        List<String> layers = List.copyOf(old.chip().layers().keySet());
        MethodPlan plan = MethodPlan.of(
                network,
                network.analogLayers().stream()
                        .filter(layer -> layers.contains(layer.name()))
                        .toList(),
                layer -> CrossbarSpec.defaults(),
                OLD.calibration(),
                Map.of());
        assertThat(plan.updatedParameters()).isEqualTo(old.result().updatedParameters());
    }

    @Test
    void aFadedLayerIsNearerToTheCleanOneWithItsSet() {
        run(OLD).chip().layers().forEach((name, layer) -> assertThat(layer.errorAfter())
                .as(name)
                .isLessThan(0.5 * layer.errorBefore()));
    }

    @Test
    void trainingChangesTheVectorsAndLooksAtNoChip() {
        ExperimentSpec trained = Settings.with(
                OLD, Map.of("method", "vera-end-to-end", "steps", 2L, "learningRate", 0.003, "vectorSets", 1L));
        Outcome one = run(trained);
        Outcome other = run(Settings.named("seed").write(trained, 8L));
        VectorAdapter fitted = vectors(run(Settings.named("vectorSets").write(OLD, 1L)), "fc");
        assertThat(vectors(one, "fc"))
                .usingRecursiveComparison()
                .isEqualTo(vectors(other, "fc"))
                .isNotEqualTo(fitted);
        assertThat(one.result().sramBits()).isEqualTo(16 * fitted.parameters() + 16 * extra(one, "fc"));
        assertThat(one.result().notes()).anyMatch(note -> note.startsWith("Learning rate"));
    }

    /** Numbers of the other layers. */
    private static long extra(Outcome outcome, String but) {
        return outcome.chip().layers().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(but))
                .mapToLong(entry -> entry.getValue().adapter().parameters())
                .sum();
    }

    @Test
    void cellsThatDoNotAgeHaveOneSet() {
        Outcome outcome = run(Settings.named("device").write(OLD, "relative"));
        assertThat(vectors(outcome, "fc").sets()).hasSize(1);
        assertThat(outcome.result().notes()).anyMatch(note -> note.contains("do not age"));
    }

    @Test
    void agesAreEvenInTheLogarithmOfTime() {
        List<Double> ages = SetAges.of(5).seconds();
        assertThat(ages.get(0)).isEqualTo(3600);
        assertThat(ages.get(4)).isEqualTo(315_360_000);
        for (int i = 1; i < 4; i++) {
            assertThat(ages.get(i) / ages.get(i - 1)).isCloseTo(ages.get(i + 1) / ages.get(i), within(0.05));
        }
        assertThat(SetAges.of(3).nearest(30 * 86_400.0)).isEqualTo(1);
        assertThat(SetAges.of(3).nearest(0)).isZero();
    }
}
