package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.calibration.CalibrationSpec;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.data.Preprocessing;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.ProgrammingError;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.ChipSpec;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.LayerChoice;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.report.RepeatCommand;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command that stands beside a number makes that number again. */
class RepeatCommandTest {
    private static final int SCORED = 60;
    private static final Path SAMPLE = Path.of(System.getProperty("sample.data"));

    static Stream<ExperimentSpec> specs() {
        CrossbarSpec usual = CrossbarSpec.defaults();
        ExperimentSpec first = ExperimentSpec.of(
                new ChipSpec(
                        usual.withRange(ConductanceRange.ofOnOffRatio(100, 10)), new RelativeGaussianDrift(0.2), 0, 7),
                CalibrationSpec.defaults());
        CrossbarSpec odd = usual.withMapping(MappingKind.OFFSET_COLUMN)
                .withRange(new ConductanceRange(3.3, 77))
                .withClipPercentile(99.5)
                .withLevels(64)
                .withTile(100)
                .withProgrammingError(new ProgrammingError(0.013, ProgrammingError.RelativeTo.G_MAX))
                .withClipToRange(true);
        ExperimentSpec second = new ExperimentSpec(
                new ChipSpec(odd, new RelativeGaussianDrift(1.0 / 9), 0, -283845),
                LayerChoice.all(),
                new LayerChoice(List.of("fc")),
                CalibrationSpec.defaults()
                        .withMethod(CalibrationSpec.Method.LORA)
                        .withRank(2)
                        .withMagnitude(CalibrationSpec.MagnitudeRule.VARIANCE)
                        .withBias(true)
                        .withSamples(7));
        return Stream.of(first, second);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void theCommandGivesTheSameNumbers(ExperimentSpec spec) {
        Path model = SAMPLE.resolve("model.onnx");
        Path images = SAMPLE.resolve("evaluation.bin");
        Path calibration = SAMPLE.resolve("calibration.bin");
        PreprocessingChoice.Request asked = PreprocessingChoice.Request.preset("cifar10");
        ExperimentResult result;
        try (OpenedBench opened = new BenchFiles(model, images, calibration, asked, SCORED).open(2)) {
            result = ExperimentRunner.run(opened.workbench(), spec, Progress.none(), new CancelToken())
                    .result();
        }
        List<String> words = new ArrayList<>(RepeatCommand.words(
                        spec,
                        new RepeatCommand.Inputs(
                                model.toString(),
                                images.toString(),
                                calibration.toString(),
                                "",
                                SCORED,
                                Preprocessing.preset("cifar10")))
                .orElseThrow());
        words.addAll(List.of("--json", "--threads", "2"));
        JsonNode again = CliHarness.run(words.toArray(new String[0])).json();
        assertThat(again.get("images").asInt()).isEqualTo(SCORED);
        assertThat(again.get("cleanTop1").asDouble()).isEqualTo(result.clean().top1());
        assertThat(again.get("driftedTop1").asDouble())
                .isEqualTo(result.drifted().top1());
        assertThat(again.get("calibratedTop1").asDouble())
                .isEqualTo(result.calibrated().top1());
        assertThat(again.get("updatedParameters").asLong()).isEqualTo(result.updatedParameters());
        JsonNode layers = again.get("layers");
        for (int i = 0; i < layers.size(); i++) {
            assertThat(layers.get(i).get("errorAfter").asDouble())
                    .isEqualTo(result.layers().get(i).errorAfter());
        }
    }
}
