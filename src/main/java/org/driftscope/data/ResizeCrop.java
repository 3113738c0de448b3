package org.driftscope.data;

import java.util.Arrays;

/**
 * Scales an image so that its shorter side has a given length, then takes the centre: what ImageNet networks were scored
 * with (256, then 224).
 *
 * <p>Bilinear going up; going down the same triangle is widened by the scale, so that every source pixel counts (as
 * Pillow's {@code BILINEAR} does, without its rounding to whole numbers).
 *
 * @param shorterSide length of the shorter side after scaling, at least the crop's sides
 * @param height of the crop
 * @param width of the crop
 */
public record ResizeCrop(int shorterSide, int height, int width) {
    private static final int IMAGENET_CROP = 224;
    private static final int IMAGENET_SIDE = 256;

    public ResizeCrop {
        if (height < 1 || width < 1 || shorterSide < Math.max(height, width)) {
            throw new IllegalArgumentException("shorter side " + shorterSide + ", crop " + height + " x " + width);
        }
    }

    /** Crop of the wanted size in the proportion of 224 to 256. @param height 0 for 224 @param width 0 for 224 */
    public static ResizeCrop imagenet(int height, int width) {
        int cropHeight = height > 0 ? height : IMAGENET_CROP;
        int cropWidth = width > 0 ? width : IMAGENET_CROP;
        int longer = Math.max(cropHeight, cropWidth);
        int side = (int) Math.round((double) longer * IMAGENET_SIDE / IMAGENET_CROP);
        return new ResizeCrop(side, cropHeight, cropWidth);
    }

    /**
     * Scales and crops one image.
     *
     * @param pixels channels first, channels * rows * columns values; not modified
     * @return new array, channels * height * width values
     */
    public float[] apply(float[] pixels, int channels, int rows, int columns) {
        int shorter = Math.min(rows, columns);
        Taps vertical = Taps.centred(rows, (int) ((long) shorterSide * rows / shorter), height);
        Taps horizontal = Taps.centred(columns, (int) ((long) shorterSide * columns / shorter), width);
        float[] result = new float[channels * height * width];
        for (int c = 0; c < channels; c++) {
            crop(pixels, c * rows * columns, columns, vertical, horizontal, result, c * height * width);
        }
        return result;
    }

    /** Rows first, only those that the crop needs. */
    private void crop(float[] pixels, int from, int columns, Taps vertical, Taps horizontal, float[] result, int to) {
        float[] line = new float[columns];
        for (int y = 0; y < height; y++) {
            Arrays.fill(line, 0);
            float[] weights = vertical.weights[y];
            for (int k = 0; k < weights.length; k++) {
                int row = from + (vertical.first[y] + k) * columns;
                for (int x = 0; x < columns; x++) {
                    line[x] += weights[k] * pixels[row + x];
                }
            }
            for (int x = 0; x < width; x++) {
                result[to + y * width + x] = horizontal.sum(line, x);
            }
        }
    }

    /** For each pixel of the result along one axis: which source pixels count, and how much. */
    private static final class Taps {
        private final int[] first;
        private final float[][] weights;

        private Taps(int count) {
            first = new int[count];
            weights = new float[count][];
        }

        /** The middle {@code count} of {@code scaled} pixels made from {@code source} ones. */
        static Taps centred(int source, int scaled, int count) {
            Taps taps = new Taps(count);
            double scale = (double) source / scaled;
            double support = Math.max(1, scale);
            int skipped = (int) Math.rint((scaled - count) / 2.0);
            for (int i = 0; i < count; i++) {
                double centre = (skipped + i + 0.5) * scale;
                int from = Math.max(0, (int) (centre - support + 0.5));
                int to = Math.min(source, (int) (centre + support + 0.5));
                taps.first[i] = from;
                taps.weights[i] = triangle(centre, support, from, to);
            }
            return taps;
        }

        private static float[] triangle(double centre, double support, int from, int to) {
            double[] heights = new double[to - from];
            double sum = 0;
            for (int k = 0; k < heights.length; k++) {
                heights[k] = Math.max(0, 1 - Math.abs(from + k + 0.5 - centre) / support);
                sum += heights[k];
            }
            float[] normalised = new float[heights.length];
            for (int k = 0; k < heights.length; k++) {
                normalised[k] = (float) (heights[k] / sum);
            }
            return normalised;
        }

        float sum(float[] line, int i) {
            float sum = 0;
            for (int k = 0; k < weights[i].length; k++) {
                sum += weights[i][k] * line[first[i] + k];
            }
            return sum;
        }
    }
}
