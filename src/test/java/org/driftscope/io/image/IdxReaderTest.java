package org.driftscope.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.driftscope.data.ImageSource;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void assertImages(ImageSource images) {
        assertThat(images.count()).isEqualTo(30);
        assertThat(images.channels()).isEqualTo(1);
        assertThat(images.height()).isEqualTo(5);
        assertThat(images.width()).isEqualTo(4);
        assertThat(images.label(17)).isEqualTo(3);
        assertThat(images.classNames()).hasSize(7).startsWith("class 0");
        float[] pixels = new float[20];
        images.read(17, pixels, 0);
        assertThat(pixels[3]).isEqualTo((17 * 20 + 3) % 256);
    }

    @Test
    void plainAndCompressedPairsAreFoundFromEitherFile() throws IOException {
        Path images = file("a-images-idx3-ubyte", ImageFiles.idxImages(30, 5, 4));
        Path labels = file("a-labels-idx1-ubyte", ImageFiles.idxLabels(30, 7));
        assertImages(ImageReader.open(images));
        assertImages(ImageReader.open(labels));
        Path gz = file("b-images-idx3-ubyte.gz", ImageFiles.gzip(ImageFiles.idxImages(30, 5, 4)));
        file("b-labels-idx1-ubyte", ImageFiles.idxLabels(30, 7));
        assertImages(ImageReader.open(gz));
        assertImages(ImageReader.open(gz, labels, ImageOptions.none()));
        assertThat(ImageReader.open(images).sha256())
                .isEqualTo(ImageReader.open(labels).sha256())
                .isNotEqualTo(ImageReader.open(gz).sha256());
    }

    @Test
    void missingOrForeignLabelsAreRefused() throws IOException {
        Path images = file("a-images-idx3-ubyte", ImageFiles.idxImages(30, 5, 4));
        assertThatThrownBy(() -> ImageReader.open(images))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("a-labels-idx1-ubyte and a-labels-idx1-ubyte.gz");
        file("a-labels-idx1-ubyte", ImageFiles.idxLabels(29, 7));
        assertThatThrownBy(() -> ImageReader.open(images))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("30 images")
                .hasMessageContaining("29 labels");
        file("a-labels-idx1-ubyte", ImageFiles.idxLabels(30, 7));
        file("a.classes.txt", "x\ny\n".getBytes());
        assertThatThrownBy(() -> ImageReader.open(images))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("label 3 of 30 is 2");
        assertThatThrownBy(() -> ImageReader.open(images, images, ImageOptions.none()))
                .isInstanceOf(DataFormatException.class);
    }

    @Test
    void cutFilesNameTheImage() throws IOException {
        byte[] whole = ImageFiles.idxImages(30, 5, 4);
        file("a-labels-idx1-ubyte", ImageFiles.idxLabels(30, 7));
        Path plain = file("a-images-idx3-ubyte", Arrays.copyOf(whole, 16 + 7 * 20 + 3));
        assertThatThrownBy(() -> ImageReader.open(plain)).hasMessageContaining("cut off in image 8 of 30");
        Path gz = file("a-images-idx3-ubyte.gz", ImageFiles.gzip(Arrays.copyOf(whole, 16 + 7 * 20 + 3)));
        assertThatThrownBy(() -> ImageReader.open(gz)).hasMessageContaining("cut off in image 8 of 30");
        byte[] packed = ImageFiles.gzip(whole);
        Path cut = file("c-images-idx3-ubyte.gz", Arrays.copyOf(packed, packed.length / 2));
        assertThatThrownBy(() -> ImageReader.open(cut)).isInstanceOf(DataFormatException.class);
        Path longer = file("d-images-idx3-ubyte", Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> ImageReader.open(longer)).hasMessageContaining("goes on after");
    }

    @Test
    void bombsAreRefusedByTheirHeader() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(16);
        header.putInt(0x803).putInt(Integer.MAX_VALUE).putInt(8192).putInt(8192);
        Path huge = file("a-images-idx3-ubyte.gz", ImageFiles.gzip(header.array()));
        assertThatThrownBy(() -> ImageReader.open(huge))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("at most 512");
        header.putInt(4, 10_000).putInt(8, 100).putInt(12, 100);
        Path promising = file("b-images-idx3-ubyte.gz", ImageFiles.gzip(header.array()));
        assertThatThrownBy(() -> ImageReader.open(promising))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("cannot hold");
        header.putInt(4, -1);
        Path negative = file("c-images-idx3-ubyte", header.array());
        assertThatThrownBy(() -> ImageReader.open(negative))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("-1 items");
    }
}
