package org.driftscope.io.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DriftModel;
import org.driftscope.io.npy.NpzWriter;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chips whose cells were read one by one. */
class MeasuredChipTest {
    private static final float[] PLUS = {1, 20, 3, 4, 50, 6};
    private static final float[] MINUS = {9, 2, 0, 7, 1, 30};

    @TempDir
    Path folder;

    private interface Writing {
        void to(NpzWriter out) throws IOException;
    }

    private Path file(Writing writing) throws IOException {
        Path file = folder.resolve("chip.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            NpzWriter npz = new NpzWriter(out);
            writing.to(npz);
            npz.finish();
        }
        return file;
    }

    private DeviceKind chip() throws IOException {
        return DeviceFiles.open(file(out -> {
            out.put("a/drifted_plus", PLUS, 2, 3);
            out.put("a/drifted_minus", MINUS, 2, 3);
            out.put("a/target_plus", new float[] {Float.NaN}, 1);
        }));
    }

    private static Crossbar crossbar(String layer, CrossbarSpec spec) {
        WeightMatrix weights = new WeightMatrix(2, 3, new float[] {.5f, -1, 0, .25f, 1, -.125f});
        return Crossbar.program(layer, weights, spec, RandomSource.of(1));
    }

    @Test
    void cellsAreWhatWasReadAndOtherLayersWhatWasMeant() throws IOException {
        DriftModel chip = chip().model();
        CrossbarSpec stuck =
                CrossbarSpec.defaults().withCircuit(CircuitSpec.ideal().with(CircuitSettings.STUCK_HIGH, 1));
        CellState read = crossbar("a", stuck).drift(chip, 0);
        assertThat(read.gPlus().valuesUs()).containsExactly(PLUS);
        assertThat(read.gMinus().valuesUs()).containsExactly(MINUS);
        Crossbar other = crossbar("b", CrossbarSpec.defaults());
        assertThat(other.drift(chip, 0).gPlus().valuesUs())
                .containsExactly(other.target().gPlus().valuesUs());
        assertThat(chip.ages()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-sided", "constant-sum", "offset-column"})
    void weightsAloneComeBackAsTheyWereGiven(String mapping) throws IOException {
        float[] weights = {.4f, -1.3f, .01f, -.2f, .9f, 0};
        DriftModel chip = DeviceFiles.open(file(out -> out.put("a/effective", weights, 2, 3)))
                .model();
        CrossbarSpec spec =
                CrossbarSpec.defaults().withMapping(MappingKind.of(mapping)).withTile(2);
        Crossbar crossbar = crossbar("a", spec);
        float[] seen = crossbar.effectiveWeights(crossbar.drift(chip, 0)).values();
        for (int i = 0; i < weights.length; i++) {
            assertThat(seen[i]).isCloseTo(weights[i], within(1e-6f));
        }
        CrossbarSpec wires = spec.withCircuit(CircuitSpec.ideal().with(CircuitSettings.WIRE_ROWS, 1));
        assertThatThrownBy(() -> crossbar("a", wires).drift(chip, 0))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("layer a");
    }

    @Test
    void whatDoesNotFitIsSaidWithLayerAndRemedy() throws IOException {
        DriftModel chip = chip().model();
        chip.requireFits("", List.of("a", "b"), "mapping=one-sided");
        assertThatThrownBy(() -> chip.requireFits("", List.of("b", "c"), ""))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("chip.npz holds cells of layer a")
                .hasMessageContaining("b, c");
        CrossbarSpec offset = CrossbarSpec.defaults().withMapping(MappingKind.of("offset-column"));
        assertThatThrownBy(() -> crossbar("a", offset).drift(chip, 0))
                .isInstanceOf(IncompatibleShapeException.class)
                .hasMessageContaining("drifted_minus of layer a is 2 x 3")
                .hasMessageContaining("2 x 1");
    }

    @Test
    void settingsThatGiveItsConductancesTheirMeaningAreHeld() throws IOException {
        DeviceKind kind = DeviceFiles.open(file(out -> {
            out.putText(
                    "chip.json",
                    "{\"modelSha256\": \"aa\", \"layers\": {\"a_b\": \"a/b\"}, \"chip\": \"mapping=constant-sum gMinUs=5.0 gMaxUs=50.0 levels=0\"}");
            out.put("a_b/drifted_plus", PLUS, 2, 3);
            out.put("a_b/drifted_minus", MINUS, 2, 3);
        }));
        assertThat(kind.usualRange().gMaxUs()).isEqualTo(50);
        String right = "mapping=constant-sum gMinUs=5.0 gMaxUs=50.0 levels=32";
        kind.model().requireFits("", List.of("a/b"), right);
        kind.model().requireFits("aa", List.of("a/b"), right);
        assertThatThrownBy(() -> kind.model().requireFits("bb", List.of("a/b"), right))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("holds the weights of another network (sha256 aa). Open that one");
        assertThatThrownBy(
                        () -> kind.model().requireFits("", List.of("a/b"), right.replace("constant-sum", "one-sided")))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("Set mapping to constant-sum");
    }

    enum Wrong {
        NOTHING("holds no cells") {
            @Override
            void write(NpzWriter out) throws IOException {
                out.put("images", PLUS, 6);
            }
        },
        HALF("has no a/drifted_minus") {
            @Override
            void write(NpzWriter out) throws IOException {
                out.put("a/drifted_plus", PLUS, 2, 3);
                out.put("a/effective", PLUS, 2, 3);
            }
        },
        FLAT("(a/drifted_plus) has shape [6]") {
            @Override
            void write(NpzWriter out) throws IOException {
                out.put("a/drifted_plus", PLUS, 6);
                out.put("a/drifted_minus", MINUS, 2, 3);
            }
        },
        ROWS("2 rows of cells that add and 3 of cells that subtract") {
            @Override
            void write(NpzWriter out) throws IOException {
                out.put("a/drifted_plus", PLUS, 2, 3);
                out.put("a/drifted_minus", MINUS, 3, 2);
            }
        },
        NAN("(a/drifted_minus) holds NaN at row 1, column 2") {
            @Override
            void write(NpzWriter out) throws IOException {
                out.put("a/drifted_plus", PLUS, 2, 3);
                out.put("a/drifted_minus", new float[] {1, 1, 1, 1, 1, Float.NaN}, 2, 3);
            }
        },
        NEGATIVE("holds -1.0 at row 0, column 1") {
            @Override
            void write(NpzWriter out) throws IOException {
                out.put("a/drifted_plus", new float[] {1, -1}, 1, 2);
                out.put("a/drifted_minus", new float[] {1, 1}, 1, 2);
            }
        },
        SIEMENS("multiply them by 1e6") {
            @Override
            void write(NpzWriter out) throws IOException {
                out.put("a/drifted_plus", new float[] {5e-5f, 1e-6f}, 1, 2);
                out.put("a/drifted_minus", new float[] {0, 0}, 1, 2);
            }
        },
        JSON("(chip.json) is no JSON") {
            @Override
            void write(NpzWriter out) throws IOException {
                out.putText("chip.json", "{");
                out.put("a/effective", PLUS, 2, 3);
            }
        },
        BOMB("unpacks from") {
            @Override
            void write(NpzWriter out) throws IOException {
                out.put("a/effective", new float[20_000_000], 20_000, 1_000);
            }
        };

        private final String sentence;

        Wrong(String sentence) {
            this.sentence = sentence;
        }

        abstract void write(NpzWriter out) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoChipIsRefusedInASentence(Wrong wrong) throws IOException {
        Path file = file(wrong::write);
        assertThatThrownBy(() -> DeviceFiles.open(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("chip.npz")
                .hasMessageContaining(wrong.sentence);
    }

    @Test
    void aFileThatIsCutOffIsRefusedAndItsContentNamesIt() throws IOException {
        String id = chip().id();
        byte[] bytes = Files.readAllBytes(folder.resolve("chip.npz"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("chip.npz");
        Files.write(elsewhere, bytes);
        assertThat(DeviceFiles.open(elsewhere).id()).isEqualTo(id);
        assertThat(DeviceFiles.isDevice(elsewhere)).isTrue();
        Files.write(elsewhere, Arrays.copyOf(bytes, bytes.length - 30));
        assertThat(DeviceFiles.isDevice(elsewhere)).isFalse();
        assertThatThrownBy(() -> DeviceFiles.open(elsewhere))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("truncated");
    }
}
