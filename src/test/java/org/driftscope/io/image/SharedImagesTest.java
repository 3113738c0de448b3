package org.driftscope.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Overlap;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published sets, as far as they lie beside the project. */
class SharedImagesTest {
    private final Path images = Path.of(System.getProperty("shared.data", "none"), "images");

    @BeforeEach
    void needsTheSharedImages() {
        Assumptions.assumeTrue(Files.isDirectory(images), "no images at " + images);
    }

    @Test
    void cifar10() throws IOException {
        Path file = images.resolve("cifar10-lossless-test1000.bin");
        ImageSource test = ImageReader.open(file);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(test.count()).isEqualTo(1000);
        assertThat(test.label(999)).isEqualTo(bytes[999 * 3073]);
        assertThat(test.classNames().get(test.label(0))).isEqualTo("cat");
        float[] pixels = new float[3072];
        test.read(999, pixels, 0);
        for (int i = 0; i < pixels.length; i++) {
            assertThat(pixels[i]).isEqualTo(bytes[999 * 3073 + 1 + i] & 0xFF);
        }
        ImageSource calibration = ImageReader.open(images.resolve("cifar10-lossless-calib1000.bin"));
        assertThat(Overlap.count(calibration, test)).isZero();
        assertThat(Overlap.count(test, test)).isEqualTo(1000);
    }

    @Test
    void mnistAndFashion() {
        ImageSource mnist = ImageReader.open(images.resolve("mnist-t10k-images-idx3-ubyte.gz"));
        assertThat(mnist.count()).isEqualTo(10_000);
        assertThat(mnist.label(0)).isEqualTo(7);
        assertThat(mnist.suggestedPreprocessing()).isEqualTo("mnist");
        assertThat(mnist.classNames()).hasSize(10);
        float[] pixels = new float[784];
        mnist.read(0, pixels, 0);
        assertThat(pixels[7 * 28 + 6]).isEqualTo(84);
        ImageSource fashion = ImageReader.open(images.resolve("fashion-test1000-labels-idx1-ubyte.gz"));
        assertThat(fashion.count()).isEqualTo(1000);
        assertThat(fashion.label(0)).isEqualTo(9);
    }

    /** The folder holds test images: the lossless copy of each must be found in the binary file. */
    @Test
    void folders() {
        ImageSource png = ImageReader.open(images.resolve("cifar10-png-folder"));
        assertThat(png.count()).isEqualTo(100);
        assertThat(png.classNames()).startsWith("airplane").endsWith("truck").hasSize(10);
        assertThat(png.suggestedPreprocessing()).isEqualTo("cifar10");
        ImageSource test = ImageReader.open(images.resolve("cifar10-lossless-test1000.bin"));
        assertThat(Overlap.count(png, test)).isEqualTo(100);
        ImageSource jpeg = ImageReader.open(images.resolve("cifar10-jpeg-folder"));
        assertThat(jpeg.count()).isEqualTo(100);
        float[] a = new float[3072];
        float[] b = new float[3072];
        double difference = 0;
        for (int i = 0; i < 100; i++) {
            png.read(i, a, 0);
            jpeg.read(i, b, 0);
            for (int p = 0; p < a.length; p++) {
                difference += Math.abs(a[p] - b[p]) / (100.0 * 3072);
            }
        }
        assertThat(difference).isBetween(0.1, 10.0);
    }

    @Test
    void aFolderOfFilesAndACompressedTableGetAdvice() {
        assertThatThrownBy(() -> ImageReader.open(images.resolve("sklearn-digits.csv.gz")))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("no IDX file");
        assertThatThrownBy(() -> ImageReader.open(images)).isInstanceOf(DataFormatException.class);
    }
}
