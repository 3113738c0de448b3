package org.driftscope.io.image;

import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_INT_ARGB;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.driftscope.data.ImageSource;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {
    @TempDir
    private Path root;

    private Path picture(String name, int width, int height, int type) throws IOException {
        return ImageFiles.picture(root.resolve(name), width, height, type);
    }

    @Test
    void subFoldersAreClassesInTheOrderOfTheirNames() throws IOException {
        picture("dog/2.png", 6, 5, TYPE_INT_RGB);
        picture("cat/1.png", 6, 5, TYPE_INT_ARGB);
        picture("cat/0.png", 6, 5, TYPE_INT_RGB);
        Files.writeString(root.resolve("cat/notes.csv"), "a,b");
        Files.writeString(root.resolve("cat/.DS_Store"), "x");
        ImageSource images = ImageReader.open(root);
        assertThat(images.classNames()).containsExactly("cat", "dog");
        assertThat(images.count()).isEqualTo(3);
        assertThat(List.of(images.label(0), images.label(1), images.label(2))).containsExactly(0, 0, 1);
        assertThat(List.of(images.channels(), images.height(), images.width())).containsExactly(3, 5, 6);
        assertThat(images.notes()).singleElement().asString().contains("1 files");
        float[] pixels = new float[3 * 30];
        images.read(1, pixels, 0);
        assertThat(pixels[2 * 6 + 4]).isEqualTo(4);
        assertThat(pixels[30 + 2 * 6 + 4]).isEqualTo(2);
        assertThat(pixels[60]).isEqualTo(200);
    }

    @Test
    void greySamplesComeOutAsStored() throws IOException {
        picture("a/0.png", 28, 28, TYPE_BYTE_GRAY);
        ImageSource images = ImageReader.open(root);
        assertThat(images.channels()).isEqualTo(1);
        assertThat(images.suggestedPreprocessing()).isEqualTo("mnist");
        float[] pixels = new float[28 * 28];
        images.read(0, pixels, 0);
        assertThat(pixels[3 * 28 + 20]).isEqualTo(23);
    }

    @Test
    void mixedChannelsFollowTheMajorityAndSaySo() throws IOException {
        picture("a/0.png", 8, 8, TYPE_BYTE_GRAY);
        picture("a/1.png", 8, 8, TYPE_INT_RGB);
        ImageSource rgb = ImageReader.open(root);
        assertThat(rgb.channels()).isEqualTo(3);
        assertThat(rgb.notes()).singleElement().asString().contains("1 grey images");
        float[] pixels = new float[3 * 64];
        rgb.read(0, pixels, 0);
        assertThat(pixels[9]).isEqualTo(2).isEqualTo(pixels[64 + 9]).isEqualTo(pixels[128 + 9]);
        picture("a/2.png", 8, 8, TYPE_BYTE_GRAY);
        ImageSource grey = ImageReader.open(root);
        assertThat(grey.channels()).isEqualTo(1);
        grey.read(1, pixels, 0);
        assertThat(pixels[9]).isCloseTo(0.299f + 0.587f + 0.114f * 200, within(1e-3f));
    }

    @Test
    void numbersAreNumbersAndNotWords() throws IOException {
        picture("10/0.png", 6, 5, TYPE_INT_RGB);
        picture("2/0.png", 6, 5, TYPE_INT_RGB);
        ImageSource images = ImageReader.open(root);
        assertThat(List.of(images.label(0), images.label(1))).containsExactly(10, 2);
        assertThat(images.classNames()).hasSize(11).startsWith("class 0", "class 1", "2");
    }

    @Test
    void aListOfClassesDecidesWhatAFolderIs() throws IOException {
        Path set = Files.createDirectory(root.resolve("set"));
        ImageFiles.picture(set.resolve("n02000002/0.png"), 6, 5, TYPE_INT_RGB);
        ImageFiles.picture(set.resolve("White Crane/0.png"), 6, 5, TYPE_INT_RGB);
        Files.writeString(
                root.resolve("set.classes.txt"),
                "n01000001 tench, Tinca tinca\nn02000002 crane\nn03000003 white crane, whooper\n");
        ImageSource images = ImageReader.open(set);
        assertThat(List.of(images.label(0), images.label(1))).containsExactly(2, 1);
        assertThat(images.classNames()).containsExactly("tench", "crane", "white crane");
        ImageFiles.picture(set.resolve("n09999999/0.png"), 6, 5, TYPE_INT_RGB);
        assertThatThrownBy(() -> ImageReader.open(set))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("n09999999")
                .hasMessageContaining("none of the 3 classes");
    }

    @Test
    void linesOfAClassListWithoutAWordAreNames() throws IOException {
        picture("0.png", 6, 5, TYPE_INT_RGB);
        Files.writeString(root.resolve("labels.csv"), "0.png,1\n");
        Files.writeString(root.resolve("synsets.txt"), ",\n,,\nn01440764 ,\n");
        assertThat(ImageReader.open(root).classNames()).containsExactly(",", ",,", "n01440764 ,");
    }

    @Test
    void someWordNetFoldersAloneAreNumberedWithAWarning() throws IOException {
        picture("n02000002/0.png", 6, 5, TYPE_INT_RGB);
        picture("n01000001/0.png", 6, 5, TYPE_INT_RGB);
        ImageSource images = ImageReader.open(root);
        assertThat(images.notes()).anyMatch(note -> note.contains("every label after a missing one is wrong"));
    }

    @Test
    void oneFolderWithAFileOfLabels() throws IOException {
        picture("b.png", 6, 5, TYPE_INT_RGB);
        picture("a.png", 6, 5, TYPE_INT_RGB);
        Files.writeString(root.resolve("labels.csv"), "file,label\na.png,3\nb.png,1\nabsent.png,2\n");
        ImageSource images = ImageReader.open(root);
        assertThat(List.of(images.label(0), images.label(1))).containsExactly(3, 1);
        assertThat(images.classNames()).hasSize(4);
        assertThat(images.notes()).contains("Labels are from labels.csv.");
        picture("c.png", 6, 5, TYPE_INT_RGB);
        assertThatThrownBy(() -> ImageReader.open(root)).hasMessageContaining("has no label for c.png");
        Files.writeString(root.resolve("labels.csv"), "a.png,3\nb.png,dog\n");
        assertThatThrownBy(() -> ImageReader.open(root)).hasMessageContaining("line 2", "dog");
    }

    @Test
    void groundTruthFollowsTheChallengesOrder() throws IOException {
        Path set = Files.createDirectory(root.resolve("val"));
        for (int i = 1; i <= 3; i++) {
            ImageFiles.picture(set.resolve("ILSVRC2012_val_0000000" + i + ".png"), 6, 5, TYPE_INT_RGB);
        }
        Files.writeString(set.resolve("ILSVRC2012_validation_ground_truth.txt"), "3\n1\n2\n");
        assertThatThrownBy(() -> ImageReader.open(set)).hasMessageContaining("challenge's own order");
        // challenge: kit fox, setter, husky; sorted ids: setter, husky, kit fox
        Files.writeString(root.resolve("synsets.txt"), "n02119789\nn02100735\nn02110185\n");
        ImageSource images = ImageReader.open(set);
        assertThat(List.of(images.label(0), images.label(1), images.label(2))).containsExactly(1, 2, 0);
    }

    @Test
    void damagedHeadersAreLeftOutAndCounted() throws IOException {
        picture("a/0.png", 6, 5, TYPE_INT_RGB);
        Files.write(root.resolve("a/1.png"), Arrays.copyOf(Files.readAllBytes(root.resolve("a/0.png")), 20));
        ImageSource images = ImageReader.open(root);
        assertThat(images.count()).isEqualTo(1);
        assertThat(images.notes()).anyMatch(note -> note.startsWith("1 damaged picture is left out"));
    }

    @Test
    void differingSizesAreResizedAndCropped() throws IOException {
        picture("a/0.png", 40, 30, TYPE_INT_RGB);
        picture("b/0.png", 30, 40, TYPE_INT_RGB);
        ImageSource images = ImageReader.open(root);
        assertThat(List.of(images.height(), images.width())).containsExactly(224, 224);
        assertThat(images.suggestedPreprocessing()).isEqualTo("imagenet");
        assertThat(images.notes()).singleElement().asString().contains("shorter side of 256");
        ImageSource small = ImageReader.open(root, ImageOptions.forInput("", List.of(-1L, 3L, 28L, 28L)));
        assertThat(small.height()).isEqualTo(28);
        float[] pixels = new float[3 * 28 * 28];
        small.read(0, pixels, 0);
        assertThat(pixels[2 * 28 * 28]).isCloseTo(200, within(1e-3f));
    }

    @Test
    void imagenetCropsUnlessTheSizeFitsAlready() throws IOException {
        picture("a/0.png", 32, 32, TYPE_INT_RGB);
        assertThat(ImageReader.open(root, new ImageOptions("imagenet", 32, 32)).height())
                .isEqualTo(32);
        assertThat(ImageReader.open(root, new ImageOptions("imagenet", 0, 0)).height())
                .isEqualTo(224);
        assertThat(ImageReader.open(root, new ImageOptions("unit", 224, 224)).height())
                .isEqualTo(32);
    }

    @Test
    void brokenImagesAreNamed() throws IOException {
        Path jpeg = picture("a/0.jpg", 64, 64, TYPE_INT_RGB);
        byte[] whole = Files.readAllBytes(jpeg);
        Files.write(jpeg, Arrays.copyOf(whole, whole.length * 2 / 3));
        ImageSource cut = ImageReader.open(root);
        assertThatThrownBy(() -> cut.read(0, new float[3 * 64 * 64], 0))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("0.jpg cannot be decoded");
        Files.writeString(jpeg, "<html>not found</html>");
        assertThatThrownBy(() -> ImageReader.open(root))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("0.jpg")
                .hasMessageContaining("web page");
        Files.write(jpeg, new byte[0]);
        assertThatThrownBy(() -> ImageReader.open(root)).hasMessageContaining("empty (0 bytes)");
    }

    @Test
    void hugePromisesAreRefusedWithoutDecoding() throws IOException {
        Path png = picture("a/0.png", 8, 8, TYPE_INT_RGB);
        byte[] bytes = Files.readAllBytes(png);
        ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 60_000);
        Files.write(png, bytes);
        assertThatThrownBy(() -> ImageReader.open(root))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("60000x60000")
                .hasMessageContaining("40 million");
    }

    @Test
    void foldersThatAreNoClassFoldersGetAdvice() throws IOException {
        assertThatThrownBy(() -> ImageReader.open(root)).hasMessageContaining("no class folders");
        Files.write(root.resolve("data_batch_1.bin"), ImageFiles.cifar10(2));
        assertThatThrownBy(() -> ImageReader.open(root)).hasMessageContaining("folder of CIFAR files");
        picture("0.png", 4, 4, TYPE_INT_RGB);
        assertThatThrownBy(() -> ImageReader.open(root)).hasMessageContaining("holds images but no class folders");
        picture("train/cat/0.png", 4, 4, TYPE_INT_RGB);
        assertThatThrownBy(() -> ImageReader.open(root))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("train itself");
    }

    @Test
    void emptyClassesAndLoopsAreRefused() throws IOException {
        picture("cat/0.png", 4, 4, TYPE_INT_RGB);
        Path empty = Files.createDirectory(root.resolve("dog"));
        assertThatThrownBy(() -> ImageReader.open(root)).hasMessageContaining("dog holds no PNG or JPEG");
        Files.delete(empty);
        Files.createSymbolicLink(root.resolve("dog"), root);
        assertThatThrownBy(() -> ImageReader.open(root)).isInstanceOf(DataFormatException.class);
        Files.delete(root.resolve("dog"));
        Files.createSymbolicLink(root.resolve("cat/loop"), root.resolve("cat/loop"));
        assertThatThrownBy(() -> ImageReader.open(root)).hasMessageContaining("loop is a broken link");
    }
}
