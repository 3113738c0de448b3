package org.driftscope.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.FactoryStatistics;
import org.driftscope.experiment.Provenance;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.io.onnx.OnnxWriter;
import org.driftscope.io.onnx.SmallNetworks;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsFileTest {
    private static final Provenance PROVENANCE = new Provenance("1", "c", "17", "os", "nd4j", 2, "m", "i", "k");

    @TempDir
    private Path folder;

    private Network network;
    private Path file;

    /** conv: 2 groups of 6 inputs and 2 outputs; fc: 4 inputs, 3 outputs. */
    private final FactoryStatistics statistics = new FactoryStatistics(
            Map.of("conv", layer("conv", 2, 6), "fc", layer("fc", 1, 4)),
            Map.of(
                    "conv", new OutputFisher(9, List.of(moments("f0", 2), moments("f1", 2))),
                    "fc", new OutputFisher(1, List.of(moments("f2", 3)))),
            300,
            "abc",
            Preprocessing.preset("cifar10"));

    @BeforeEach
    void writeModel() {
        Path model = folder.resolve("model.onnx");
        OnnxWriter.write(SmallNetworks.classifier(), model);
        network = OnnxReader.read(model);
        file = StatisticsFile.beside(model);
        StatisticsFile.save(file, network, statistics, PROVENANCE);
    }

    private static LayerStatistics layer(String name, int groups, int rows) {
        List<double[]> grams = new ArrayList<>();
        List<double[]> means = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            grams.add(moments(name + g, rows));
            double[] mean = new double[rows];
            for (int i = 0; i < rows; i++) {
                mean[i] = 0.5 * Math.sqrt(grams.get(g)[i * rows + i]);
            }
            means.add(mean);
        }
        return new LayerStatistics(name, rows, grams, means, 2700, 300);
    }

    /** Second moments of a few random vectors. */
    private static double[] moments(String stream, int order) {
        double[] matrix = new double[order * order];
        for (int vector = 0; vector < 5; vector++) {
            double[] x = RandomSource.of(3).child(stream).child(vector).gaussians(order);
            for (int i = 0; i < order; i++) {
                for (int j = 0; j < order; j++) {
                    matrix[i * order + j] += x[i] * x[j] / 5;
                }
            }
        }
        return matrix;
    }

    private static void assertClose(List<double[]> read, List<double[]> written) {
        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            for (int k = 0; k < written.get(i).length; k++) {
                double value = written.get(i)[k];
                assertThat(read.get(i)[k]).isCloseTo(value, within(1e-7 * Math.abs(value)));
            }
        }
    }

    @Test
    void statisticsSurviveTheFile() throws IOException {
        StatisticsFile read = StatisticsFile.load(file, network);

        assertThat(read.statistics().layers()).containsOnlyKeys("conv", "fc");
        assertThat(read.statistics().fisher()).containsOnlyKeys("conv", "fc");
        assertThat(read.bytes()).isEqualTo(Files.size(file));
        assertThat(read.statistics().preprocessing()).isEqualTo(statistics.preprocessing());
        assertThat(read.statistics().imagesSha256()).isEqualTo("abc");
        statistics.layers().forEach((name, layer) -> {
            LayerStatistics back = read.statistics().layers().get(name);
            assertThat(back.patches()).isEqualTo(2700);
            assertThat(back.images()).isEqualTo(300);
            assertClose(back.gram(), layer.gram());
            assertClose(back.mean(), layer.mean());
        });
        statistics.fisher().forEach((name, fisher) -> {
            OutputFisher back = read.statistics().fisher().get(name);
            assertThat(back.positions()).isEqualTo(fisher.positions());
            assertClose(back.groups(), fisher.groups());
        });
    }

    @Test
    void theLowerTriangleIsStoredInSinglePrecision() {
        Tensor gram = SafetensorsReader.read(file).tensors().get("conv.gram");
        assertThat(gram.shape()).containsExactly(2, 21);
        double[] second = moments("conv1", 6);
        assertThat(gram.floats()[21 + 1]).isEqualTo((float) second[6]);
        assertThat(gram.floats()[21 + 20]).isEqualTo((float) second[35]);
    }

    @Test
    void sameContentGivesSameBytesAndNoFisherIsAllowed() throws IOException {
        Path again = folder.resolve("again.safetensors");
        StatisticsFile.save(again, network, statistics, PROVENANCE);
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
        StatisticsFile.save(again, network, statistics.withFisher(Map.of()), PROVENANCE);
        assertThat(StatisticsFile.load(again, network).statistics().fisher()).isEmpty();
    }

    @Test
    void filesOfAnotherModelOrKindAreRefused() {
        refused("another model", changedText("driftscope.model.sha256", "0".repeat(64)));
        refused("not a file of factory statistics", changedText("driftscope.format", "adapters-1"));
        refused("not a file of factory statistics", changedText("driftscope.format", "factory-statistics-2"));
        refused("driftscope.images", changedText("driftscope.images", "0"));
        refused("driftscope.preprocessing", changedText("driftscope.preprocessing.std", "0"));
        refused("driftscope.preprocessing", changedText("driftscope.preprocessing.mean", "a lot"));
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        refused("NaN or infinite values in gram", changed("conv.gram", values -> with(values, 3, Float.NaN)));
        refused(
                "NaN or infinite values in mean",
                changed("fc.mean", values -> with(values, 0, Float.NEGATIVE_INFINITY)));
        refused("negative mean square in gram", changed("fc.gram", values -> with(values, 2, -1)));
        refused("cannot be second moments", changed("fc.gram", values -> with(values, 1, 1e6f)));
        refused("second moments do not allow", changed("fc.mean", values -> with(values, 1, 1e6f)));
        refused("negative mean square in fisher", changed("fc.fisher", values -> with(values, 0, -1)));
        refused("above 0 in positions", changed("fc.positions", values -> with(values, 0, 0)));
    }

    @Test
    void missingStrangeAndMisshapenTensorsAreRefused() {
        refused("needs the tensor gram", altered(tensors -> tensors.remove("fc.gram")));
        refused("output Fisher of 1 of its 2 layers", altered(tensors -> {
            tensors.remove("fc.fisher");
            tensors.remove("fc.positions");
        }));
        refused("belongs to no layer", altered(tensors -> tensors.put("other.gram", Tensor.floats(new float[1], 1))));
        refused("unknown tensors", altered(tensors -> tensors.put("fc.weight", Tensor.floats(new float[1], 1))));
        refused("shape [1, 10]", altered(tensors -> tensors.put("fc.gram", Tensor.floats(new float[16], 4, 4))));
        refused("above 0 in patches", altered(tensors -> tensors.put("fc.patches", Tensor.ints(new long[1], 1))));
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 8, 100, good.length - 1}) {
            refused("truncated or damaged", bytes(Arrays.copyOf(good, length)));
        }
        for (long header : new long[] {-1, 0, 1, Long.MAX_VALUE, Integer.MAX_VALUE, good.length}) {
            byte[] hostile = good.clone();
            ByteBuffer.wrap(hostile).order(ByteOrder.LITTLE_ENDIAN).putLong(header);
            refused("truncated or damaged", bytes(hostile));
        }
        assertThatThrownBy(() -> StatisticsFile.load(folder.resolve("nowhere"), network))
                .isInstanceOf(ModelFormatException.class);
    }

    private void refused(String saying, Path damaged) {
        assertThatThrownBy(() -> StatisticsFile.load(damaged, network))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(saying);
    }

    private Path bytes(byte[] content) throws IOException {
        return Files.write(folder.resolve("damaged.safetensors"), content);
    }

    private Path changedText(String key, String value) {
        Safetensors content = SafetensorsReader.read(file);
        Map<String, String> texts = new TreeMap<>(content.metadata());
        texts.put(key, value);
        return written(Safetensors.of(content.tensors(), texts));
    }

    private Path changed(String tensor, UnaryOperator<float[]> change) {
        return altered(tensors -> {
            Tensor old = tensors.get(tensor);
            tensors.put(tensor, Tensor.floats(change.apply(old.floats().clone()), old.shape()));
        });
    }

    private Path altered(Consumer<Map<String, Tensor>> change) {
        Safetensors content = SafetensorsReader.read(file);
        Map<String, Tensor> tensors = new TreeMap<>(content.tensors());
        change.accept(tensors);
        return written(Safetensors.of(tensors, content.metadata()));
    }

    private Path written(Safetensors content) {
        Path damaged = folder.resolve("damaged.safetensors");
        SafetensorsWriter.write(content, damaged);
        return damaged;
    }

    private static float[] with(float[] values, int index, float value) {
        values[index] = value;
        return values;
    }
}
