package org.driftscope.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a layer puts out for one image, before the activation that follows.
 *
 * @param channels outputs of the layer
 * @param height of each map; 1 for a dense layer
 * @param width of each map; 1 for a dense layer
 * @param values [channels][height * width]; treat as read-only
 */
public record FeatureMaps(int channels, int height, int width, float[] values) {
    public FeatureMaps {
        if (channels < 1 || (long) channels * height * width != values.length) {
            throw new IllegalArgumentException(
                    channels + " maps of " + height + " x " + width + " with " + values.length + " values");
        }
    }

    /** One map, row by row; a copy. */
    public float[] map(int channel) {
        int size = height * width;
        return Arrays.copyOfRange(values, channel * size, (channel + 1) * size);
    }

    /** This less another of the same layer. */
    public FeatureMaps minus(FeatureMaps other) {
        float[] difference = new float[values.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = values[i] - other.values[i];
        }
        return new FeatureMaps(channels, height, width, difference);
    }

    /** {@code |this - other|^2 / |other|^2}; 0 where both are nothing. */
    public double squaredDistance(FeatureMaps other) {
        double apart = 0;
        double size = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - other.values[i];
            apart += difference * difference;
            size += (double) other.values[i] * other.values[i];
        }
        return size == 0 ? 0 : apart / size;
    }

    /** The channels that vary most, over their places, or by size where they have one place only; most varied first. */
    public int[] liveliest(int most) {
        return IntStream.range(0, channels)
                .boxed()
                .sorted((a, b) -> Double.compare(liveliness(b), liveliness(a)))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double liveliness(int channel) {
        int size = height * width;
        double sum = 0;
        double squares = 0;
        for (int i = channel * size; i < (channel + 1) * size; i++) {
            sum += values[i];
            squares += (double) values[i] * values[i];
        }
        return size == 1 ? squares : squares - sum * sum / size;
    }
}
