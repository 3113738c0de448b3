package org.driftscope.sample.scene;

/** A pattern over the image: how far each point is from a first colour towards a second one, 0 to 1. */
@FunctionalInterface
interface Texture {
    double at(double x, double y);

    /** One of all patterns. */
    static Texture any(Dice dice) {
        return switch (dice.whole(0, 5)) {
            case 0 -> gradient(dice);
            case 1 -> stripes(dice);
            case 2 -> dots(dice);
            case 3 -> checker(dice);
            case 4 -> clouds(dice, dice.between(3, 6));
            default -> constant(dice.between(0, 0.3));
        };
    }

    static Texture constant(double value) {
        return (x, y) -> value;
    }

    /** From one colour to the other across the image in a random direction. */
    static Texture gradient(Dice dice) {
        double angle = dice.angle();
        double dx = StrictMath.cos(angle) / Canvas.SIZE;
        double dy = StrictMath.sin(angle) / Canvas.SIZE;
        double half = Canvas.SIZE / 2.0;
        return (x, y) -> clamp(0.5 + 0.9 * ((x - half) * dx + (y - half) * dy));
    }

    static Texture stripes(Dice dice) {
        double angle = dice.angle();
        double pitch = dice.between(3.5, 7);
        double dx = StrictMath.cos(angle) / pitch;
        double dy = StrictMath.sin(angle) / pitch;
        double phase = dice.between(0, 1);
        return (x, y) -> soft(triangleWave(x * dx + y * dy + phase));
    }

    static Texture dots(Dice dice) {
        Pose grid = grid(dice, 4, 7);
        return (x, y) -> {
            double u = triangleWave(grid.x(x, y));
            double v = triangleWave(grid.y(x, y));
            return soft(0.62 + 0.6 * (0.55 - StrictMath.hypot(u, v)));
        };
    }

    static Texture checker(Dice dice) {
        Pose grid = grid(dice, 5, 9);
        return (x, y) -> {
            double u = triangleWave(grid.x(x, y)) - 0.5;
            double v = triangleWave(grid.y(x, y)) - 0.5;
            return soft(0.5 + 2 * u * v * 2);
        };
    }

    /** Smooth blotches: random values on a lattice, joined by smooth steps. */
    static Texture clouds(Dice dice, double pitch) {
        int cells = (int) (Canvas.SIZE / pitch) + 2;
        double[] lattice = new double[cells * cells];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = dice.between(0, 1);
        }
        return (x, y) -> {
            int column = (int) (x / pitch);
            int row = (int) (y / pitch);
            double u = smooth(x / pitch - column);
            double v = smooth(y / pitch - row);
            int at = row * cells + column;
            double top = lattice[at] + u * (lattice[at + 1] - lattice[at]);
            double bottom = lattice[at + cells] + u * (lattice[at + cells + 1] - lattice[at + cells]);
            return top + v * (bottom - top);
        };
    }

    private static Pose grid(Dice dice, double smallest, double largest) {
        double pitch = 1 / dice.between(smallest, largest);
        return new Pose(dice.between(0, 1), dice.between(0, 1), pitch, pitch, dice.angle());
    }

    /** 0 at whole numbers, 1 half way between. */
    private static double triangleWave(double x) {
        double fraction = x - Math.floor(x);
        return 1 - Math.abs(2 * fraction - 1);
    }

    /** A steep step at 0.5 that is still smooth at a pixel's size. */
    private static double soft(double x) {
        return clamp(0.5 + 2.5 * (x - 0.5));
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double clamp(double x) {
        return Math.max(0, Math.min(1, x));
    }
}
