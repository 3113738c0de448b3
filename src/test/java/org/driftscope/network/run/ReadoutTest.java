package org.driftscope.network.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.Crossbar;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.Readout;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A forward pass through layers whose tiles are read, against plain loops. */
class ReadoutTest {
    private static final RandomSource RANDOM = RandomSource.of(5);
    private static final int READS = 1000;
    private static final double NOISE = 0.02;

    /** Two groups, a strided 3x3 kernel, 5 x 6 pixels: 4 to 6 channels. */
    private static final Network GROUPED = of(
            List.of(-1L, 4L, 5L, 6L),
            Map.of(
                    "c.weight",
                    Graphs.random(RANDOM.child("c"), 6, 2, 3, 3),
                    "c.bias",
                    Graphs.random(RANDOM.child("b"), 6)),
            Graphs.node(
                    "Conv",
                    "y",
                    Attributes.of(Map.of("pads", new long[] {1, 1, 1, 1}, "strides", new long[] {2, 2}, "group", 2L)),
                    "x",
                    "c.weight",
                    "c.bias"));

    private static Network of(List<Long> input, Map<String, Tensor> constants, Node... nodes) {
        Network open = Graphs.network(13, constants, nodes);
        return open.withInput(open.nodes(), open.constants(), new ValueShape("x", input));
    }

    @Test
    void noiseHasTheStandardDeviationOfTheCellsReadTogether() {
        for (MappingKind mapping : MappingKind.all()) {
            for (int tile : new int[] {256, 5}) {
                assertNoiseOfAConvolution(mapping, tile);
            }
        }
    }

    private static void assertNoiseOfAConvolution(MappingKind mapping, int tile) {
        AnalogLayer layer = GROUPED.analogLayers().get(0);
        WeightMatrix weights = GROUPED.weights(layer);
        CrossbarSpec spec = noisy().withMapping(mapping).withTile(tile);
        LayerChange change = change(layer, weights, spec);
        Tensor x = Graphs.random(RANDOM.child("image"), 1, 4, 5, 6);
        float[] ideal = output(GROUPED, Map.of(), x, 0);
        float[] reads = output(GROUPED, Map.of(layer.name(), change), repeated(x), 0);
        double[] mean = new double[ideal.length];
        double[] square = new double[ideal.length];
        for (int i = 0; i < reads.length; i++) {
            double off = reads[i] - ideal[i % ideal.length];
            mean[i % ideal.length] += off / READS;
            square[i % ideal.length] += off * off / READS;
        }
        double wMax = greatest(weights.values());
        // a reference at mid-range: the weights' whole range lies on one cell, so a microsiemens is twice as much
        double sigma = NOISE * wMax * (mapping == MappingKind.OFFSET_COLUMN ? 2 : 1);
        double ratios = 0;
        for (int i = 0; i < ideal.length; i++) {
            double expected = sigma * Math.sqrt(seenPower(x.floats(), i));
            assertThat(mean[i]).isCloseTo(0, within(4.5 * expected / Math.sqrt(READS)));
            assertThat(Math.sqrt(square[i])).isCloseTo(expected, within(0.12 * expected));
            ratios += Math.sqrt(square[i]) / expected / ideal.length;
        }
        assertThat(ratios).as(mapping + " in tiles of " + tile).isCloseTo(1, within(0.015));
    }

    /** The same image under many numbers. */
    private static Tensor repeated(Tensor image) {
        float[] values = new float[READS * image.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = image.floats()[i % image.size()];
        }
        long[] shape = image.shape().clone();
        shape[0] = READS;
        return Tensor.floats(values, shape);
    }

    /** Sum of the squared inputs that an output of the grouped layer sees. */
    private static double seenPower(float[] x, int output) {
        int group = output / (3 * 3 * 3);
        int top = output / 3 % 3 * 2 - 1;
        int left = output % 3 * 2 - 1;
        double sum = 0;
        for (int c = 2 * group; c < 2 * group + 2; c++) {
            for (int i = Math.max(0, top); i < Math.min(5, top + 3); i++) {
                for (int j = Math.max(0, left); j < Math.min(6, left + 3); j++) {
                    sum += Math.pow(x[(c * 5 + i) * 6 + j], 2);
                }
            }
        }
        return sum;
    }

