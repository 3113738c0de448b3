package org.driftscope.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.driftscope.data.ImageSource;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFilesTest {
    @TempDir
    private Path folder;

    @Test
    void foreignFilesAreCalledByTheirNames() throws IOException {
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        Map<String, byte[]> files = Map.of(
                "empty (0 bytes)",
                new byte[0],
                "Git LFS pointer",
                "version https://git-lfs.github.com/spec/v1\noid sha256:00\n".getBytes(),
                "web page",
                "<!DOCTYPE html><html><body>404</body></html>".getBytes(),
                "text file",
                "label,pixel\n1,2\n".getBytes(),
                "tar archive",
                tar,
                "Unpack the archive",
                ImageFiles.gzip(tar),
                "Python pickle",
                new byte[] {(byte) 0x80, 4, 0, 0},
                "single NumPy array",
                "\u0093NUMPY\u0001".getBytes(StandardCharsets.ISO_8859_1),
                "one PNG image",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, 10},
                "not an image set",
                new byte[] {1, 2, 3, 4, 5});
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            Path file = Files.write(folder.resolve("images.bin"), entry.getValue());
            assertThatThrownBy(() -> ImageReader.open(file))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContaining("images.bin")
                    .hasMessageContaining(entry.getKey());
        }
        assertThatThrownBy(() -> ImageReader.open(folder.resolve("absent")))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("absent");
    }

    @Test
    void anyCutOrFlippedFileIsReadOrRefusedInASentence() throws IOException {
        Files.write(folder.resolve("x-labels-idx1-ubyte"), ImageFiles.idxLabels(3, 3));
        Path picture = ImageFiles.picture(folder.resolve("p.png"), 9, 9, BufferedImage.TYPE_INT_RGB);
        Path jpeg = ImageFiles.picture(folder.resolve("p.jpg"), 9, 9, BufferedImage.TYPE_INT_RGB);
        attack("x.bin", ImageFiles.cifar10(3), folder.resolve("x.bin"));
        attack("y.bin", ImageFiles.cifar100(3), folder.resolve("y.bin"));
        byte[] idx = ImageFiles.idxImages(3, 4, 4);
        attack("x-images-idx3-ubyte", idx, folder.resolve("x-images-idx3-ubyte"));
        attack("x-images-idx3-ubyte.gz", ImageFiles.gzip(idx), folder.resolve("x-images-idx3-ubyte.gz"));
        byte[] npz = ImageFiles.npz(Map.of(
                "x", ImageFiles.npy("|u1", "2, 1, 3, 3", new byte[18]), "y", ImageFiles.npy("|u1", "2,", new byte[2])));
        attack("x.npz", npz, folder.resolve("x.npz"));
        Files.createDirectories(folder.resolve("classes/a"));
        attack("classes/a/p.png", Files.readAllBytes(picture), folder.resolve("classes"));
        Files.delete(folder.resolve("classes/a/p.png"));
        attack("classes/a/p.jpg", Files.readAllBytes(jpeg), folder.resolve("classes"));
    }

    private void attack(String name, byte[] whole, Path opened) throws IOException {
        UniformRandomProvider random =
                RandomSource.of(1).child("damage").child(name).generator();
        for (int trial = 0; trial < 150; trial++) {
            byte[] bytes = trial % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int flip = 0; flip < 3 && trial % 3 > 0; flip++) {
                int at = trial % 3 == 1 ? random.nextInt(Math.min(64, bytes.length)) : random.nextInt(bytes.length);
                bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(folder.resolve(name), bytes);
            tryToRead(opened);
        }
    }

    private static void tryToRead(Path path) {
        try {
            ImageSource images = ImageReader.open(path);
            float[] pixels = new float[images.channels() * images.height() * images.width()];
            for (int i = 0; i < images.count(); i++) {
                images.read(i, pixels, 0);
                assertThat(images.label(i)).isBetween(0, images.classNames().size() - 1);
            }
            for (float pixel : pixels) {
                assertThat(pixel).isBetween(0f, 255f);
            }
        } catch (DriftscopeException e) {
            assertThat(e.userMessage()).contains(path.getFileName().toString()).endsWith(".");
        }
    }
}
