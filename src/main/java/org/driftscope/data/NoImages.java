package org.driftscope.data;

import java.util.List;

/**
 * A set of no images: stands where a network is calibrated from factory statistics alone.
 *
 * @param channels of the images there could be
 * @param height of them, pixels
 * @param width of them, pixels
 */
public record NoImages(int channels, int height, int width) implements ImageSource {
    private static final int RANK = 4;

    /** For a network. @param input its input's sizes [batch, channels, height, width]; -1 where a size is free */
    public static NoImages fitting(List<Long> input) {
        return input.size() == RANK
                ? new NoImages(size(input.get(1)), size(input.get(2)), size(input.get(RANK - 1)))
                : new NoImages(1, 1, 1);
    }

    private static int size(long wanted) {
        return (int) Math.max(1, wanted);
    }

    @Override
    public String name() {
        return "no images";
    }

    @Override
    public int count() {
        return 0;
    }

    @Override
    public int label(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public List<String> classNames() {
        return List.of();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public String sha256() {
        return "";
    }

    @Override
    public String suggestedPreprocessing() {
        return "unit";
    }
}
