package org.driftscope.sample.scene;

import org.apache.commons.rng.UniformRandomProvider;
import org.driftscope.support.RandomSource;

/** Draws the choices of one scene, in order, from one keyed stream. */
final class Dice {
    private final UniformRandomProvider stream;

    Dice(RandomSource source) {
        this.stream = source.generator();
    }

    /** A number in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * stream.nextDouble();
    }

    /** A whole number in [low, high]. */
    int whole(int low, int high) {
        return low + stream.nextInt(high - low + 1);
    }

    boolean chance(double probability) {
        return stream.nextDouble() < probability;
    }

    /** A direction in [0, 2 pi), radians. */
    double angle() {
        return between(0, 2 * StrictMath.PI);
    }
}
