package org.driftscope.io.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.data.ImageSource;
import org.driftscope.io.image.decode.ImageDecoder;
import org.driftscope.io.image.decode.ImageHeader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real pictures that break readers: a JPEG in RGB whose colour profile is for four inks, grey ones among colours. */
class HardPicturesTest {
    private static final Path IMAGES = Path.of(System.getProperty("shared.data", ""), "images");

    private static ImageSource open(String folder) {
        Path path = IMAGES.resolve(folder);
        Assumptions.assumeTrue(Files.isDirectory(path), "no shared images at " + path);
        return ImageReader.open(path);
    }

    @Test
    void aWrongColourProfileIsIgnored() throws IOException {
        Path folder = IMAGES.resolve("hard-jpeg");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no shared images at " + folder);
        try (var files = Files.list(folder)) {
            Path file = files.filter(one -> one.toString().endsWith("jpeg"))
                    .findFirst()
                    .orElseThrow();
            ImageHeader header = ImageHeader.of(file).orElseThrow();
            assertThat(header.coding()).isEqualTo(ImageHeader.Coding.YCC);
            float[] pixels = ImageDecoder.decode(file, header, 3);
            assertThat(pixels).hasSize(3 * header.height() * header.width());
            double sum = 0;
            for (float pixel : pixels) {
                sum += pixel;
            }
            assertThat(sum / pixels.length).as("mean level").isBetween(20.0, 235.0);
        }
    }

    @Test
    void theValidationFoldersAreSortedByTheirIdsAndNamedByTheList() {
        ImageSource images = open("imagenet-val-1percls");
        assertThat(images.classNames()).hasSize(1000);
        assertThat(images.label(0)).isZero();
        assertThat(images.label(999)).isEqualTo(999);
        assertThat(images.classNames().get(0)).isEqualTo("tench");
    }

    @Test
    void theFlatFolderTakesItsLabelsFromTheFileInIt() {
        ImageSource images = open("imagenet-calib500");
        assertThat(images.count()).isEqualTo(500);
        assertThat(images.label(0)).isZero();
        assertThat(images.label(1)).isEqualTo(2);
    }
}
