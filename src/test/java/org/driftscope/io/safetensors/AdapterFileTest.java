package org.driftscope.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.adapter.SparseAdapter;
import org.driftscope.adapter.TileScaleAdapter;
import org.driftscope.adapter.VectorAdapter;
import org.driftscope.adapter.VectorSet;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.io.onnx.OnnxWriter;
import org.driftscope.io.onnx.SmallNetworks;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdapterFileTest {
    private static final Map<String, String> METADATA = Map.of(
            AdapterFile.VERSION, "1.0",
            AdapterFile.SEED, "7",
            AdapterFile.DRIFT, "relative-gaussian 0.2",
            AdapterFile.CALIBRATION, "dora rank 2");

    @TempDir
    private Path folder;

    private Network network;
    private Path file;

    /** conv: 6 rows (one channel of 3 x 2), 4 columns, 2 groups; fc: 4 x 3. */
    private final LowRankAdapter conv =
            new LowRankAdapter("conv", 2, 6, 4, 2, random("a", 24), random("b", 8), random("m", 4), random("bias", 4));

    private final LowRankAdapter fc =
            new LowRankAdapter("fc", 1, 4, 3, 1, random("fa", 4), random("fb", 3), new float[0], new float[0]);

    @BeforeEach
    void writeModel() {
        Path model = folder.resolve("model.onnx");
        OnnxWriter.write(SmallNetworks.classifier(), model);
        network = OnnxReader.read(model);
        file = folder.resolve("adapters.safetensors");
    }

    @Test
    void aLayersGainSurvivesTheFile() {
        float[] none = new float[0];
        LowRankAdapter gained = new LowRankAdapter(
                "fc",
                1,
                4,
                3,
                1,
                random("fa", 4),
                random("fb", 3),
                none,
                random("bias", 3),
                new float[] {1.7f},
                FactorPrecision.FULL);
        AdapterFile.save(file, network, List.of(gained), METADATA);

        LowRankAdapter back =
                (LowRankAdapter) AdapterFile.load(file, network).adapters().get("fc");
        assertThat(back.gain()).containsExactly(1.7f);
        assertThat(back.a()).containsExactly(gained.a());
        assertThat(back.bias()).containsExactly(gained.bias());
    }

    /** Older versions kept control characters in layers' names. */
    @Test
    void adaptersOfOlderVersionsAreFoundByTheirLayersName() {
        Tensor weight = Tensor.floats(random("w", 12), 4, 3, 1, 1);
        Network odd = Graphs.network(
                13,
                Map.of("f\u001bc.weight", weight),
                Graphs.node("Conv", "y", Attributes.none(), "x", "f\u001bc.weight"));
        String name = odd.analogLayers().get(0).name();
        LowRankAdapter adapter =
                new LowRankAdapter(name, 1, 3, 4, 1, random("fa", 3), random("fb", 4), new float[0], new float[0]);
        AdapterFile.save(file, odd, List.of(adapter), METADATA);
        Safetensors now = SafetensorsReader.read(file);
        Map<String, Tensor> tensors = new TreeMap<>();
        now.tensors().forEach((key, tensor) -> tensors.put(key.replace("\\u001b", "\u001b"), tensor));
        Map<String, String> texts = new TreeMap<>();
        now.metadata().forEach((key, text) -> texts.put(key.replace("\\u001b", "\u001b"), text));
        SafetensorsWriter.write(Safetensors.of(tensors, texts), file);
        assertThat(AdapterFile.load(file, odd).adapters()).containsOnlyKeys("f\\u001bc");
    }

    @Test
    void adaptersSurviveTheFile() {
        AdapterFile.save(file, network, List.of(conv, fc), METADATA);

        AdapterFile back = AdapterFile.load(file, network);

        assertThat(back.adapters()).containsOnlyKeys("conv", "fc");
        assertThat(back.adapters().get("conv")).usingRecursiveComparison().isEqualTo(conv);
        assertThat(back.adapters().get("fc")).usingRecursiveComparison().isEqualTo(fc);
        assertThat(back.metadata()).containsAllEntriesOf(METADATA);
    }

    @Test
    void sparseAndTileAdaptersSurviveTheFile() {
        SparseAdapter sparse =
                new SparseAdapter("conv", 6, 4, new int[] {0, 7, 23}, random("v", 3), random("g", 4), random("b", 4));
        TileScaleAdapter tiles = new TileScaleAdapter("fc", new TileGrid(4, 3, 2, 2), random("s", 4));
        AdapterFile.save(file, network, List.of(sparse, tiles), METADATA);

        AdapterFile back = AdapterFile.load(file, network);

        assertThat(back.adapters().get("conv")).usingRecursiveComparison().isEqualTo(sparse);
        assertThat(back.adapters().get("fc")).usingRecursiveComparison().isEqualTo(tiles);
    }

    @Test
    void setsOfVectorsSurviveTheFileWithAndWithoutGains() {
        VectorAdapter gained = new VectorAdapter(
                "conv",
                2,
                6,
                4,
                -7,
                List.of(
                        new VectorSet(3600, random("d", 2), random("b", 4), new float[] {1.5f}),
                        new VectorSet(315_360_000, random("e", 2), random("c", 4), new float[] {2.5f})),
                1);
        VectorAdapter plain = new VectorAdapter(
                "fc", 5, 4, 3, 11, List.of(new VectorSet(0, random("d", 5), random("b", 3), new float[0])), 0);
        AdapterFile.save(file, network, List.of(gained, plain), METADATA);

        AdapterFile back = AdapterFile.load(file, network);

        assertThat(back.adapters().get("conv")).usingRecursiveComparison().isEqualTo(gained);
        assertThat(back.adapters().get("fc")).usingRecursiveComparison().isEqualTo(plain);
    }

    /** What is held in few bits, of random codes and scales. */
    private static LowRankAdapter narrow(LowRankAdapter plain, int bits) {
        int most = (1 << (bits - 1)) - 1;
        int ranks = plain.groups() * plain.rank();
        float[] scalesA = new float[ranks];
        float[] scalesB = new float[ranks];
        for (int k = 0; k < ranks; k++) {
            scalesA[k] = FactorPrecision.scale(0.013 * (k + 1));
            scalesB[k] = FactorPrecision.scale(0.4 / (k + 1));
        }
        float[] a = plain.a().clone();
        for (int i = 0; i < a.length; i++) {
            a[i] = ((i * 7) % (2 * most + 1) - most) * scalesA[i % ranks];
        }
        float[] b = plain.b().clone();
        for (int i = 0; i < b.length; i++) {
            int group = i % plain.cols() / (plain.cols() / plain.groups());
            b[i] = ((i * 5) % (2 * most + 1) - most) * scalesB[group * plain.rank() + i / plain.cols()];
        }
        return plain.withFactors(plain.rank(), a, b, new FactorPrecision(bits, scalesA, scalesB));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6, 8, 13})
    void factorsOfFewBitsSurviveTheFileBitForBit(int bits) throws IOException {
        LowRankAdapter first = narrow(conv, bits);
        LowRankAdapter second = narrow(fc, bits);
        AdapterFile.save(file, network, List.of(first, second), METADATA);
        AdapterFile back = AdapterFile.load(file, network);
        assertThat(back.adapters().get("conv")).usingRecursiveComparison().isEqualTo(first);
        assertThat(back.adapters().get("fc")).usingRecursiveComparison().isEqualTo(second);
        assertThat(back.adapters().get("conv").sramBits(16)).isEqualTo(first.sramBits(16));
        Safetensors content = SafetensorsReader.read(file);
        assertThat(content.tensors().get("conv.lora_A.codes").size()).isEqualTo((24 * bits + 7) / 8);
        byte[] bytes = Files.readAllBytes(file);
        SafetensorsWriter.write(content, file);
        assertThat(Files.readAllBytes(file)).as("read and written again").isEqualTo(bytes);
        AdapterFile.save(file, network, List.of(first.atFullBits()), METADATA);
        assertThat(SafetensorsReader.read(file).tensors()).containsKey("conv.lora_A.weight");
    }

    /** Two values to a byte, the first in its lower half, as int4 is packed elsewhere; eight bits are int8. */
    @Test
    void codesArePackedLowestBitsFirst() {
        assertThat(PackedCodes.pack(new int[] {1, -1, 7}, 4)).containsExactly(0xf1, 0x07);
        assertThat(PackedCodes.pack(new int[] {-3, 127}, 8)).containsExactly(0xfd, 0x7f);
    }

    @Test
    void damagedFactorsOfFewBitsAreRefusedByLayer() {
        AdapterFile.save(file, network, List.of(narrow(conv, 4)), METADATA);
        Safetensors good = SafetensorsReader.read(file);
        refuses(good, "conv.lora_A.codes", Tensor.ints(new long[11], 11), "needs 12 bytes in lora_A.codes");
        refuses(good, "conv.lora_A.codes", Tensor.ints(filled(12, 256), 12), "outside 0 to 255");
        refuses(good, "conv.lora_A.codes", Tensor.ints(filled(12, 0x88), 12), "outside -7 to 7");
        refuses(good, "conv.factor_bits", Tensor.ints(new long[] {16}, 1), "factor_bits");
        refuses(good, "conv.factor_bits", Tensor.ints(new long[] {1}, 1), "2 to 15");
        refuses(good, "conv.lora_A.scales", Tensor.floats(new float[3], 3), "not as many a group");
        refuses(good, "conv.lora_B.scales", Tensor.floats(new float[2], 2), "4 and 2 scales");
        refuses(good, "conv.lora_B.scales", Tensor.floats(new float[] {1, 1, 1, -1}, 4), "negative");
        refuses(good, "conv.lora_B.scales", Tensor.floats(new float[] {1, 1, 1, 1.001f}, 4), "more than 16 bits");
        refuses(good, "conv.lora_B.scales", Tensor.floats(new float[] {1, 1, 1, Float.NaN}, 4), "NaN");
        refuses(good, "conv.lora_A.weight", Tensor.floats(new float[24], 4, 1, 3, 2), "only one of");
        AdapterFile.save(file, network, List.of(narrow(fc, 3)), METADATA);
        refuses(
                SafetensorsReader.read(file),
                "fc.lora_A.codes",
                Tensor.ints(new long[] {0, 0xf0}, 2),
                "bits behind the last value");
    }

    private static long[] filled(int count, long value) {
        long[] values = new long[count];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void namesAndShapesArePefts() {
        AdapterFile.save(file, network, List.of(conv, fc), METADATA);

        Map<String, Tensor> tensors = SafetensorsReader.read(file).tensors();

        assertThat(tensors.get("conv.lora_A.weight").shape()).containsExactly(4, 1, 3, 2);
        assertThat(tensors.get("conv.lora_B.weight").shape()).containsExactly(4, 2, 1, 1);
        assertThat(tensors.get("conv.lora_magnitude_vector").shape()).containsExactly(1, 4, 1, 1);
        assertThat(tensors.get("conv.bias").shape()).containsExactly(4);
        assertThat(tensors.get("fc.lora_A.weight").shape()).containsExactly(1, 4);
        assertThat(tensors.get("fc.lora_B.weight").shape()).containsExactly(3, 1);
        // element [k, c, ky, kx] of lora_A is A[c*kh*kw + ky*kw + kx, k]
        float[] a = tensors.get("conv.lora_A.weight").floats();
        assertThat(a[3 * 6 + 2 * 2 + 1]).isEqualTo(conv.a()[(2 * 2 + 1) * 4 + 3]);
    }

    @Test
    void magnitudeAndBiasAloneSurvive() {
        LowRankAdapter affine =
                new LowRankAdapter("fc", 0, 4, 3, 1, new float[0], new float[0], random("m", 3), random("bias", 3));
        AdapterFile.save(file, network, List.of(affine), METADATA);

        assertThat(AdapterFile.load(file, network).adapters().get("fc"))
                .usingRecursiveComparison()
                .isEqualTo(affine);
    }

    @Test
    void sameContentGivesSameBytes() throws IOException {
        AdapterFile.save(file, network, List.of(conv, fc), METADATA);
        AdapterFile.save(folder.resolve("again"), network, List.of(fc, conv), METADATA);

        assertThat(Files.readAllBytes(folder.resolve("again"))).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void refusesAdaptersOfAnotherModel() {
        AdapterFile.save(file, network, List.of(conv), METADATA);
        Network other = new Network(
                "other.onnx",
                network.opset(),
                network.nodes(),
                network.constants(),
                network.inputs(),
                network.outputs(),
                "00ff");

        assertThatThrownBy(() -> AdapterFile.load(file, other))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("another model")
                .hasMessageContaining("00ff");
    }

    @Test
    void refusesOtherShapesUnknownTensorsAndKinds() {
        AdapterFile.save(file, network, List.of(conv), METADATA);
        Safetensors good = SafetensorsReader.read(file);

        refuses(good, "conv.lora_A.weight", Tensor.floats(new float[24], 4, 1, 2, 3), "lora_A.weight of shape");
        refuses(good, "conv.lora_B.weight", Tensor.floats(new float[0], 4, 0, 1, 1), "lora_B.weight");
        refuses(good, "conv.bias", Tensor.floats(new float[] {1, 2, 3, Float.NaN}, 4), "NaN");
        refuses(good, "conv.extra", Tensor.floats(new float[1], 1), "unknown tensors");
        refuses(good, "nowhere.bias", Tensor.floats(new float[1], 1), "no layer");
        refuses(good, "fc.bias", Tensor.floats(new float[3], 3), "kind");
        Map<String, String> metadata = new TreeMap<>(good.metadata());
        metadata.put("driftscope.kind.conv", "telepathy");
        SafetensorsWriter.write(Safetensors.of(good.tensors(), metadata), file);
        assertThatThrownBy(() -> AdapterFile.load(file, network)).hasMessageContaining("telepathy");
    }

    private void refuses(Safetensors good, String name, Tensor tensor, String message) {
        Map<String, Tensor> tensors = new TreeMap<>(good.tensors());
        tensors.put(name, tensor);
        SafetensorsWriter.write(Safetensors.of(tensors, good.metadata()), file);
        assertThatThrownBy(() -> AdapterFile.load(file, network))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }

    private static float[] random(String key, int size) {
        double[] numbers = RandomSource.of(3).child(key).gaussians(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) numbers[i];
        }
        return values;
    }
}
