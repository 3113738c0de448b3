package org.driftscope.sample.scene;

/** Colours that look well together on screen: neither grey nor glaring. */
final class Palette {
    private Palette() {}

    static Rgb any(Dice dice) {
        return Rgb.hsv(dice.between(0, 1), dice.between(0.3, 0.9), dice.between(0.3, 1));
    }

    /** A calmer colour, as of a wall or a meadow. */
    static Rgb quiet(Dice dice) {
        return Rgb.hsv(dice.between(0, 1), dice.between(0.1, 0.55), dice.between(0.3, 0.85));
    }
}
