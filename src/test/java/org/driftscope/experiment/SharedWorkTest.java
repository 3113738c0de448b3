package org.driftscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What trials on one workbench share, and that sharing does not change their numbers. */
@Timeout(120)
class SharedWorkTest {
    private static final CancelToken CANCEL = new CancelToken();
    private static final CalibrationSpec SPEC = CalibrationSpec.defaults().withSamples(2);

    @RegisterExtension
    static final SampleBench SAMPLE = new SampleBench();

    private static CalibrationSession session(ChipSpec chip, CalibrationSpec spec) {
        return SAMPLE.bench()
                .calibrations()
                .calibrate(
                        SAMPLE.bench().chip(chip, SAMPLE.layers(), CANCEL),
                        spec,
                        SAMPLE.layers(),
                        chip.seed(),
                        Progress.none(),
                        CANCEL);
    }

    @Test
    void equalChipsAreOneChipAndRanksShareASession() {
        ChipSpec chip = ChipSpec.of(0.2, 1);
        assertThat(SAMPLE.bench().chip(chip, SAMPLE.layers(), CANCEL))
                .isSameAs(SAMPLE.bench().chip(ChipSpec.of(0.2, 1), SAMPLE.layers(), CANCEL));
        assertThat(SAMPLE.bench().chip(chip, SAMPLE.layers(), CANCEL))
                .isNotSameAs(SAMPLE.bench().chip(ChipSpec.of(0.2, 2), SAMPLE.layers(), CANCEL));
        assertThat(session(chip, SPEC.withRank(1))).isSameAs(session(chip, SPEC.withRank(8)));
        assertThat(session(chip, SPEC)).isNotSameAs(session(chip, SPEC.withBias(true)));
        assertThat(session(chip, SPEC)).isNotSameAs(session(chip, SPEC.withSamples(3)));
    }

    @Test
    void outputsAreMeasuredWhereConvertersMakeThemMoreThanAProductUnlessWeightsAreAskedFor() {
        ChipSpec rounded = ChipSpec.of(0.2, 1)
                .withCrossbar(
                        CrossbarSpec.defaults().withCircuit(CircuitSpec.ideal().with(CircuitSettings.ADC_BITS, 4)));
        List<String> one = SAMPLE.layers().subList(0, 1);
        Chip chip = SAMPLE.bench().chip(rounded, one, CANCEL);
        assertThat(SAMPLE.bench().calibrations().outputs(chip, SPEC, one, 1, CANCEL))
                .hasSize(1);
        CalibrationSpec weights = SPEC.withSettings(SPEC.settings().with(MethodSetting.STATISTICS_FROM, 1));
        assertThat(SAMPLE.bench().calibrations().outputs(chip, weights, one, 1, CANCEL))
                .isEmpty();
    }

    @Test
    void accuracyAfterDriftIsComputedOnce() {
        ChipSpec chip = ChipSpec.of(0.3, 1);
        Accuracy first = SAMPLE.bench().drifted(chip, SAMPLE.layers(), Progress.none(), CANCEL);
        assertThat(SAMPLE.bench().drifted(chip, SAMPLE.layers(), Progress.none(), CANCEL))
                .isSameAs(first);
        Accuracy again = SAMPLE.bench()
                .evaluate(SAMPLE.bench().chip(chip, SAMPLE.layers(), CANCEL).changes(), Progress.none(), CANCEL);
        assertThat(first.predicted()).isEqualTo(again.predicted());
    }

    /** Noise and converters: the same for chip and image, whatever the threads; there without drift. */
    @Test
    void whatReadingDoesIsTheImagesOwnAndNeedsNoDrift() {
        CrossbarSpec noisy = CrossbarSpec.defaults()
                .withTile(64)
                .withCircuit(CircuitSpec.ideal()
                        .with(CircuitSettings.READ_NOISE, 0.1)
                        .with(CircuitSettings.DAC_BITS, 6)
                        .with(CircuitSettings.ADC_BITS, 5));
        ChipSpec still = ChipSpec.of(0, 4).withCrossbar(noisy);
        assertThat(still.drifts()).isTrue();
        Accuracy read = SAMPLE.bench().drifted(still, SAMPLE.layers(), Progress.none(), CANCEL);
        assertThat(read.predicted())
                .isNotEqualTo(SAMPLE.bench().clean(Progress.none(), CANCEL).predicted())
                .isNotEqualTo(SAMPLE.bench()
                        .drifted(still.withSeed(5), SAMPLE.layers(), Progress.none(), CANCEL)
                        .predicted());
        ExperimentSpec spec = ExperimentSpec.of(still.withDrift(new RelativeGaussianDrift(0.2)), SPEC.withRank(2));
        Accuracy calibrated = ExperimentRunner.run(SAMPLE.bench(), spec, Progress.none(), CANCEL)
                .result()
                .calibrated();
        try (Workbench alone = BundledSample.find().withLimit(20).open(1).workbench()) {
            assertThat(alone.drifted(still, SAMPLE.layers(), Progress.none(), CANCEL)
                            .predicted())
                    .isEqualTo(read.predicted());
            assertThat(ExperimentRunner.run(alone, spec, Progress.none(), CANCEL)
                            .result()
                            .calibrated()
                            .predicted())
                    .isEqualTo(calibrated.predicted());
        }
    }

    @Test
    void trialsSideBySideGiveTheNumbersOfTrialsAlone() {
        List<ExperimentSpec> specs = IntStream.range(0, 8)
                .mapToObj(i -> ExperimentSpec.of(
                        ChipSpec.of(0.2, 10 + i / 4), SPEC.withRank(1 + i % 2).withBias(i % 4 > 1)))
                .toList();
        List<List<ExperimentResult.Layer>> together = specs.parallelStream()
                .map(spec -> ExperimentRunner.run(SAMPLE.bench(), spec, Progress.none(), CANCEL)
                        .result()
                        .layers())
                .toList();
        try (Workbench alone = BundledSample.find().withLimit(20).open(1).workbench()) {
            for (int i = 0; i < specs.size(); i++) {
                assertThat(together.get(i))
                        .isEqualTo(ExperimentRunner.run(alone, specs.get(i), Progress.none(), CANCEL)
                                .result()
                                .layers());
            }
        }
    }

    /** Scoring takes longest where images are large: what was fitted is to be seen before. */
    @Test
    void layersAreFittedBeforeAnythingIsScored() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        ExperimentRunner.run(
                SAMPLE.bench(),
                ExperimentSpec.of(ChipSpec.of(0.2, 99), SPEC),
                (layer, result) -> heard.add("layer"),
                (stage, done, total) -> heard.add(stage),
                CANCEL);
        List<String> order = heard.stream().distinct().toList();
        assertThat(order).containsSubsequence("layer", "Accuracy after drift", "Accuracy after calibration");
    }

    @Test
    void aKeptSessionObeysTheTokenOfEachSolve() {
        CalibrationSession session = session(ChipSpec.of(0.2, 5), SPEC.withSolver(SolverKind.GRADIENT));
        CancelToken stop = new CancelToken();
        assertThatThrownBy(() -> session.solve(1, (layer, result) -> stop.cancel(), Progress.none(), stop))
                .isInstanceOf(CancellationException.class);
        assertThat(session.solve(1, (layer, result) -> {}, Progress.none(), CANCEL)
                        .layers())
                .hasSameSizeAs(SAMPLE.layers());
    }
}
