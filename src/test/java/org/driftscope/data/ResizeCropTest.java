package org.driftscope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeCropTest {
    @ParameterizedTest
    @CsvSource({"10, 16, 7, 5, 5", "40, 23, 9, 8, 8", "7, 7, 12, 10, 12", "5, 30, 6, 6, 4"})
    void agreesWithATriangleFilterSummedOverTheWholeImage(int rows, int columns, int side, int height, int width) {
        float[] pixels = randomPixels(2 * rows * columns);
        float[] result = new ResizeCrop(side, height, width).apply(pixels, 2, rows, columns);

        assertThat(result).hasSize(2 * height * width);
        int shorter = Math.min(rows, columns);
        int scaledRows = side * rows / shorter;
        int scaledColumns = side * columns / shorter;
        int top = (int) Math.rint((scaledRows - height) / 2.0);
        int left = (int) Math.rint((scaledColumns - width) / 2.0);
        for (int c = 0; c < 2; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double expected = filtered(
                            pixels,
                            c,
                            rows,
                            columns,
                            (top + y + 0.5) * rows / scaledRows,
                            Math.max(1, (double) rows / scaledRows),
                            (left + x + 0.5) * columns / scaledColumns,
                            Math.max(1, (double) columns / scaledColumns));
                    assertThat((double) result[(c * height + y) * width + x]).isCloseTo(expected, within(1e-3));
                }
            }
        }
    }

    /** Weighted mean of all pixels under a pyramid around a point; no bounds, no separability. */
    private static double filtered(
            float[] pixels, int c, int rows, int columns, double cy, double sy, double cx, double sx) {
        double sum = 0;
        double weights = 0;
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < columns; k++) {
                double weight =
                        Math.max(0, 1 - Math.abs(r + 0.5 - cy) / sy) * Math.max(0, 1 - Math.abs(k + 0.5 - cx) / sx);
                sum += weight * pixels[(c * rows + r) * columns + k];
                weights += weight;
            }
        }
        return sum / weights;
    }

    @Test
    void theSameSizeIsACrop() {
        float[] pixels = randomPixels(8 * 8);
        float[] result = new ResizeCrop(8, 6, 6).apply(pixels, 1, 8, 8);
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 6; x++) {
                assertThat(result[y * 6 + x]).isEqualTo(pixels[(y + 1) * 8 + x + 1]);
            }
        }
    }

    @Test
    void aFlatImageStaysFlatAtAnyShape() {
        float[] pixels = new float[3 * 1 * 900];
        java.util.Arrays.fill(pixels, 77);
        assertThat(ResizeCrop.imagenet(0, 0).apply(pixels, 3, 1, 900))
                .hasSize(3 * 224 * 224)
                .satisfies(all -> {
                    for (float value : all) {
                        assertThat(value).isCloseTo(77, within(1e-3f));
                    }
                });
    }

    @Test
    void imagenetKeepsTheProportionForOtherInputs() {
        assertThat(ResizeCrop.imagenet(0, 0)).isEqualTo(new ResizeCrop(256, 224, 224));
        assertThat(ResizeCrop.imagenet(299, 299)).isEqualTo(new ResizeCrop(342, 299, 299));
        assertThatThrownBy(() -> new ResizeCrop(10, 11, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWholeSetIsCroppedAsItIsReadAndSaysSo() {
        ResizedImages images = new ResizedImages(MemoryImages.counting(5, 3, 10, 5), new ResizeCrop(8, 7, 7));
        float[] target = new float[3 * 49 + 2];
        images.read(4, target, 1);
        assertThat(target[0]).isZero();
        assertThat(target[1]).isCloseTo(4, within(1e-5f));
        assertThat(target[3 * 49]).isCloseTo(4, within(1e-5f));
        assertThat(images.height()).isEqualTo(7);
        assertThat(images.notes()).singleElement().asString().contains("10x10", "cropped to 7x7");
    }

    private static float[] randomPixels(int count) {
        double[] gaussians = RandomSource.of(1).child("pixels").gaussians(count);
        float[] pixels = new float[count];
        for (int i = 0; i < count; i++) {
            pixels[i] = (float) (100 + 30 * gaussians[i]);
        }
        return pixels;
    }
}
