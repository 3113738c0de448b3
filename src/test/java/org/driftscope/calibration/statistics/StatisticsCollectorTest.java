package org.driftscope.calibration.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.driftscope.calibration.Vectors;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a trained ResNet-20 and the ten images whose moments the reference vectors hold. */
class StatisticsCollectorTest {
    private static final Path MODEL =
            Path.of(System.getProperty("shared.data", "../shared/data"), "models/cifar10-resnet20-akamaster.onnx");
    private static final Preprocessing CIFAR = Preprocessing.preset("cifar10");

    private static CompiledNetwork teacher;

    @BeforeAll
    static void load() {
        Vectors.assumePresent();
        Assumptions.assumeTrue(Files.exists(MODEL), "no model at " + MODEL);
        teacher = CompiledNetwork.clean(OnnxReader.read(MODEL));
    }

    @AfterAll
    static void close() {
        if (teacher != null) {
            teacher.close();
        }
    }

    @Test
    void momentsOfAConvolutionAndTheFinalLayerMatchTheReference() {
        Map<String, LayerStatistics> statistics = collect(List.of("linear", "layer1.0.conv1"), 2, new CancelToken());
        assertThat(statistics.keySet()).containsExactly("layer1.0.conv1", "linear");
        assertMatches(statistics.get("layer1.0.conv1"), "L1");
        assertMatches(statistics.get("linear"), "FC");
        assertThat(statistics.get("layer1.0.conv1").patches()).isEqualTo(10 * 32 * 32);
        assertThat(statistics.get("linear").patches()).isEqualTo(10);
        assertThat(statistics.get("linear").images()).isEqualTo(10);
    }

    @Test
    void theNumberOfThreadsDoesNotShow() {
        List<String> layers = List.of("layer2.0.conv1", "layer3.0.conv2");
        Map<String, LayerStatistics> one = collect(layers, 1, new CancelToken());
        Map<String, LayerStatistics> three = collect(layers, 3, new CancelToken());
        for (String layer : layers) {
            assertThat(three.get(layer).gram().get(0))
                    .isEqualTo(one.get(layer).gram().get(0));
            assertThat(three.get(layer).mean().get(0))
                    .isEqualTo(one.get(layer).mean().get(0));
        }
    }

    @Test
    void cancellingIsNotAResult() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(() -> collect(List.of("linear"), 1, cancel)).isInstanceOf(CancellationException.class);
    }

    private static void assertMatches(LayerStatistics actual, String reference) {
        double[] gram = Vectors.array(reference + "_G");
        double[] mean = Vectors.array(reference + "_mu");
        assertThat(relativeDifference(actual.gram().get(0), gram)).isLessThan(2e-6);
        assertThat(relativeDifference(actual.mean().get(0), mean)).isLessThan(2e-6);
    }

    private static double relativeDifference(double[] actual, double[] expected) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
            size = Math.max(size, Math.abs(expected[i]));
        }
        return difference / size;
    }

    private static Map<String, LayerStatistics> collect(List<String> layers, int threads, CancelToken cancel) {
        return StatisticsCollector.collect(teacher, tenImages(), CIFAR, layers, threads, Progress.none(), cancel);
    }

    private static ImageSource tenImages() {
        try {
            byte[] file = Files.readAllBytes(Vectors.file("calib10_uint8"));
            return new TenImages(Arrays.copyOfRange(file, file.length - 10 * 3072, file.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes, channels last. */
    private record TenImages(byte[] pixels) implements ImageSource {
        @Override
        public String name() {
            return "ten images";
        }

        @Override
        public int count() {
            return 10;
        }

        @Override
        public int channels() {
            return 3;
        }

        @Override
        public int height() {
            return 32;
        }

        @Override
        public int width() {
            return 32;
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public List<String> classNames() {
            return List.of("class 0");
        }

        @Override
        public void read(int index, float[] target, int offset) {
            for (int i = 0; i < 3072; i++) {
                target[offset + i % 3 * 1024 + i / 3] = pixels[index * 3072 + i] & 0xFF;
            }
        }

        @Override
        public String sha256() {
            return "";
        }

        @Override
        public String suggestedPreprocessing() {
            return "cifar10";
        }
    }
}
