package org.driftscope.support;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A keyed source of randomness: the same seed and the same path of keys give the same numbers, whatever else was drawn
 * before, in whatever order and on whatever thread.
 *
 * <p>{@code RandomSource.of(7).child("drift").child("layer1.0.conv1").child(0)} names one stream.
 */
public final class RandomSource {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long key;

    private RandomSource(long key) {
        this.key = key;
    }

    /** The root of all streams of a seed. */
    public static RandomSource of(long seed) {
        return new RandomSource(mix(seed + GOLDEN_GAMMA));
    }

    /** The source under a name; different names give unrelated streams. */
    public RandomSource child(String name) {
        long hash = key;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash * 31 + b + GOLDEN_GAMMA);
        }
        return new RandomSource(mix(hash ^ name.length()));
    }

    /** The source under a number, e.g. a tile's index. */
    public RandomSource child(long index) {
        return new RandomSource(mix(mix(key ^ 0x5851F42D4C957F2DL) + index * GOLDEN_GAMMA));
    }

    /** 64 bits that stand for this source, for streams of another kind. */
    public long key() {
        return key;
    }

    /** A generator at the start of this source's stream; each call gives the same stream again. */
    public UniformRandomProvider generator() {
        return org.apache.commons.rng.simple.RandomSource.XO_RO_SHI_RO_128_PP.create(
                new long[] {mix(key + 1), mix(key + 2)});
    }

    /**
     * Standard normal numbers from the start of this source's stream (modified ziggurat, McFarland 2016).
     *
     * @param count how many
     * @return new array of {@code count} independent N(0, 1) numbers
     */
    public double[] gaussians(int count) {
        ZigguratSampler.NormalizedGaussian sampler = ZigguratSampler.NormalizedGaussian.of(generator());
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = sampler.sample();
        }
        return values;
    }

    /**
     * Distinct indices drawn without replacement.
     *
     * @param population how many there are to draw from
     * @param count how many to draw, at most {@code population}
     * @return {@code count} distinct indices in [0, population), in the order drawn
     */
    public int[] sample(int population, int count) {
        if (count < 0 || count > population) {
            throw new IllegalArgumentException("cannot draw " + count + " of " + population);
        }
        int[] all = PermutationSampler.natural(population);
        PermutationSampler.shuffle(generator(), all);
        return Arrays.copyOf(all, count);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