    @Test
    void columnsThatShareAReferenceShareItsNoise() {
        assertThat(correlation(MappingKind.ONE_SIDED_PAIR)).isCloseTo(0, within(0.11));
        assertThat(correlation(MappingKind.OFFSET_COLUMN)).isCloseTo(0.5, within(0.11));
    }

    /** Of the noise of two outputs of a dense layer. */
    private static double correlation(MappingKind mapping) {
        Network network = dense();
        AnalogLayer layer = network.analogLayers().get(0);
        LayerChange change = change(layer, network.weights(layer), noisy().withMapping(mapping));
        Tensor x = Graphs.random(RANDOM.child("dense"), 1, 7, 1, 1);
        float[] ideal = output(network, Map.of(), x, 0);
        float[] reads = output(network, Map.of(layer.name(), change), repeated(x), 0);
        double[] products = new double[3];
        for (int read = 0; read < READS; read++) {
            double first = reads[3 * read] - ideal[0];
            double second = reads[3 * read + 1] - ideal[1];
            products[0] += first * second;
            products[1] += first * first;
            products[2] += second * second;
        }
        return products[0] / Math.sqrt(products[1] * products[2]);
    }

    private static Network dense() {
        return of(
                List.of(-1L, 7L, 1L, 1L),
                Map.of("fc.weight", Graphs.random(RANDOM.child("fc"), 3, 7)),
                Graphs.node("Flatten", "flat", "x"),
                Graphs.node("Gemm", "y", Attributes.of(Map.of("transB", 1L)), "flat", "fc.weight"));
    }

    @Test
    void anImageIsReadTheSameInAnyBatchAndFromAnyCut() {
        Network network = Graphs.residual(RANDOM);
        Map<String, LayerChange> changes = new LinkedHashMap<>();
        for (AnalogLayer layer : network.analogLayers()) {
            changes.put(layer.name(), change(layer, network.weights(layer), noisy()));
        }
        Tensor x = Graphs.random(RANDOM.child("batch"), 4, 3, 8, 8);
        float[] together = output(network, changes, x, 10);
        assertThat(together).isNotEqualTo(output(network, Map.of(), x, 10));
        assertThat(together).isNotEqualTo(output(network, changes, x, 11));
        changes.replaceAll((name, change) -> change.read(again(change)));
        assertThat(output(network, changes, x, 10)).isNotEqualTo(together);
        changes.replaceAll((name, change) -> change.read(first(change)));
        int values = x.size() / 4;
        for (int image = 0; image < 4; image++) {
            float[] own = Arrays.copyOfRange(x.floats(), image * values, (image + 1) * values);
            float[] alone = output(network, changes, Tensor.floats(own, 1, 3, 8, 8), 10 + image);
            for (int i = 0; i < 5; i++) {
                assertThat(alone[i]).isCloseTo(together[image * 5 + i], within(1e-4f));
            }
        }
        try (CompiledNetwork compiled = CompiledNetwork.with(network, changes);
                INDArray images = NativeArrays.of(x)) {
            ImageNumbers numbers = new ImageNumbers(10, 11, 12, 13);
            for (Cut cut : compiled.cuts()) {
                try (INDArray value = compiled.forwardTo(cut, images, numbers, new CancelToken());
                        INDArray rest = compiled.forwardFrom(cut, value, numbers, new CancelToken())) {
                    assertThat(rest.data().asFloat()).isEqualTo(together);
                }
            }
        }
    }

