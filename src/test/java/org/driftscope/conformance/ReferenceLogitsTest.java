package org.driftscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Networks that others trained give the scores that other engines give. */
class ReferenceLogitsTest {
    private static final float[] CIFAR_MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] CIFAR_STD = {0.229f, 0.224f, 0.225f};
    private static final int IMAGES = 100;
    private static final Path SHARED = Path.of(System.getProperty("shared.data", ""));

    @BeforeEach
    void haveModels() {
        Assumptions.assumeTrue(Files.isDirectory(SHARED.resolve("models")), "no models at " + SHARED.resolve("models"));
    }

    @ParameterizedTest
    @CsvSource({
        "cifar10-resnet20-akamaster.onnx, cifar10-resnet20-akamaster.logits-lossless-first100.csv",
        "cifar10-resnet20-akamaster-bnfolded.onnx, cifar10-resnet20-akamaster.logits-lossless-first100.csv",
        "cifar10-resnet32-akamaster.onnx, cifar10-resnet32-akamaster.logits-lossless-first100.csv",
    })
    void cifarNetworks(String model, String reference) throws IOException {
        compare(model, reference, cifarImages(), 3, 32);
    }

    @ParameterizedTest
    @CsvSource({
        "mnist-cntk-opset8.onnx, mnist-cntk-opset8.out-t10k-first100.csv, 0, 1",
        "mnist-cnn-tribuo-opset9.onnx, mnist-cnn-tribuo-opset9.out-t10k-first100.csv, 33.3285, 78.5655",
    })
    void mnistNetworks(String model, String reference, float mean, float deviation) throws IOException {
        compare(model, reference, mnistImages(mean, deviation), 1, 28);
    }

    private static void compare(String model, String reference, float[] pixels, int channels, int size)
            throws IOException {
        List<float[]> expected = rows(SHARED.resolve("models").resolve(reference));
        int count = expected.size();
        try (CompiledNetwork network = CompiledNetwork.clean(
                        OnnxReader.read(SHARED.resolve("models").resolve(model)));
                INDArray images = NativeArrays.of(pixels, IMAGES, channels, size, size);
                INDArray scores = network.forward(images)) {
            assertThat(network.fixedBatch()).isZero();
            float[] actual = scores.data().asFloat();
            for (int i = 0; i < count; i++) {
                float tolerance = tolerance(expected.get(i));
                for (int k = 0; k < 10; k++) {
                    assertThat(actual[10 * i + k])
                            .as("image %d class %d", i, k)
                            .isCloseTo(expected.get(i)[k], within(tolerance));
                }
            }
        }
    }

    /**
     * 1e-3; for scores in the thousands, as mnist-cntk's, the 1e-6 of the largest that float32 leaves: its reference is
     * itself 3.3e-3 away from a computation in double precision.
     */
    private static float tolerance(float[] scores) {
        float largest = 0;
        for (float score : scores) {
            largest = Math.max(largest, Math.abs(score));
        }
        return Math.max(1e-3f, 1e-6f * largest);
    }

    /** The last ten numbers of each line; a header is left out. */
    private static List<float[]> rows(Path csv) throws IOException {
        List<float[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(csv)) {
            String[] cells = line.split(",");
            if (!line.isBlank() && cells[cells.length - 1].strip().matches("-?[0-9.]+(e[-+]?[0-9]+)?")) {
                float[] row = new float[10];
                for (int k = 0; k < 10; k++) {
                    row[k] = Float.parseFloat(cells[cells.length - 10 + k].strip());
                }
                rows.add(row);
            }
        }
        assertThat(rows).hasSize(IMAGES);
        return rows;
    }

    private static float[] cifarImages() throws IOException {
        byte[] file = Files.readAllBytes(SHARED.resolve("images/cifar10-lossless-test1000.bin"));
        float[] pixels = new float[IMAGES * 3072];
        for (int i = 0; i < pixels.length; i++) {
            int channel = i % 3072 / 1024;
            float unit = (file[i / 3072 * 3073 + 1 + i % 3072] & 0xff) / 255f;
            pixels[i] = (unit - CIFAR_MEAN[channel]) / CIFAR_STD[channel];
        }
        return pixels;
    }

    private static float[] mnistImages(float mean, float deviation) throws IOException {
        Path file = SHARED.resolve("images/mnist-t10k-images-idx3-ubyte.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.skipNBytes(16);
            byte[] bytes = in.readNBytes(IMAGES * 784);
            float[] pixels = new float[bytes.length];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = ((bytes[i] & 0xff) - mean) / deviation;
            }
            return pixels;
        }
    }
}
