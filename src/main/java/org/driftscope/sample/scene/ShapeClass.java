package org.driftscope.sample.scene;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sample's classes, in label order; several are told apart by details only, which is what drift blurs first. */
public enum ShapeClass {
    TRIANGLE(ShapeOutline.around(3, 1.1)),
    SQUARE(ShapeOutline.around(4, 1.1)),
    PENTAGON(ShapeOutline.around(5, 1.0)),
    HEXAGON(ShapeOutline.around(6, 1.0)),
    CIRCLE(ShapeOutline.around(48, 0.92)),
    FIVE_POINT_STAR(ShapeOutline.around(10, 1.12, 0.5)),
    SIX_POINT_STAR(ShapeOutline.around(12, 1.1, 0.6)),
    CROSS(cross()),
    CRESCENT(crescent()),
    HEART(ShapeOutline.curve(ShapeClass::heart));

    private final ShapeOutline outline;

    ShapeClass(ShapeOutline outline) {
        this.outline = outline;
    }

    /** The shape around the origin, about 1 in radius. */
    ShapeOutline outline() {
        return outline;
    }

    /** What people call it, e.g. "five point star". */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** All titles in label order. */
    public static List<String> titles() {
        return Stream.of(values()).map(ShapeClass::title).toList();
    }

    private static ShapeOutline cross() {
        double arm = 0.36;
        double end = 1.05;
        return ShapeOutline.polygon(
                -arm, -end, arm, -end, arm, -arm, end, -arm, end, arm, arm, arm, arm, end, -arm, end, -arm, arm, -end,
                arm, -end, -arm, -arm, -arm);
    }

    /** The outer circle for half the way, back along a smaller circle pushed aside that meets it at both tips. */
    private static ShapeOutline crescent() {
        double reach = 0.3 * StrictMath.PI;
        double shift = 0.45;
        double inner = StrictMath.hypot(StrictMath.cos(reach) - shift, StrictMath.sin(reach));
        double innerReach = StrictMath.atan2(StrictMath.sin(reach), StrictMath.cos(reach) - shift);
        return ShapeOutline.curve(t ->
                t < 0.5 ? onCircle(0, 1, turn(reach, 2 * t)) : onCircle(shift, inner, turn(innerReach, 2 - 2 * t)));
    }

    /** From {@code reach} the long way round to {@code -reach} as t goes from 0 to 1, radians. */
    private static double turn(double reach, double t) {
        return reach + (2 * StrictMath.PI - 2 * reach) * t;
    }

    private static double[] onCircle(double centre, double radius, double angle) {
        return new double[] {
            1.08 * (0.2 + centre + radius * StrictMath.cos(angle)), 1.08 * radius * StrictMath.sin(angle)
        };
    }

    /** The well-known heart curve x = 16 sin^3, y = 13 cos - 5 cos 2 - 2 cos 3 - cos 4, scaled to radius 1. */
    private static double[] heart(double t) {
        double a = 2 * StrictMath.PI * t;
        double sine = StrictMath.sin(a);
        double y =
                13 * StrictMath.cos(a) - 5 * StrictMath.cos(2 * a) - 2 * StrictMath.cos(3 * a) - StrictMath.cos(4 * a);
        return new double[] {16 * sine * sine * sine / 15.5, -(y + 2.5) / 14.5};
    }
}
