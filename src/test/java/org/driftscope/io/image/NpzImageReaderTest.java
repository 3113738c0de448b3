package org.driftscope.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.data.ImageSource;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzImageReaderTest {
    @TempDir
    private Path folder;

    private static byte[] floats(float... values) {
        ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            out.putFloat(value);
        }
        return out.array();
    }

    private static byte[] counting(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private Path npz(Map<String, byte[]> arrays) throws IOException {
        return Files.write(folder.resolve("set.npz"), ImageFiles.npz(arrays));
    }

    @Test
    void channelsFirstAndLastGiveTheSameImages() throws IOException {
        byte[] y = ImageFiles.npy("|u1", "2,", new byte[] {4, 1});
        ImageSource first =
                ImageReader.open(npz(Map.of("x", ImageFiles.npy("|u1", "2, 3, 4, 5", counting(120)), "y", y)));
        assertThat(List.of(first.count(), first.channels(), first.height(), first.width()))
                .containsExactly(2, 3, 4, 5);
        assertThat(first.classNames()).hasSize(5);
        assertThat(first.label(0)).isEqualTo(4);
        float[] pixels = new float[61];
        first.read(1, pixels, 1);
        assertThat(pixels[1 + 2 * 20 + 3 * 5 + 4]).isEqualTo(60 + 2 * 20 + 3 * 5 + 4);

        ImageSource last =
                ImageReader.open(npz(Map.of("x", ImageFiles.npy("|u1", "2, 4, 5, 3", counting(120)), "y", y)));
        assertThat(List.of(last.channels(), last.height(), last.width())).containsExactly(3, 4, 5);
        last.read(1, pixels, 1);
        assertThat(pixels[1 + 2 * 20 + 3 * 5 + 4]).isEqualTo(60 + (3 * 5 + 4) * 3 + 2);
    }

    /** Resizing overshoots a little; taken as 0 to 255, such images would be black. */
    @Test
    void floatsALittlePastTheUnitRangeAreOfItAndDarkOnesAreNamed() throws IOException {
        byte[] y = ImageFiles.npy("<f4", "1, 1", floats(0));
        ImageSource unit = ImageReader.open(
                npz(Map.of("x", ImageFiles.npy("<f4", "1, 2, 2", floats(-0.002f, 0.2f, 1.00001f, 0.5f)), "y", y)));
        float[] pixels = new float[4];
        unit.read(0, pixels, 0);
        assertThat(pixels[1]).isCloseTo(51, within(1e-3f));
        assertThat(unit.notes()).singleElement().asString().contains("-0.002 to 1.00001", "multiplied by 255");
        ImageSource dark =
                ImageReader.open(npz(Map.of("x", ImageFiles.npy("<f4", "1, 2, 2", floats(0, 3, 1, 0)), "y", y)));
        dark.read(0, pixels, 0);
        assertThat(pixels[1]).isEqualTo(3);
        assertThat(dark.notes()).singleElement().asString().contains("0.0 to 3.0", "taken as of 0 to 255");
    }

    @Test
    void floatsInTheUnitRangeBecomeBytesAndOthersStay() throws IOException {
        byte[] y = ImageFiles.npy("<f4", "1, 1", floats(0));
        ImageSource unit =
                ImageReader.open(npz(Map.of("x", ImageFiles.npy("<f4", "1, 2, 2", floats(0, 0.2f, 1, 0.5f)), "y", y)));
        float[] pixels = new float[4];
        unit.read(0, pixels, 0);
        assertThat(pixels[1]).isCloseTo(51, within(1e-3f));
        assertThat(unit.notes()).singleElement().asString().contains("multiplied by 255");
        ImageSource normalised =
                ImageReader.open(npz(Map.of("x", ImageFiles.npy("<f4", "1, 2, 2", floats(-2, 0.2f, 1, 0.5f)), "y", y)));
        normalised.read(0, pixels, 0);
        assertThat(pixels[0]).isEqualTo(-2);
        assertThat(normalised.suggestedPreprocessing()).isEqualTo("raw");
        assertThat(normalised.notes()).singleElement().asString().contains("outside 0 to 255");
    }

    @Test
    void whatCannotBeImagesIsRefused() throws IOException {
        byte[] x = ImageFiles.npy("|u1", "2, 1, 2, 2", counting(8));
        byte[] y = ImageFiles.npy("|u1", "2,", new byte[] {0, 1});
        refused(Map.of("x", x), "no array y");
        refused(Map.of("images", x, "labels", y), "it has images, labels");
        refused(Map.of("x", ImageFiles.npy("|u1", "2, 4", counting(8)), "y", y), "x has shape [2, 4]");
        refused(Map.of("x", ImageFiles.npy("|u1", "0, 1, 2, 2", new byte[0]), "y", y), "x has shape");
        refused(Map.of("x", x, "y", ImageFiles.npy("|u1", "3,", counting(3))), "2 images in x, but 3 labels");
        refused(Map.of("x", x, "y", ImageFiles.npy("|u1", "2, 5", counting(10))), "argmax");
        refused(Map.of("x", x, "y", ImageFiles.npy("|i1", "2,", new byte[] {0, -1})), "label 2 of 2 in y is -1");
        refused(Map.of("x", ImageFiles.npy("<f4", "2, 1, 1", floats(0, Float.NaN)), "y", y), "image 2 of 2 in x");
        Files.writeString(folder.resolve("set.classes.txt"), "only");
        refused(Map.of("x", x, "y", y), "names for 1 classes");
    }

    private void refused(Map<String, byte[]> arrays, String why) throws IOException {
        Path file = npz(arrays);
        assertThatThrownBy(() -> ImageReader.open(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("set.npz")
                .hasMessageContaining(why);
    }
}
