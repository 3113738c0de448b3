package org.driftscope.data;

import java.util.List;
import java.util.stream.IntStream;

/** Images made in memory, for tests. */
public record MemoryImages(int channels, int height, int width, float[][] pixels, int[] labels, String suggestion)
        implements ImageSource {
    /** Images whose every pixel is the image's index modulo 256; labels count through the classes. */
    public static MemoryImages counting(int count, int channels, int side, int classes) {
        float[][] pixels = new float[count][channels * side * side];
        for (int i = 0; i < count; i++) {
            java.util.Arrays.fill(pixels[i], i % 256);
        }
        int[] labels = IntStream.range(0, count).map(i -> i % classes).toArray();
        return new MemoryImages(channels, side, side, pixels, labels, "unit");
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public List<String> classNames() {
        return List.of();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        System.arraycopy(pixels[index], 0, target, offset, pixels[index].length);
    }

    @Override
    public String sha256() {
        return "";
    }

    @Override
    public String suggestedPreprocessing() {
        return suggestion;
    }
}
