package org.driftscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;

class ImageSetsTest {
    private final ImageSource images = MemoryImages.counting(50, 1, 4, 10);

    @Test
    void calibrationImagesAreDistinctAndFollowTheSeed() {
        ImageSubset drawn = CalibrationSampling.draw(images, 10, RandomSource.of(7));
        assertThat(drawn.indices()).hasSize(10).doesNotHaveDuplicates();
        assertThat(drawn.indices())
                .isEqualTo(RandomSource.of(7).child("calibration-images").sample(50, 10));
        assertThat(CalibrationSampling.draw(images, 10, RandomSource.of(8)).indices())
                .isNotEqualTo(drawn.indices());
        float[] pixels = new float[16];
        drawn.read(3, pixels, 0);
        assertThat(pixels[5]).isEqualTo(drawn.indices()[3]);
        assertThat(drawn.label(3)).isEqualTo(drawn.indices()[3] % 10);
    }

    @Test
    void moreSamplesThanImagesAreRefused() {
        assertThatThrownBy(() -> CalibrationSampling.draw(images, 51, RandomSource.of(1)))
                .isInstanceOf(SpecException.class)
                .hasMessage("samples is 51, but must be 1 to 50, the number of images in memory.");
        assertThatThrownBy(() -> CalibrationSampling.draw(images, 0, RandomSource.of(1)))
                .isInstanceOf(SpecException.class);
        assertThatThrownBy(() -> ImageSample.of(images, 0)).isInstanceOf(SpecException.class);
        assertThatThrownBy(() -> new ImageSubset(images, new int[] {50})).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void overlapCountsImagesInBothSets() {
        ImageSource first = new ImageSubset(images, IntStream.range(0, 20).toArray());
        ImageSource middle = new ImageSubset(images, new int[] {30, 19, 5, 40});
        assertThat(Overlap.count(middle, first)).isEqualTo(2);
        assertThat(Overlap.count(first, middle)).isEqualTo(2);
        assertThat(Overlap.count(first, MemoryImages.counting(20, 3, 4, 2))).isZero();
    }

    @Test
    void aSampleIsRandomFixedAndNested() {
        ImageSource sample = ImageSample.of(images, 20);
        assertThat(sample.count()).isEqualTo(20);
        assertThat(ImageSample.of(images, 50)).isSameAs(images);
        assertThat(labels(ImageSample.of(sample, 8))).isEqualTo(labels(ImageSample.of(images, 8)));
        assertThat(IntStream.range(0, 20).map(sample::label).distinct().count())
                .as("classes in it")
                .isGreaterThan(5);
        assertThat(sample.sha256()).isEqualTo(images.sha256());
        assertThat(sample.selection()).isEqualTo("sample of 50");
        assertThat(images.selection()).isEmpty();
        assertThat(sample.notes()).anyMatch(note -> note.startsWith("20 of the 50 images"));
    }

    /**
     * Of a set sorted by class, whose first classes may be easier than the others: a quarter of it has no more of its first
     * tenth, or of any other, than luck gives (hypergeometric, 4.5 standard deviations), and its middle is the set's.
     */
    @Test
    void aSampleFavoursNoPartOfASortedSet() {
        for (int count = 400; count <= 2000; count += 100) {
            int quarter = count / 4;
            int[] drawn = Arrays.copyOf(ImageSample.order(count), quarter);
            double middle = Arrays.stream(drawn).average().orElseThrow();
            double deviation = count / Math.sqrt(12) * Math.sqrt(0.75 / quarter);
            assertThat(middle).isCloseTo((count - 1) / 2.0, within(4.5 * deviation));
            for (int tenth = 0; tenth < 10; tenth++) {
                int from = tenth * count / 10;
                int to = (tenth + 1) * count / 10;
                long there =
                        Arrays.stream(drawn).filter(i -> i >= from && i < to).count();
                double expected = quarter * 0.1;
                assertThat((double) there).isCloseTo(expected, within(4.5 * Math.sqrt(expected * 0.9 * 0.75)));
            }
        }
    }

    private static List<Integer> labels(ImageSource set) {
        return IntStream.range(0, set.count()).mapToObj(set::label).toList();
    }

    @Test
    void imagesMustFitTheNetwork() {
        ImageSource colour = MemoryImages.counting(2, 3, 32, 2);
        assertThatCode(() -> InputCheck.requireFit(colour, "net", List.of(-1L, 3L, 32L, 32L)))
                .doesNotThrowAnyException();
        assertThatCode(() -> InputCheck.requireFit(colour, "net", List.of(1L, 3L, -1L, -1L)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> InputCheck.requireFit(colour, "net", List.of(1L, 1L, 28L, 28L)))
                .isInstanceOf(IncompatibleShapeException.class)
                .hasMessageContaining("net takes 1x28x28")
                .hasMessageContaining("are 3x32x32")
                .hasMessageContaining("1 channel (grey)");
        assertThatThrownBy(() -> InputCheck.requireFit(colour, "net", List.of(1L, 3L, 224L, 224L)))
                .hasMessageContaining("--preprocess imagenet");
        assertThatThrownBy(() -> InputCheck.requireFit(colour, "net", List.of(1L, 32L, 32L, 3L)))
                .hasMessageContaining("channels last");
        assertThatThrownBy(() -> InputCheck.requireFit(colour, "net", List.of(1L, 10L)))
                .isInstanceOf(IncompatibleShapeException.class);
    }

    @Test
    void imagesHeldBackAreNoneThatWereDrawn() {
        ImageSource images = MemoryImages.counting(50, 1, 2, 5);
        RandomSource chip = RandomSource.of(7);
        ImageSubset drawn = CalibrationSampling.draw(images, 10, chip);
        ImageSubset held = (ImageSubset)
                CalibrationSampling.heldBack(images, 10, 200, chip).orElseThrow();
        assertThat(held.indices()).hasSize(40).doesNotHaveDuplicates();
        for (int index : drawn.indices()) {
            assertThat(held.indices()).doesNotContain(index);
        }
        assertThat(CalibrationSampling.heldBack(images, 10, 25, chip)
                        .orElseThrow()
                        .count())
                .isEqualTo(25);
        assertThat(CalibrationSampling.heldBack(images, 31, 200, chip)).isEmpty();
    }
}
