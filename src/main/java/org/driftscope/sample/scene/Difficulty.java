package org.driftscope.sample.scene;

/**
 * How hard the images are. Chosen so that the sample's network is right on 90 to 96 % of them and loses at least 15
 * points at 20 % relative drift with an on/off ratio of 10.
 */
final class Difficulty {
    /** Radius of the subject, pixels. */
    static final double SMALLEST_RADIUS = 7.5;

    static final double LARGEST_RADIUS = 12.5;

    /** The subject's axes differ by up to this share either way. */
    static final double STRETCH = 0.1;

    /** Least difference of colour between subject and background, of 1. */
    static final double CONTRAST = 0.3;

    /** Share of images with a patterned background. */
    static final double PATTERN_CHANCE = 0.5;

    static final int FEWEST_FRAGMENTS = 2;

    static final int MOST_FRAGMENTS = 6;

    /** Share of images with a bar before the subject. */
    static final double OCCLUSION_CHANCE = 0.3;

    /** The bar never hides more of the subject than this share. */
    static final double MOST_HIDDEN = 0.18;

    /** Strongest blur, as the share of the neighbours. */
    static final double BLUR = 0.35;

    /** Standard deviation of the sensor noise, of 1. */
    static final double LEAST_NOISE = 0.008;

    static final double MOST_NOISE = 0.035;

    private Difficulty() {}
}
