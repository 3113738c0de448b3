package org.driftscope.sample.scene;

import org.driftscope.support.RandomSource;

/**
 * Draws labelled scenes: one shape of a class before a cluttered background, lit, partly hidden, blurred and noisy.
 *
 * <p>An image depends on seed, split and index only, so that any image can be drawn alone and in any order. Classes take
 * turns: image i is of class i mod 10.
 */
public final class SceneGenerator {
    private static final int CONTRAST_TRIES = 8;

    private final RandomSource source;

    public SceneGenerator(long seed) {
        this.source = RandomSource.of(seed).child("sample");
    }

    /**
     * Draws one image.
     *
     * @param split which set, e.g. "train"; images of different splits are unrelated
     * @param index place in the set, from 0
     */
    public LabelledImage draw(String split, int index) {
        RandomSource own = source.child(split).child(index);
        Dice dice = new Dice(own.child("scene"));
        ShapeClass shape = ShapeClass.values()[index % ShapeClass.values().length];
        Canvas canvas = new Canvas();
        Background.paint(canvas, dice);
        Mask mask = paintSubject(canvas, shape, dice);
        if (dice.chance(Difficulty.OCCLUSION_CHANCE)) {
            Clutter.occlude(canvas, mask, dice);
        }
        finish(canvas, dice, own);
        return new LabelledImage(shape.ordinal(), canvas.toBytes());
    }

    private static Mask paintSubject(Canvas canvas, ShapeClass shape, Dice dice) {
        double scale = dice.between(Difficulty.SMALLEST_RADIUS, Difficulty.LARGEST_RADIUS);
        double stretch = dice.between(-Difficulty.STRETCH, Difficulty.STRETCH);
        double half = Canvas.SIZE / 2.0;
        double room = Math.max(1, half - scale - 1);
        Pose pose = new Pose(
                half + dice.between(-room, room),
                half + dice.between(-room, room),
                scale * (1 + stretch),
                scale * (1 - stretch),
                dice.angle());
        Mask mask = Mask.of(shape.outline().placed(pose));
        double fall = dice.angle();
        Mask shadow = Mask.of(
                        shape.outline().placed(pose.moved(1.6 * StrictMath.cos(fall), 1.6 * StrictMath.sin(fall))))
                .blurred(2);
        Rgb black = new Rgb(0.03f, 0.03f, 0.06f);
        canvas.paint(shadow, Texture.constant(0), black, black, dice.between(0.15, 0.5));
        Rgb behind = canvas.mean(mask);
        Rgb first = contrasting(behind, dice);
        Rgb second = first.mix(contrasting(behind, dice), (float) dice.between(0.25, 0.85));
        canvas.paint(mask, Texture.any(dice), first, second, 1);
        return mask;
    }

    /** A colour that stands out from what is behind, if one turns up in a few tries. */
    private static Rgb contrasting(Rgb behind, Dice dice) {
        Rgb colour = Palette.any(dice);
        for (int i = 0; i < CONTRAST_TRIES && colour.distance(behind) < Difficulty.CONTRAST; i++) {
            colour = Palette.any(dice);
        }
        return colour;
    }

    private static void finish(Canvas canvas, Dice dice, RandomSource own) {
        canvas.light(Texture.gradient(dice), dice.between(0.5, 0.9), dice.between(0.95, 1.25));
        canvas.blur(dice.between(0, Difficulty.BLUR));
        double sigma = dice.between(Difficulty.LEAST_NOISE, Difficulty.MOST_NOISE);
        canvas.noise(own.child("noise").gaussians(3 * Canvas.SIZE * Canvas.SIZE), sigma);
    }
}
