package org.driftscope.sample.scene;

/** Fragments that are no class of their own: slivers, bars and splinters behind or before the subject. */
final class Clutter {
    private Clutter() {}

    /** Strews fragments over the background. */
    static void scatter(Canvas canvas, Dice dice) {
        int count = dice.whole(Difficulty.FEWEST_FRAGMENTS, Difficulty.MOST_FRAGMENTS);
        for (int i = 0; i < count; i++) {
            double length = dice.between(2, 7);
            Mask mask = Mask.of(fragment(dice)
                    .placed(new Pose(
                            dice.between(0, Canvas.SIZE), dice.between(0, Canvas.SIZE), length, length, dice.angle())));
            canvas.paint(mask, Texture.any(dice), Palette.any(dice), Palette.any(dice), dice.between(0.5, 1));
        }
    }

    /** Hides a part of the subject behind a bar that comes in from the side. */
    static void occlude(Canvas canvas, Mask subject, Dice dice) {
        double angle = dice.angle();
        double half = Canvas.SIZE / 2.0;
        double width = dice.between(1.2, 3);
        double distance = dice.between(4, 11);
        Pose pose = new Pose(
                half + distance * StrictMath.cos(angle),
                half + distance * StrictMath.sin(angle),
                width,
                Canvas.SIZE,
                angle + dice.between(-0.3, 0.3));
        Mask bar = Mask.of(ShapeOutline.polygon(-1, -1, 1, -1, 1, 1, -1, 1).placed(pose));
        if (bar.overlap(subject) < Difficulty.MOST_HIDDEN * subject.area()) {
            Rgb colour = Palette.quiet(dice);
            canvas.paint(bar, Texture.any(dice), colour, colour.mix(Palette.quiet(dice), 0.5f), 1);
        }
    }

    private static ShapeOutline fragment(Dice dice) {
        return switch (dice.whole(0, 2)) {
            case 0 -> ShapeOutline.polygon(-1, -0.2, 1, -0.2, 1, 0.2, -1, 0.2);
            case 1 -> ShapeOutline.polygon(-1, dice.between(-0.4, 0), 0.8, -0.5, dice.between(0.2, 1), 0.6);
            default -> ShapeOutline.polygon(-0.9, -0.3, 0.2, -0.7, 0.9, dice.between(0, 0.4), -0.3, 0.5);
        };
    }
}
