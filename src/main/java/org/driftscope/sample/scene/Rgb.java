package org.driftscope.sample.scene;

/**
 * A colour, each part 0 to 1.
 *
 * @param red amount of red
 * @param green amount of green
 * @param blue amount of blue
 */
record Rgb(float red, float green, float blue) {
    /** From hue (turns, any number), saturation and value, 0 to 1. */
    static Rgb hsv(double hue, double saturation, double value) {
        return new Rgb(
                channel(hue, saturation, value, 5),
                channel(hue, saturation, value, 3),
                channel(hue, saturation, value, 1));
    }

    private static float channel(double hue, double saturation, double value, int n) {
        double k = (n + hue * 6) % 6;
        double ramp = Math.max(0, Math.min(1, Math.min(k, 4 - k)));
        return (float) (value * (1 - saturation * ramp));
    }

    Rgb mix(Rgb other, float share) {
        return new Rgb(
                red + share * (other.red - red),
                green + share * (other.green - green),
                blue + share * (other.blue - blue));
    }

    /** Largest difference of one part. */
    float distance(Rgb other) {
        return Math.max(
                Math.abs(red - other.red), Math.max(Math.abs(green - other.green), Math.abs(blue - other.blue)));
    }
}
