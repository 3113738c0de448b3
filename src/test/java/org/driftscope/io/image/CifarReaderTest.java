package org.driftscope.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.driftscope.data.ImageSource;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarReaderTest {
    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void cifar10IsReadRecordByRecord() throws IOException {
        ImageSource images = ImageReader.open(file("test.bin", ImageFiles.cifar10(25)));
        assertThat(images.count()).isEqualTo(25);
        assertThat(images.label(13)).isEqualTo(3);
        assertThat(images.suggestedPreprocessing()).isEqualTo("cifar10");
        assertThat(images.classNames()).hasSize(10).startsWith("airplane").endsWith("truck");
        float[] pixels = new float[3073];
        images.read(13, pixels, 1);
        assertThat(pixels[1]).isEqualTo(13);
        assertThat(pixels[1 + 250]).isEqualTo((13 + 250) % 256);
        assertThatThrownBy(() -> images.read(25, pixels, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void cifar100UsesTheFineLabel() throws IOException {
        ImageSource images = ImageReader.open(file("test.bin", ImageFiles.cifar100(120)));
        assertThat(images.count()).isEqualTo(120);
        assertThat(images.label(57)).isEqualTo(57);
        assertThat(images.suggestedPreprocessing()).isEqualTo("cifar100");
        assertThat(images.classNames()).hasSize(100).startsWith("apple").endsWith("worm");
        float[] pixels = new float[3072];
        images.read(57, pixels, 0);
        assertThat(pixels[0]).isEqualTo(57);
    }

    @Test
    void lengthsThatFitBothAreToldApartByTheLabels() throws IOException {
        assertThat(ImageReader.open(file("ten.bin", ImageFiles.cifar10(3074))).count())
                .isEqualTo(3074);
        assertThat(ImageReader.open(file("hundred.bin", ImageFiles.cifar100(3073)))
                        .count())
                .isEqualTo(3073);
    }

    @Test
    void namesBesideTheFileOverrideTheBundledOnes() throws IOException {
        Path images = file("shapes-test.bin", ImageFiles.cifar10(12));
        file("shapes.classes.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n".getBytes());
        assertThat(ImageReader.open(images).classNames()).hasSize(11).startsWith("a");
        file("shapes-test.classes.txt", "one\ntwo\nthree".getBytes());
        assertThatThrownBy(() -> ImageReader.open(images))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("record 4 of 12 has label 3")
                .hasMessageContaining("0 to 2");
    }

    @Test
    void thePublishedListOfNamesIsFound() throws IOException {
        Path images = file("test_batch.bin", ImageFiles.cifar10(3));
        file("batches.meta.txt", "A\nB\nC\nD\nE\nF\nG\nH\nI\nJ\n\n".getBytes());
        assertThat(ImageReader.open(images).classNames()).hasSize(10).startsWith("A");
    }

    @Test
    void aCutFileNamesTheRecord() throws IOException {
        byte[] whole = ImageFiles.cifar10(25);
        Path cut = file("cut.bin", Arrays.copyOf(whole, 5 * 3073 + 1000));
        assertThatThrownBy(() -> ImageReader.open(cut))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("cut.bin is cut off: record 6 has only 1000 of the 3073 bytes");
    }

    @Test
    void aWrongLabelNamesRecordAndLabel() throws IOException {
        byte[] bytes = ImageFiles.cifar10(25);
        bytes[7 * 3073] = (byte) 200;
        Path file = file("bad.bin", bytes);
        assertThatThrownBy(() -> ImageReader.open(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("record 8 of 25 has label 200");
    }

    @Test
    void aFileThatShrinksWhileOpenIsReported() throws IOException {
        Path file = file("shrinks.bin", ImageFiles.cifar10(25));
        ImageSource images = ImageReader.open(file);
        Files.write(file, new byte[3073]);
        assertThatThrownBy(() -> images.read(20, new float[3072], 0))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("became shorter");
    }
}