    @Test
    void whatAdaptersAddIsDigitalAndScalesMultiplyTheNoise() {
        Network network = dense();
        AnalogLayer layer = network.analogLayers().get(0);
        WeightMatrix chip = network.weights(layer);
        float[] scale = {0.5f, 2, 1};
        float[] values = chip.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = scale[i % 3] * values[i] + i;
        }
        WeightMatrix corrected = new WeightMatrix(7, 3, values);
        Readout readout = crossbar(layer, chip, noisy())
                .readout(chip, LayerConverters.ideal())
                .orElseThrow();
        LayerChange change = new LayerChange(corrected, new float[] {1, 2, 3}, scale, readout);
        Tensor x = Graphs.random(RANDOM.child("dense"), 1, 7, 1, 1);
        float[] plain = output(network, Map.of(layer.name(), LayerChange.weightsOnly(chip)), x, 0);
        float[] noisy = output(
                network, Map.of(layer.name(), LayerChange.weightsOnly(chip).read(readout)), x, 0);
        float[] linear = output(network, Map.of(layer.name(), change.read(null)), x, 0);
        float[] actual = output(network, Map.of(layer.name(), change), x, 0);
        Readout fine = new Readout(
                chip, readout.tiles(), readout.noise(), new LayerConverters(null, Converter.signMagnitude(16, 30)));
        float[] converted = output(network, Map.of(layer.name(), change.read(fine)), x, 0);
        for (int i = 0; i < 3; i++) {
            assertThat(actual[i]).isCloseTo(linear[i] + scale[i] * (noisy[i] - plain[i]), within(1e-3f));
            assertThat(converted[i]).isCloseTo(actual[i], within(5e-3f));
        }
    }

    /** Slices of a grouped, strided convolution in blocks of five rows: each block of each slice is converted by itself. */
    @Test
    void slicesOfWeightsAreConvertedOneByOneAndSummedByTheirPlace() {
        AnalogLayer layer = GROUPED.analogLayers().get(0);
        WeightMatrix weights = GROUPED.weights(layer);
        CircuitSpec circuit =
                CircuitSpec.ideal().with(CircuitSettings.SLICES, 3).with(CircuitSettings.SLICE_BITS, 2);
        Crossbar crossbar =
                crossbar(layer, weights, CrossbarSpec.defaults().withTile(5).withCircuit(circuit));
        CellState state = crossbar.drift(new RelativeGaussianDrift(0.1), 0);
        WeightMatrix held = crossbar.weightsSeen(state);
        LayerConverters converters = new LayerConverters(
                Converter.signMagnitude(4, 2),
                Converter.signMagnitude(5, 6),
                List.of(Converter.signMagnitude(6, 5), Converter.signMagnitude(4, 7)));
        Readout readout = crossbar.readout(state, held, converters).orElseThrow();
        float[] scale = {1, 0.5f, 2, 1, 3, 1};
        float[] corrected = held.values().clone();
        for (int i = 0; i < corrected.length; i++) {
            corrected[i] = scale[i % 6] * corrected[i] + 0.1f * (i % 7);
        }
        LayerChange change =
                new LayerChange(new WeightMatrix(18, 6, corrected), new float[] {1, 2, 3, 4, 5, 6}, scale, readout);
        Tensor x = Graphs.random(RANDOM.child("image"), 1, 4, 5, 6);
        float[] bias = GROUPED.constants().get("c.bias").floats();
        float[] actual = output(GROUPED, Map.of(layer.name(), change), x, 0);
        double[] digits = {48 / 63.0, 12 / 63.0, 3 / 63.0};
        for (int i = 0; i < actual.length; i++) {
            int col = i / 9;
            double expected = bias[col] + col + 1;
            double[] sums = new double[3];
            for (int row = 0; row < 18; row++) {
                float input = seen(x.floats(), i, row);
                expected += input * (corrected[row * 6 + col] - scale[col] * held.at(row, col));
                for (int slice = 0; slice < 3; slice++) {
                    sums[slice] += Objects.requireNonNull(converters.dac()).convert(input)
                            * crossbar.held(state.slice(slice)).at(row, col);
                    if (row % 5 == 4 || row == 17) {
                        Converter adc = Objects.requireNonNull(converters.adc(slice));
                        expected += scale[col] * digits[slice] * adc.convert(sums[slice]);
                        sums[slice] = 0;
                    }
                }
            }
            // single precision may fall on the other side of a threshold
            assertThat(Math.abs(actual[i] - expected)).isLessThan(1e-4);
        }
    }

    /** Blocks of five rows of a grouped, strided convolution: each is converted before they are added up. */
    @Test
    void partialSumsOfEachTileAreConvertedBeforeTheDigitalSum() {
        AnalogLayer layer = GROUPED.analogLayers().get(0);
        WeightMatrix weights = GROUPED.weights(layer);
        Crossbar crossbar = crossbar(layer, weights, CrossbarSpec.defaults().withTile(5));
        Converter dac = Converter.signMagnitude(4, 2);
        Converter adc = Converter.signMagnitude(5, 6);
        float[] scale = {1, 0.5f, 2, 1, 3, 1};
        float[] corrected = weights.values().clone();
        for (int i = 0; i < corrected.length; i++) {
            corrected[i] = scale[i % 6] * corrected[i] + 0.1f * (i % 7);
        }
        Readout readout =
                crossbar.readout(weights, new LayerConverters(dac, adc)).orElseThrow();
        LayerChange change =
                new LayerChange(new WeightMatrix(18, 6, corrected), new float[] {1, 2, 3, 4, 5, 6}, scale, readout);
        Tensor x = Graphs.random(RANDOM.child("image"), 1, 4, 5, 6);
        float[] bias = GROUPED.constants().get("c.bias").floats();
        float[] actual = output(GROUPED, Map.of(layer.name(), change), x, 0);
        for (int i = 0; i < actual.length; i++) {
            int col = i / 9;
            double expected = bias[col] + col + 1;
            double sum = 0;
            for (int row = 0; row < 18; row++) {
                float input = seen(x.floats(), i, row);
                sum += dac.convert(input) * weights.at(row, col);
                expected += input * (corrected[row * 6 + col] - scale[col] * weights.at(row, col));
                if (row % 5 == 4 || row == 17) {
                    expected += scale[col] * adc.convert(sum);
                    sum = 0;
                }
            }
            // single precision may fall on the other side of a threshold
            assertThat(Math.abs(actual[i] - expected)).isLessThan(1e-4);
        }
    }

    /** The input that a row of the grouped layer meets at an output. */
    private static float seen(float[] x, int output, int row) {
        int channel = output / 27 * 2 + row / 9;
        int i = output / 3 % 3 * 2 - 1 + row % 9 / 3;
        int j = output % 3 * 2 - 1 + row % 3;
        return i < 0 || i >= 5 || j < 0 || j >= 6 ? 0 : x[(channel * 5 + i) * 6 + j];
    }

    /** What is shown beside a converter's range is counted from the very sums that it meets. */
    @Test
    void partialSumsAreCountedAsConvertersMeetThem() {
        AnalogLayer layer = GROUPED.analogLayers().get(0);
        WeightMatrix weights = GROUPED.weights(layer);
        Converter dac = Converter.signMagnitude(4, 1.5);
        Converter adc = Converter.signMagnitude(5, 1.2);
        double most = 3;
        Tensor x = Graphs.random(RANDOM.child("image"), 1, 4, 5, 6);
        SumCounts counted;
        try (PartialSums sums = PartialSums.of(layer, weights, 5);
                INDArray images = NativeArrays.of(x)) {
            counted = sums.count(images, new LayerConverters(dac, adc), most);
        }
        long[] bins = SumCounts.none(most).bins();
        long clipped = 0;
        double greatest = 0;
        for (int i = 0; i < 54; i++) {
            double sum = 0;
            for (int row = 0; row < 18; row++) {
                sum += dac.convert(seen(x.floats(), i, row)) * weights.at(row, i / 9);
                if (row % 5 == 4 || row == 17) {
                    clipped += Math.abs(sum) > 1.2 ? 1 : 0;
                    greatest = Math.max(greatest, Math.abs(sum));
                    int bin = (int) Math.floor((sum + most) / (2 * most) * bins.length);
                    if (bin >= 0 && bin < bins.length) {
                        bins[bin]++;
                    }
                    sum = 0;
                }
            }
        }
        long inputsClipped = 0;
        for (float value : x.floats()) {
            inputsClipped += Math.abs(value) > 1.5 ? 1 : 0;
        }
        assertThat(counted.sums()).isEqualTo(54 * 4);
        assertThat(clipped).isBetween(1L, 54L * 4 - 1);
        assertThat(counted.clipped()).isEqualTo(clipped);
        assertThat(counted.greatest()).isCloseTo(greatest, within(1e-4));
        assertThat(counted.inputs()).isEqualTo(x.size());
        assertThat(inputsClipped).isPositive();
        assertThat(counted.inputsClipped()).isEqualTo(inputsClipped);
        // single precision may fall on the other side of a bin's edge
        long elsewhere = 0;
        for (int bin = 0; bin < bins.length; bin++) {
            elsewhere += Math.abs(bins[bin] - counted.bins()[bin]);
        }
        assertThat(elsewhere).isLessThanOrEqualTo(4);
        assertThat(counted.plus(counted).clippedShare()).isEqualTo(clipped / 216.0);
    }

    /** 600 inputs in tiles of 128: a block of rows sees the channels of some taps only. */
    @Test
    void blocksThatEndWithinAChannelAddUpToTheWholeProduct() {
        Network network = of(
                List.of(-1L, 20L, 4L, 4L),
                Map.of("c.weight", Graphs.random(RANDOM.child("wide"), 3, 20, 3, 3)),
                Graphs.node("Conv", "y", Attributes.of(Map.of("pads", new long[] {1, 1, 1, 1})), "x", "c.weight"));
        AnalogLayer layer = network.analogLayers().get(0);
        WeightMatrix weights = network.weights(layer);
        Tensor x = Graphs.random(RANDOM.child("wide x"), 2, 20, 4, 4);
        Converter fine = Converter.signMagnitude(16, 500);
        Readout readout = crossbar(layer, weights, CrossbarSpec.defaults().withTile(128))
                .readout(weights, new LayerConverters(null, fine))
                .orElseThrow();
        float[] ideal = output(network, Map.of(), x, 0);
        float[] tiled = output(
                network, Map.of(layer.name(), LayerChange.weightsOnly(weights).read(readout)), x, 0);
        for (int i = 0; i < ideal.length; i++) {
            assertThat(tiled[i]).isCloseTo(ideal[i], within(0.02f));
        }
    }

    @Test
    void anIdealCircuitIsNotRead() {
        AnalogLayer layer = GROUPED.analogLayers().get(0);
        WeightMatrix weights = GROUPED.weights(layer);
        assertThat(crossbar(layer, weights, CrossbarSpec.defaults()).readout(weights, LayerConverters.ideal()))
                .isEmpty();
    }

    private static CrossbarSpec noisy() {
        return CrossbarSpec.defaults().withCircuit(CircuitSpec.ideal().with(CircuitSettings.READ_NOISE, NOISE));
    }

    private static Crossbar crossbar(AnalogLayer layer, WeightMatrix weights, CrossbarSpec spec) {
        return Crossbar.program(layer.name(), weights, spec, RandomSource.of(3));
    }

    private static LayerChange change(AnalogLayer layer, WeightMatrix weights, CrossbarSpec spec) {
        return LayerChange.weightsOnly(weights)
                .read(crossbar(layer, weights, spec)
                        .readout(weights, LayerConverters.ideal())
                        .orElseThrow());
    }

    private static Readout again(LayerChange change) {
        return Objects.requireNonNull(change.readout()).withRead(1);
    }

    private static Readout first(LayerChange change) {
        return Objects.requireNonNull(change.readout()).withRead(0);
    }

    private static double greatest(float[] values) {
        double greatest = 0;
        for (float value : values) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }

    /** @param first number of the first image; the others follow */
    private static float[] output(Network network, Map<String, LayerChange> changes, Tensor x, long first) {
        long[] numbers = new long[(int) x.shape()[0]];
        Arrays.setAll(numbers, i -> first + i);
        try (CompiledNetwork compiled = CompiledNetwork.with(network, changes);
                INDArray images = NativeArrays.of(x);
                INDArray y = compiled.forward(images, null, new ImageNumbers(numbers), new CancelToken())) {
            float[] values = new float[(int) y.length()];
            NativeArrays.buffer(y).get(values);
            return values;
        }
    }
}
