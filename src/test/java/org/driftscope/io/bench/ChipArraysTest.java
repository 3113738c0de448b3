package org.driftscope.io.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.npy.NpyArray;
import org.driftscope.io.npy.NpyReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChipArraysTest {
    @TempDir
    Path folder;

    private final Network network = OnnxReader.read(BundledSample.find().model());

    @Test
    void theFileHoldsTheCellsOfTheSimulator() throws IOException {
        ChipSpec plain = ChipSpec.of(0.2, 7);
        ChipSpec spec = plain.withCrossbar(plain.crossbar()
                .withCircuit(CircuitSpec.ideal()
                        .with(CircuitSettings.STUCK_HIGH, 0.02)
                        .with(CircuitSettings.WIRE_COLUMNS, 1)));
        Path file = write(spec, "chip.npz");
        AnalogLayer layer = network.analogLayers().get(3);
        Crossbar crossbar = Crossbar.program(layer.name(), network.weights(layer), spec.crossbar(), RandomSource.of(7));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(array(zip, layer.name() + "/target_plus").floats())
                    .containsExactly(crossbar.target().gPlus().valuesUs());
            NpyArray drifted = array(zip, layer.name() + "/drifted_minus");
            assertThat(drifted.shape()).containsExactly(layer.rows(), layer.cols());
            float[] right = crossbar.drift(spec.drift(), 0).gMinus().valuesUs();
            assertThat(drifted.floats()).containsExactly(right);
            assertThat(array(zip, layer.name() + "/seen_minus").floats()).isNotEqualTo(right);
            assertThat(zip.getEntry(layer.name() + "/stuck_plus.npy")).isNotNull();
            String about =
                    new String(zip.getInputStream(zip.getEntry("chip.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(about).contains("stuckHigh=0.02", network.sha256(), "\"seed\":7");
        }
    }

    @Test
    void equalChipsAreEqualFilesAndIdealOnesHoldNoMore() throws IOException {
        ChipSpec spec = ChipSpec.of(0.1, 1);
        assertThat(Files.readAllBytes(write(spec, "one.npz"))).isEqualTo(Files.readAllBytes(write(spec, "two.npz")));
        try (ZipFile zip = new ZipFile(folder.resolve("one.npz").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .noneMatch(name -> name.contains("stuck") || name.contains("seen"))
                    .hasSize(8 * network.analogLayers().size() + 1);
        }
    }

    @Test
    void onlyTheLayersThatAreOnTheChipAreWritten() throws IOException {
        Path file = write(new LayerChoice(List.of("conv1")), ChipSpec.of(0.1, 1), "part.npz");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .allMatch(name -> name.startsWith("conv1/") || name.equals("chip.json"))
                    .hasSize(9);
        }
    }

    private Path write(ChipSpec spec, String name) {
        return write(LayerChoice.all(), spec, name);
    }

    private Path write(LayerChoice layers, ChipSpec spec, String name) {
        Path file = folder.resolve(name);
        ChipArrays.write(file, network, layers, spec, Progress.none(), new CancelToken());
        return file;
    }

    private static NpyArray array(ZipFile zip, String name) throws IOException {
        return NpyReader.read(zip.getInputStream(zip.getEntry(name + ".npy")), name, 1 << 24);
    }
}
