package org.driftscope.sample.scene;

/** A small smoothing along both axes; edges repeat. */
final class Blur {
    private static final int SIZE = Canvas.SIZE;

    private Blur() {}

    /**
     * Mixes each pixel of one plane with the mean of its two neighbours, first along x, then along y.
     *
     * @param plane row-major, overwritten
     * @param share 0 leaves the plane as it is, 0.5 is the binomial kernel 1 2 1
     */
    static void binomialInPlace(float[] plane, float share) {
        for (int i = 0; i < SIZE; i++) {
            line(plane, i * SIZE, 1, share);
        }
        for (int i = 0; i < SIZE; i++) {
            line(plane, i, SIZE, share);
        }
    }

    private static void line(float[] plane, int start, int step, float share) {
        float previous = plane[start];
        for (int i = 0; i < SIZE; i++) {
            int at = start + i * step;
            float current = plane[at];
            float next = i + 1 < SIZE ? plane[at + step] : current;
            plane[at] = (1 - share) * current + share * 0.5f * (previous + next);
            previous = current;
        }
    }
}
