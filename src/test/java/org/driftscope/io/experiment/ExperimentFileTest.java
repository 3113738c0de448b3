package org.driftscope.io.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.Preset;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.StatisticsChoice;
import org.driftscope.io.yaml.SpecFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentFileTest {
    private static final ExperimentSpec BASE = ExperimentSpec.of(ChipSpec.of(0.2, 7), CalibrationSpec.defaults());

    @TempDir
    Path folder;

    private BenchFiles files(int limit) {
        return new BenchFiles(
                folder.resolve("model.onnx"),
                folder.resolve("my images.bin"),
                Path.of("/elsewhere/calibration.bin"),
                new PreprocessingChoice.Request("cifar10", null, List.of(), List.of()),
                limit);
    }

    private ExperimentFile written(ExperimentFile experiment) {
        Path file = folder.resolve("experiment.yaml");
        ExperimentFileWriter.write(experiment, file);
        return ExperimentFileReader.read(file, BASE);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("e.yaml"), List.of(lines));
    }

    /** Tests run in the project's folder. */
    @Test
    void theExperimentOfTheResultsPageCanBeRead() {
        ExperimentFile table = ExperimentFileReader.read(Path.of("src", "docs", "imagenet-table.yaml"), BASE);
        assertThat(table.sweep().axes()).containsOnlyKeys("drift", "seed", "method", "solver", "rank", "samples");
        assertThat(table.sweep().base().calibratedLayers().patterns()).containsExactly("paper-set");
    }

    @Test
    void aSingleTrialReadsBackTheSame() {
        ExperimentSpec spec = BASE.withLayers(new LayerChoice(List.of("layer1.*", "fc")), LayerChoice.all())
                .withCalibration(CalibrationSpec.defaults().withRank(2).withBias(true))
                .withSeed(-3);
        ExperimentFile experiment = new ExperimentFile(files(100), new Sweep("one", spec, Map.of()));
        assertThat(written(experiment)).isEqualTo(experiment);
    }

    @Test
    void settingsPerLayerReadBackTheSame() throws IOException {
        List<String> rules = List.of("conv1,fc:tile=64,adc-bits=8", "layer1.*:device=pcm,g-max=20.5", "fc:digital");
        ExperimentSpec spec = LayerRules.PER_LAYER.write(BASE, rules);
        ExperimentFile one = new ExperimentFile(files(100), new Sweep("one", spec, Map.of()));
        assertThat(written(one)).isEqualTo(one);
        assertThat(Files.readString(folder.resolve("experiment.yaml")))
                .contains("perLayer: [{layers: [conv1, fc], tile: 64, adcBits: 8}, {layers: [");
        List<Object> swept = List.of(List.of(), rules);
        ExperimentFile both = new ExperimentFile(files(100), new Sweep("both", BASE, Map.of("perLayer", swept)));
        assertThat(written(both)).isEqualTo(both);
        assertThat(chip("perLayer:", "  - {layers: conv1, adcBits: 8}", "  - fc:digital")
                        .perLayer()
                        .texts())
                .containsExactly("conv1:adc-bits=8", "fc:digital");
        assertThat(chip("perLayer: {layers: [conv1], levels: 16}").perLayer().texts())
                .containsExactly("conv1:levels=16");
    }

    @Test
    void aDeviceOfAFileInSomeLayersGoesByItsPath() throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"),
                """
                format: driftscope-device
                version: 1
                name: mine
                gMinUs: 1
                gMaxUs: 40
                targetsUs: [5, 20]
                seconds: [0, 10]
                shiftUs: [[0, 0], [-1, -2]]
                sigmaUs: [[0, 0], [1, 2]]
                """);
        Path file = file(
                "model: m.onnx",
                "images: i.bin",
                "calibration: c.bin",
                "perLayer: [{layers: fc, device: mine.yaml}, \"conv1:device=mine.yaml,levels=16\"]",
                "age: 10s");
        ExperimentFile read = ExperimentFileReader.read(file, BASE);
        assertThat(read.sweep().base().chip().kinds())
                .extracting(kind -> kind.drift().id())
                .satisfies(ids -> assertThat(ids.get(2)).startsWith("mine@").isEqualTo(ids.get(1)));
        ExperimentFile again = written(read);
        assertThat(again.sweep().base().chip()).isEqualTo(read.sweep().base().chip());
        assertThat(Files.readString(folder.resolve("experiment.yaml"))).contains("device: mine.yaml");
        assertRefused("perLayer: [{layers: fc, device: gone.yaml}]", "line 1, column 33", "gone.yaml");
    }

    @Test
    void wrongSettingsPerLayerAreRefusedWithTheirPlace() throws IOException {
        assertRefused("perLayer: [{adcBits: 8}]", "line 1, column 12", "the key 'layers' is missing");
        assertRefused("perLayer: [{layers: fc, bits: 8}]", "line 1, column 25", "unknown key 'bits'", "adcBits");
        assertRefused("perLayer: [{layers: fc, adcBits: many}]", "line 1, column 34", "adcBits is many");
        assertRefused("perLayer: [{layers: fc, adcBits: 99}]", "line 1, column 11", "adcBits is 99");
        assertRefused("perLayer: [{layers: fc}]", "line 1, column 12", "fc without settings");
        assertRefused("perLayer: fc", "line 1, column 11", "perLayer is fc, but must be LAYERS:NAME=VALUE");
    }

    private void assertRefused(String line, String... words) {
        assertThatThrownBy(() -> ExperimentFileReader.read(file(line), BASE))
                .isInstanceOf(SpecFileException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void aDeviceBringsItsRangeWhichSettingsBesideItChange() throws IOException {
        ChipSpec pcm = chip("gMax: 30", "age: 1d", "device: pcm");
        assertThat(pcm.drift().id()).isEqualTo("pcm");
        assertThat(pcm.crossbar().range().gMinUs()).isZero();
        assertThat(pcm.crossbar().range().gMaxUs()).isEqualTo(30);
        assertThat(pcm.secondsSinceProgramming()).isEqualTo(86_400);
        ChipSpec cmo = chip("device: cmo");
        assertThat(cmo.crossbar().range().gMinUs()).isEqualTo(9);
        assertThat(cmo.crossbar().clipToRange()).isTrue();
        assertThat(chip("device: cmo", "clipToRange: false").crossbar().clipToRange())
                .isFalse();
        assertThatThrownBy(() -> chip("device: pcm", "drift: 0.2")).hasMessageContaining("drifts by its age");
        assertThatThrownBy(() -> chip("device: memristor")).hasMessageContaining("one of relative, wan2022");
        assertThatThrownBy(() -> chip("device: pcm", "age: 1x"))
                .isInstanceOf(SpecFileException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void devicesAndAgesAreSweptAndReadBackTheSame() throws IOException {
        Path file = file("device: [pcm, wan2022]", "age: [1h, 10y]", "levels: 16", "gMax: 30");
        Sweep sweep = ExperimentFileReader.read(file, BASE).sweep();
        List<ChipSpec> chips = chips(sweep);
        assertThat(chips).hasSize(4).allSatisfy(chip -> {
            assertThat(chip.crossbar().range().gMaxUs()).isEqualTo(30);
            assertThat(chip.crossbar().levels()).isEqualTo(16);
        });
        assertThat(chips)
                .extracting(ChipSpec::secondsSinceProgramming)
                .containsExactly(3600.0, 315_360_000.0, 3600.0, 315_360_000.0);
        assertThat(chips(written(new ExperimentFile(files(0), sweep)).sweep())).isEqualTo(chips);
        Sweep unset = ExperimentFileReader.read(file("device: [pcm, cmo]", "age: 1h"), BASE)
                .sweep();
        assertThat(chips(written(new ExperimentFile(files(0), unset)).sweep()))
                .as("each keeps its own range")
                .isEqualTo(chips(unset))
                .extracting(chip -> chip.crossbar().range().gMinUs())
                .containsExactly(0.0, 9.0);
    }

    private ChipSpec chip(String... lines) throws IOException {
        return ExperimentFileReader.read(file(lines), BASE).sweep().base().chip();
    }

    private static List<ChipSpec> chips(Sweep sweep) {
        return sweep.trials().stream().map(trial -> trial.spec().chip()).toList();
    }

    @Test
    void namesWithControlCharactersReadBackTheSame() {
        ExperimentSpec spec = BASE.withLayers(
                new LayerChoice(List.of("co\u001bnv", "a\nb\u2028", "co\\u001bnv", "\"q\"\t")), LayerChoice.all());
        ExperimentFile experiment = new ExperimentFile(files(100), new Sweep("one", spec, Map.of()));
        assertThat(written(experiment)).isEqualTo(experiment);
    }

    @Test
    void aPresetComesFirstAndSettingsBesideItChangeIt() throws IOException {
        CalibrationSpec spec = calibration("bias: false", "preset: recommended", "rank: 1");
        assertThat(spec)
                .isEqualTo(Preset.RECOMMENDED
                        .applyTo(CalibrationSpec.defaults())
                        .withRank(1)
                        .withBias(false));
        assertThat(calibration("rank: 4")).isEqualTo(CalibrationSpec.defaults());
        assertThatThrownBy(() -> calibration("preset: best"))
                .isInstanceOf(SpecFileException.class)
                .hasMessageContaining("as-published, recommended");
    }

    @Test
    void aListOfPresetsIsSweptAndReadsBackTheSame() throws IOException {
        Path file = file("preset: [as-published, recommended]", "method: lora", "rank: [1, 4]");
        Sweep sweep = ExperimentFileReader.read(file, BASE).sweep();
        List<CalibrationSpec> expected = Arrays.stream(Preset.values())
                .map(preset -> preset.applyTo(CalibrationSpec.defaults()).withMethod(Method.LORA))
                .flatMap(spec -> Stream.of(spec.withRank(1), spec.withRank(4)))
                .toList();
        assertThat(calibrations(sweep)).isEqualTo(expected);
        assertThat(calibrations(written(new ExperimentFile(files(0), sweep)).sweep()))
                .isEqualTo(expected);
    }

    private CalibrationSpec calibration(String... lines) throws IOException {
        return ExperimentFileReader.read(file(lines), BASE).sweep().base().calibration();
    }

    private static List<CalibrationSpec> calibrations(Sweep sweep) {
        return sweep.trials().stream().map(trial -> trial.spec().calibration()).toList();
    }

    @Test
    void numbersBeyondAnIntAreOutOfRangeAndSentencesEndOnce() throws IOException {
        for (String line :
                List.of("rank: 5000000000", "samples: 5000000000", "levels: -5000000000", "tile: 5000000000")) {
            Path file = file(line);
            assertThatThrownBy(() -> ExperimentFileReader.read(file, BASE))
                    .as(line)
                    .isInstanceOf(SpecFileException.class)
                    .hasMessageContaining(line.replaceFirst(":.*", ""))
                    .satisfies(error -> assertThat(error.getMessage()).doesNotContain(".."));
        }
        assertThatThrownBy(() -> ExperimentFileReader.read(file("rank: 5000000000"), BASE))
                .hasMessageContaining("1 to 4096");
    }

    @Test
    void aSweepReadsBackTheSameTrials() {
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        axes.put("mapping", List.of("one-sided", "offset-column"));
        axes.put("drift", List.of(0.0, 0.05, 0.3));
        axes.put("driftLayers", List.of(List.of("conv1"), List.of("fc", "layer1.*")));
        axes.put("bias", List.of(true, false));
        ExperimentFile experiment = new ExperimentFile(files(0), new Sweep("a study", BASE, axes));
        ExperimentFile read = written(experiment);
        assertThat(read.files()).isEqualTo(experiment.files());
        assertThat(read.sweep().name()).isEqualTo("a study");
        assertThat(read.sweep()).isEqualTo(experiment.sweep());
        assertThat(read.sweep().trials()).isEqualTo(experiment.sweep().trials());
    }

    @Test
    void statisticsFilesGoByTheirPathAndAreKnownByTheirContent() throws IOException {
        StatisticsChoice first = StatisticsChoice.of(Files.writeString(folder.resolve("a.safetensors"), "one"));
        StatisticsChoice second = StatisticsChoice.of(Files.writeString(folder.resolve("b.safetensors"), "two"));
        Sweep sweep = new Sweep("s", BASE, Map.of("statistics", List.of("none", first.sha256(), second.sha256())));
        ExperimentFile experiment = new ExperimentFile(files(0).withStatistics(List.of(first, second)), sweep);
        assertThat(written(experiment)).isEqualTo(experiment);
        assertThat(folder.resolve("experiment.yaml"))
                .content()
                .contains("statistics: [none, a.safetensors, b.safetensors]");
        ExperimentFile without =
                ExperimentFileReader.read(file("model: m.onnx", "images: i.bin", "statistics: a.safetensors"), BASE);
        assertThat(without.files().calibration()).isNull();
        assertThatThrownBy(() -> ExperimentFileReader.read(
                        file("model: m.onnx", "images: i.bin", "statistics: [none, a.safetensors]"), BASE))
                .hasMessageContaining("calibration");
        assertThatThrownBy(() -> ExperimentFileReader.read(
                        file("model: m.onnx", "images: i.bin", "statistics: nowhere.safetensors"), BASE))
                .isInstanceOf(SpecFileException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("nowhere.safetensors");
    }

    @Test
    void rangesAndListsAreSwept() throws IOException {
        Sweep sweep = ExperimentFileReader.read(
                        file("model: m.onnx", "images: i.bin", "calibration: c.bin", "rank: [1, 4]", "seed: 5"), BASE)
                .sweep();
        assertThat(sweep.axes()).isEqualTo(Map.of("rank", List.of(1L, 4L)));
        assertThat(sweep.base().chip().seed()).isEqualTo(5);
        assertThat(sweep.name()).isEqualTo("e");
    }

    @Test
    void whatIsWrongIsRefusedWithItsPlaceAndTheAllowedValues() throws IOException {
        refused("4", "images: i.bin", "calibration: c.bin", "model: m.onnx", "rnak: 4");
        refused("rank", "model: m.onnx", "images: i.bin", "calibration: c.bin", "rank: four");
        refused("0 to 1", "model: m.onnx", "images: i.bin", "calibration: c.bin", "drift: [0.1, 7]");
        refused("dora", "model: m.onnx", "images: i.bin", "calibration: c.bin", "method: magic");
        refused("images", "model: m.onnx", "calibration: c.bin", "rank: 1");
        refused("a path", "model: \"a\\0b\"", "images: i.bin", "calibration: c.bin");
        refused("1 to 2147483647", "model: m.onnx", "images: i.bin", "calibration: c.bin", "samples: 2147483648");
    }

    private void refused(String saying, String... lines) throws IOException {
        Path file = file(lines);
        assertThatThrownBy(() -> ExperimentFileReader.read(file, BASE))
                .isInstanceOf(SpecFileException.class)
                .hasMessageContaining("e.yaml")
                .hasMessageContaining(saying);
    }
}
