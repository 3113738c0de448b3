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
    private static final int RGB = 3;
    /** Where a network takes any: large enough for every network that halves them five times. */
    private static final int SIDE = 224;

    /** For a network. @param input its input's sizes [batch, channels, height, width]; -1 where a size is free */
    public static NoImages fitting(List<Long> input) {
        return input.size() == RANK
                ? new NoImages(size(input.get(1), RGB), size(input.get(2), SIDE), size(input.get(RANK - 1), SIDE))
                : new NoImages(1, 1, 1);
    }

    private static int size(long wanted, int usual) {
        return wanted > 0 ? (int) Math.min(wanted, Integer.MAX_VALUE) : usual;
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
