package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.data.Preprocessing;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.ProgrammingError;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.network.AnalogLayer;
import org.driftscope.report.RepeatCommand;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

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
                        .withMethod(Method.LORA)
                        .withRank(2)
                        .withMagnitude(CalibrationSpec.MagnitudeRule.VARIANCE)
                        .withBias(true)
                        .withSamples(7));
        return Stream.of(first, second);
    }

    /** A value of each setting that no one takes unasked; with a method that looks at it. */
    private static Map<String, List<Object>> unusual() {
        Map<String, List<Object>> unusual = new LinkedHashMap<>();
        unusual.put("device", List.of("pcm"));
        unusual.put("mapping", List.of("constant-sum"));
        unusual.put("age", List.of(86_400.0, "device", "pcm"));
        unusual.put("gMax", List.of(80.0));
        unusual.put("onOff", List.of(7.0));
        unusual.put("scale", List.of("column"));
        unusual.put("clipPercentile", List.of(99.5));
        unusual.put("levels", List.of(32L));
        unusual.put("tile", List.of(64L));
        unusual.put("programmingError", List.of(0.02));
        unusual.put("programmingErrorOf", List.of("g-target"));
        unusual.put("clipToRange", List.of(true));
        unusual.put("stuckLow", List.of(0.01));
        unusual.put("stuckHigh", List.of(0.02));
        unusual.put("faultAware", List.of(true));
        unusual.put("wireRows", List.of(1.5));
        unusual.put("wireColumns", List.of(2.5));
        unusual.put("readNoise", List.of(0.03));
        unusual.put("dacBits", List.of(8L));
        unusual.put("adcBits", List.of(6L));
        unusual.put("slices", List.of(4L));
        unusual.put("sliceBits", List.of(3L));
        unusual.put("drift", List.of(0.3));
        unusual.put("seed", List.of(-5L));
        unusual.put("pyrramRelaxation", List.of(0.0, "device", "pyrram"));
        unusual.put("pyrramDrift", List.of(0.3, "device", "pyrram"));
        unusual.put("driftLayers", List.of(List.of("fc")));
        unusual.put("perLayer", List.of(List.of("fc:tile=64,adc-bits=6,device=pcm", "conv*:digital")));
        unusual.put("method", List.of("backprop"));
        unusual.put("rank", List.of(3L));
        unusual.put("magnitude", List.of("variance"));
        unusual.put("bias", List.of(true));
        unusual.put("solver", List.of("gradient"));
        unusual.put("samples", List.of(11L));
        unusual.put("layers", List.of(List.of("fc", "conv*")));
        unusual.put("budget", List.of(5.0, "method", "sparse"));
        unusual.put("readoutNoise", List.of(0.03, "method", "sparse"));
        unusual.put("factoryImages", List.of(40L));
        unusual.put("mostAffected", List.of(2L));
        unusual.put("learningRate", List.of(1e-4, "method", "backprop"));
        unusual.put("steps", List.of(9L, "method", "backprop"));
        unusual.put("layerGain", List.of(true));
        unusual.put("statisticsFrom", List.of("weights"));
        unusual.put("factorBits", List.of(4L));
        unusual.put("vectorSets", List.of(5L, "method", "vera"));
        unusual.put("simulatedChips", List.of(2L, "method", "vera"));
        unusual.put("keptFrom", List.of(3_600.0));
        unusual.put("upkeep", List.of("every 1mo + gains"));
        unusual.put("checkImages", List.of(50L));
        unusual.put("reads", List.of(5L));
        return unusual;
    }

    @Test
    void everySettingCanBeSaid() {
        Set<String> names =
                Settings.all().stream().map(Setting::name).collect(Collectors.toCollection(LinkedHashSet::new));
        names.removeAll(List.of(Settings.STATISTICS.name(), "preset", "circuitPreset", "wireNode", "effects"));
        assertThat(unusual().keySet())
                .as("a value for each; statistics are asked for as a file, a preset and effects are what others say")
                .containsExactlyInAnyOrderElementsOf(names);
        unusual().forEach((name, value) -> {
            ExperimentSpec first = ExperimentSpec.defaults();
            if (value.size() > 1) {
                first = Settings.named((String) value.get(1)).write(first, value.get(2));
            }
            ExperimentSpec spec = Settings.named(name).write(first, value.get(0));
            assertThat(parsed(spec)).as(name).isEqualTo(spec);
            assertThat(parsed(spec)).as(name).isNotEqualTo(first);
        });
    }

    @Test
    void aDeviceWithoutAnAgeAndAPublishedErrorOfWritingCanBeSaid() {
        ExperimentSpec spec = Settings.with(
                ExperimentSpec.defaults(),
                Map.of("device", "milo", "programmingErrorOf", "milo", "programmingError", 0.5));
        assertThat(spec.chip().drift().id()).isEqualTo("milo");
        assertThat(parsed(spec)).isEqualTo(spec);
    }

    private static ExperimentSpec parsed(ExperimentSpec spec) {
        RepeatCommand.Inputs inputs = new RepeatCommand.Inputs("m.onnx", "i.bin", "c.bin", "", 10, null);
        List<String> words = RepeatCommand.words(spec, inputs).orElseThrow();
        CalibrateCommand command = new CalibrateCommand();
        // as DriftscopeCli has it
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(words.subList(1, words.size()).toArray(new String[0]));
        return new ExperimentSpec(
                command.chip.spec(Double.NaN),
                command.chip.layers(),
                command.calibration.layers(),
                command.calibration.spec());
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

    @ParameterizedTest
    @MethodSource("specs")
    void theCommandOfAChipThatIsNotCalibratedGivesTheSameNumbers(ExperimentSpec spec) {
        RepeatCommand.Inputs inputs = new RepeatCommand.Inputs(
                SAMPLE.resolve("model.onnx").toString(),
                SAMPLE.resolve("evaluation.bin").toString(),
                "",
                "",
                SCORED,
                Preprocessing.preset("cifar10"));
        PreprocessingChoice.Request asked = PreprocessingChoice.Request.preset("cifar10");
        double clean;
        double drifted;
        try (OpenedBench opened = new BenchFiles(
                        SAMPLE.resolve("model.onnx"), SAMPLE.resolve("evaluation.bin"), null, asked, SCORED)
                .open(2)) {
            List<String> layers = opened.workbench().network().analogLayers().stream()
                    .map(AnalogLayer::name)
                    .toList();
            clean = opened.workbench().clean(Progress.none(), new CancelToken()).top1();
            drifted = opened.workbench()
                    .drifted(spec.chip(), layers, Progress.none(), new CancelToken())
                    .top1();
        }
        assertThat(top1(RepeatCommand.cleanLine(inputs).orElseThrow())).isEqualTo(clean);
        assertThat(top1(RepeatCommand.driftedLine(spec.chip(), spec.driftedLayers(), inputs)
                        .orElseThrow()))
                .isEqualTo(drifted)
                .isNotEqualTo(clean);
    }

    /** Of one set of images, as the window opens it, a fifth is set apart and never scored, with or without a limit. */
    @ParameterizedTest
    @ValueSource(ints = {0, 60})
    void oneSetIsScoredWithoutWhatIsSetApart(int limit) {
        Path images = SAMPLE.resolve("calibration.bin");
        PreprocessingChoice.Request asked = PreprocessingChoice.Request.preset("cifar10");
        ChipSpec chip = specs().findFirst().orElseThrow().chip();
        try (OpenedBench opened = new BenchFiles(SAMPLE.resolve("model.onnx"), images, images, asked, limit).open(2)) {
            List<String> layers = opened.workbench().network().analogLayers().stream()
                    .map(AnalogLayer::name)
                    .toList();
            RepeatCommand.Inputs inputs = new RepeatCommand.Inputs(
                    SAMPLE.resolve("model.onnx").toString(),
                    images.toString(),
                    images.toString(),
                    "",
                    opened.workbench().evaluationImages().count(),
                    Preprocessing.preset("cifar10"));
            assertThat(top1(RepeatCommand.cleanLine(inputs).orElseThrow()))
                    .isEqualTo(opened.workbench()
                            .clean(Progress.none(), new CancelToken())
                            .top1());
            assertThat(top1(RepeatCommand.driftedLine(chip, LayerChoice.all(), inputs)
                            .orElseThrow()))
                    .isEqualTo(opened.workbench()
                            .drifted(chip, layers, Progress.none(), new CancelToken())
                            .top1());
        }
    }

    /** The command of a point says all that its method looks at. */
    @ParameterizedTest
    @MethodSource("org.driftscope.calibration.spec.Method#all")
    void whatEveryMethodLooksAtIsSaid(Method method) {
        ExperimentSpec odd = ExperimentSpec.defaults();
        Map<String, List<Object>> unusual = unusual();
        // a device that ages has no relative drift
        unusual.remove("drift");
        // nor do slices have levels
        unusual.remove("levels");
        // nor does that one have stages
        unusual.keySet().removeIf(name -> name.startsWith("pyrram"));
        for (Map.Entry<String, List<Object>> setting : unusual.entrySet()) {
            odd = Settings.named(setting.getKey()).write(odd, setting.getValue().get(0));
        }
        ExperimentSpec spec = odd.withCalibration(odd.calibration().withMethod(method));
        ExperimentSpec said = parsed(spec);
        assertThat(said.chip()).isEqualTo(spec.chip());
        assertThat(SettingUse.relevant(said.calibration())).isEqualTo(SettingUse.relevant(spec.calibration()));
        boolean layers = SettingUse.LAYERS.matters(method);
        assertThat(said.calibratedLayers()).isEqualTo(layers ? spec.calibratedLayers() : LayerChoice.all());
    }

    @Test
    void aMethodIsKnownByTheWindowsNameAsWell() {
        for (Method method : Method.all()) {
            assertThat(Method.named("--method", method.label())).isEqualTo(method);
            assertThat(Method.named("--method", method.id())).isEqualTo(method);
        }
        assertThat(Settings.named("method").write(ExperimentSpec.defaults(), "scale-and-bias"))
                .isEqualTo(Settings.named("method").write(ExperimentSpec.defaults(), "affine"));
    }

    private static double top1(String line) {
        String words = line.substring("driftscope ".length()) + " --json --threads 2";
        return CliHarness.run(words.split(" ")).json().get("top1").asDouble();
    }
}
