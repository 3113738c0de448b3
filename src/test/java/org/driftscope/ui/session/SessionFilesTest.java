package org.driftscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostQuantity;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.data.Preprocessing;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.Devices;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.io.npy.NpzWriter;
import org.driftscope.support.DataFormatException;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.DataFile;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.PointOrigin;
import org.driftscope.ui.state.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFilesTest {
    @TempDir
    Path folder;

    @Test
    void everyDeviceComesBackAtItsAge() {
        for (DeviceKind device : DeviceKinds.all()) {
            ExplorerState state = ExplorerState.first().withDevice(device).withAge(3600);
            assertThat(ChipJson.read(ChipJson.write(state.chip()), Devices.listed()))
                    .isEqualTo(state.chip());
        }
    }

    @Test
    void aMeasuredChipComesBackFromItsPlaceWhileItIsTheSame() throws IOException {
        Path file = folder.resolve("chip.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            NpzWriter npz = new NpzWriter(out);
            npz.put("conv1/effective", new float[] {1, 2}, 1, 2);
            npz.finish();
        }
        ExplorerState state = ExplorerState.first().withDevice(DeviceFiles.open(file));
        ObjectNode json = StateJson.write(state, folder);
        assertThat(StateJson.read(json, folder, Devices.listed()).chip()).isEqualTo(state.chip());
        ObjectNode device = (ObjectNode) json.path("devices").get(0);
        assertThat(device.path("path").asText())
                .as("beneath the session's folder")
                .isEqualTo("chip.npz");
        Path elsewhere = Files.createDirectory(folder.resolve("moved"));
        Files.move(file, elsewhere.resolve("chip.npz"));
        assertThatThrownBy(() -> StateJson.read(json, folder, Devices.listed()))
                .isInstanceOf(MissingChip.class)
                .hasMessageContaining("The measured chip chip is not at chip.npz any more");
        assertThat(StateJson.read(json, folder, state.devices()).chip()).isEqualTo(state.chip());
        device.put("path", folder.resolve("gone").resolve("chip.npz").toString());
        assertThat(StateJson.read(json, elsewhere, Devices.listed()).chip())
                .as("the session's folder was moved as a whole")
                .isEqualTo(state.chip());
        device.put("id", "chip@" + "0".repeat(64));
        assertThatThrownBy(() -> StateJson.read(json, elsewhere, Devices.listed()))
                .isInstanceOf(MissingChip.class)
                .hasMessageContaining("chip.npz is not the measured chip");
    }

    @Test
    void aDeviceOfAFileComesBackWithoutThatFile() throws IOException {
        Path file = folder.resolve("gone.yaml");
        Files.writeString(
                file,
                """
                format: driftscope-device
                version: 1
                name: gone
                gMinUs: 1
                gMaxUs: 40
                targetsUs: [5, 20]
                seconds: [0, 10]
                shiftUs: [[0, 0], [-1, -2]]
                sigmaUs: [[0, 0], [1, 2]]
                """);
        DeviceKind device = DeviceFiles.open(file);
        ExplorerState state = ExplorerState.first().withDevice(device).withAge(10);
        ObjectNode json = StateJson.write(state, folder);
        ExplorerState inOneLayer = ExplorerState.first()
                .withChip(LayerRules.PER_LAYER
                        .write(
                                ExperimentSpec.defaults()
                                        .withDevices(Devices.listed().with(device)),
                                List.of("fc:device=" + device.id()))
                        .chip());
        ObjectNode layer = StateJson.write(inOneLayer, folder);
        Files.delete(file);
        assertThat(StateJson.read(json, folder, Devices.listed()).chip()).isEqualTo(state.chip());
        assertThat(StateJson.read(layer, folder, Devices.listed()).chip()).isEqualTo(inOneLayer.chip());
        String id = state.chip().drift().id();
        json.remove("devices");
        ((ObjectNode) json.path("chip").path("drift")).put("model", id.replace("gone@", "lost@"));
        assertThatThrownBy(() -> StateJson.read(json, folder, Devices.listed()))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("lost");
    }

    @Test
    void everyPartOfTheCircuitComesBack() {
        CrossbarSpec usual = CrossbarSpec.defaults();
        for (CircuitSetting setting : CircuitSettings.all()) {
            ExplorerState state = ExplorerState.first()
                    .withCrossbar(usual.withCircuit(CircuitSpec.ideal().with(setting, setting.most())));
            assertThat(ChipJson.read(ChipJson.write(state.chip()), Devices.listed()))
                    .isEqualTo(state.chip());
        }
        ObjectNode before = ChipJson.write(ExplorerState.first().chip());
        before.remove("circuit");
        assertThat(ChipJson.read(before, Devices.listed()))
                .as("of a session without it")
                .isEqualTo(ExplorerState.first().chip());
        before.putObject("circuit").put("sneakPaths", 1);
        assertThatThrownBy(() -> ChipJson.read(before, Devices.listed()))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("sneakPaths");
    }

    @Test
    void settingsPerLayerComeBackInTheirOrder() {
        ChipSpec chip = LayerRules.PER_LAYER
                .write(ExperimentSpec.defaults(), List.of("fc:levels=8", "*:adc-bits=8,device=pcm", "a,b:digital"))
                .chip();
        ObjectNode json = ChipJson.write(chip);
        assertThat(ChipJson.read(json, Devices.listed())).isEqualTo(chip);
        assertThat(ChipJson.write(ExperimentSpec.defaults().chip()).has("perLayer"))
                .as("where all are alike sessions are as they were")
                .isFalse();
        json.putArray("perLayer").add("fc:sneak-paths=1");
        assertThatThrownBy(() -> ChipJson.read(json, Devices.listed()))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("fc:sneak-paths=1");
    }

    private Session session() {
        ExplorerState first = ExplorerState.first().withTicked(Set.of("conv1", "linear"));
        CalibrationPoint point = new CalibrationPoint(
                "p1",
                "the good one",
                true,
                first.chip().withSeed(99),
                new LayerChoice(List.of("conv*")),
                Set.of("conv1"),
                CalibrationSpec.defaults()
                        .withMethod(Method.SPARSE)
                        .withSettings(MethodSettings.defaults()
                                .withBudget(5)
                                .with(MethodSetting.READOUT_NOISE, 0.02)
                                .withMostAffected(3)
                                .with(MethodSetting.LEARNING_RATE, 1e-4)
                                .withSteps(7)),
                new Score(915, 1000),
                new Score(700, 1000),
                new Score(900, 1000),
                1234,
                4.5,
                30_000,
                0.25,
                List.of("a note"),
                new PointOrigin(
                        new DataFile("net.onnx", "aa"),
                        3,
                        new DataFile("eval.bin", "bb"),
                        new DataFile("calib.bin", "cc"),
                        DataFile.NOT_RECORDED,
                        Preprocessing.preset("mnist"),
                        "1.0",
                        "abc",
                        Instant.EPOCH));
        return new Session(
                new FileReference(folder.resolve("models").resolve("net.onnx"), "aa"),
                new FileReference(folder.resolve("eval.bin"), "bb"),
                null,
                List.of(),
                first.withDrifting(new LayerChoice(List.of("conv*", "linear")))
                        .withPoints(List.of(point))
                        .withCosts(CostAssumptions.defaults().with(CostQuantity.RRAM_ENDURANCE, 1e8)),
                "linear",
                null);
    }

    @Test
    void saysWhetherThePreprocessingWasChosenByTheProgram() {
        Path file = folder.resolve("a.driftscope");
        SessionFiles.write(file, prepared(PreprocessingChoice.Request.none()));
        assertThat(SessionFiles.read(file)).isEqualTo(prepared(PreprocessingChoice.Request.none()));
        SessionFiles.write(file, prepared(PreprocessingChoice.Request.preset("mnist")));
        assertThat(SessionFiles.read(file)).isEqualTo(prepared(PreprocessingChoice.Request.preset("mnist")));
    }

    private Session prepared(PreprocessingChoice.Request wish) {
        Session session = session();
        return new Session(
                session.model(),
                session.evaluation(),
                session.calibration(),
                session.statistics(),
                session.state().withPreparation(wish),
                session.selectedLayer(),
                Preprocessing.preset("mnist"));
    }

    @Test
    void comesBackAsItWas() {
        Path file = folder.resolve("a.driftscope");
        SessionFiles.write(file, session());
        assertThat(SessionFiles.read(file)).isEqualTo(session());
    }

    @Test
    void statisticsFilesComeBackWithTheSettingsThatNameThem() throws IOException {
        Session plain = session();
        String sha256 = "ab".repeat(32);
        Session session = new Session(
                plain.model(),
                plain.evaluation(),
                null,
                List.of(new FileReference(folder.resolve("net.statistics.safetensors"), sha256)),
                plain.state().withStatistics(sha256),
                "linear",
                null);
        Path file = folder.resolve("s.driftscope");
        SessionFiles.write(file, session);
        assertThat(SessionFiles.read(file)).isEqualTo(session);
        assertThat(file).content().contains("\"net.statistics.safetensors\"", sha256);
    }

    @Test
    void aMappingHasTheWordThatExperimentsHaveAndTheOlderOneIsKnown() throws IOException {
        Path file = folder.resolve("a.driftscope");
        SessionFiles.write(file, session());
        String text = Files.readString(file);
        assertThat(text).contains("\"mapping\" : \"one-sided\"").doesNotContain("one-sided-pair");
        Files.writeString(file, text.replace("\"one-sided\"", "\"one-sided-pair\""));
        assertThat(SessionFiles.read(file)).isEqualTo(session());
        Files.writeString(file, text.replace("\"one-sided\"", "\"no-such\""));
        assertThatThrownBy(() -> SessionFiles.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("no-such")
                .hasMessageNotContaining("..");
    }

    @Test
    void everySettingOfACalibrationIsKept() {
        CalibrationSpec kept = CalibrationSpec.defaults()
                .withSettings(MethodSettings.defaults()
                        .withKeptFrom(3_600)
                        .withUpkeep(Upkeep.parse("on demand 1 + gains"))
                        .with(MethodSetting.CHECK_IMAGES, 50));
        assertThat(CalibrationJson.read(CalibrationJson.write(kept))).isEqualTo(kept);
        List<String> names = Settings.of(Settings.Part.CALIBRATION).stream()
                .filter(setting -> setting.standsFor().isEmpty() && !setting.equals(CalibrationSettings.LAYERS))
                .map(Setting::name)
                .toList();
        assertThat(CalibrationJson.write(kept).fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void aSessionOfAnOlderVersionTakesTheUsualForWhatItLacks() throws IOException {
        Path file = folder.resolve("old.driftscope");
        SessionFiles.write(file, session());
        String old = Files.readString(file)
                .replaceAll("\\s*\"(budget|readoutNoise|factoryImages|mostAffected|learningRate)\" : [^,\n]*,", "")
                .replaceAll(",\\s*\"(steps|layerGain|keptFrom|statisticsFrom)\" : [\\w.\"]+", "")
                .replaceAll("(?s)\"driftedLayers\" : \\[.*?\\],\\s*", "")
                .replaceAll("(?s),\\s*\"deviceFigures\" : \\{.*?\\}", "")
                .replaceAll("(?s),\\s*\"notes\" : \\[.*?\\]", "");
        assertThat(old)
                .doesNotContain("budget", "steps", "layerGain", "keptFrom", "deviceFigures", "notes", "driftedLayers");
        Files.writeString(file, old);
        ExplorerState read = SessionFiles.read(file).state();
        assertThat(read.calibration().settings()).isEqualTo(MethodSettings.defaults());
        assertThat(read.costs()).isEqualTo(CostAssumptions.defaults());
        assertThat(read.drifting()).isEqualTo(LayerChoice.all());
        assertThat(read.points().get(0).notes()).isEmpty();
    }

    @Test
    void pointsOfAnOlderVersionSayThatTheirOriginWasNotRecorded() throws IOException {
        Path file = folder.resolve("old.driftscope");
        SessionFiles.write(file, session());
        String old = Files.readString(file)
                .replaceAll("(?s),\\s*\"origin\" : \\{.*?\\n      \\}", "")
                .replaceAll("\\s*\"driftedLayers\" : [^\\n]*,", "");
        assertThat(old).doesNotContain("origin", "driftedLayers", "madeAt");
        Files.writeString(file, old);
        CalibrationPoint point = SessionFiles.read(file).state().points().get(0);
        assertThat(point.origin()).isEqualTo(PointOrigin.NOT_RECORDED);
        assertThat(point.driftedLayers()).isEqualTo(LayerChoice.all());
        assertThat(point.layers()).containsExactly("conv1");
    }

    @Test
    void pathsBeneathItsFolderMoveWithIt() throws IOException {
        Path file = folder.resolve("a.driftscope");
        SessionFiles.write(file, session());
        assertThat(Files.readString(file)).contains("\"models/net.onnx\"").doesNotContain(folder.toString());
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(file, elsewhere.resolve("a.driftscope"));
        assertThat(SessionFiles.read(elsewhere.resolve("a.driftscope"))
                        .evaluation()
                        .path())
                .isEqualTo(elsewhere.resolve("eval.bin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1]",
                "{\"format\": \"something else\"}",
                "{\"format\": \"driftscope-session\", \"version\": 99}",
                "{\"format\": \"driftscope-session\", \"version\": 1}"
            })
    void whatIsNoSessionIsRefusedInASentence(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.driftscope"), text);
        assertThatThrownBy(() -> SessionFiles.read(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("bad.driftscope");
    }

    @Test
    void valuesOutOfRangeAreNamed() throws IOException {
        Path file = folder.resolve("a.driftscope");
        SessionFiles.write(file, session());
        Files.writeString(file, Files.readString(file).replace("\"rank\" : 4", "\"rank\" : 0"));
        assertThatThrownBy(() -> SessionFiles.read(file)).hasMessageContaining("rank");
    }
}
