package org.driftscope.sample.scene;

/** What lies behind the subject. */
final class Background {
    private Background() {}

    static void paint(Canvas canvas, Dice dice) {
        Rgb first = Palette.quiet(dice);
        Rgb second = first.mix(Palette.quiet(dice), (float) dice.between(0.3, 1));
        canvas.fill(Texture.gradient(dice), first, second, 1);
        canvas.fill(Texture.clouds(dice, dice.between(4, 12)), first, Palette.quiet(dice), 0.5);
        if (dice.chance(Difficulty.PATTERN_CHANCE)) {
            canvas.fill(Texture.any(dice), second, Palette.quiet(dice), dice.between(0.25, 0.6));
        }
        Clutter.scatter(canvas, dice);
    }
}
