package org.driftscope.sample.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * The edge of a shape: closed contours, filled by the even-odd rule.
 *
 * @param contours corners as x0, y0, x1, y1, ...; y grows downwards; treat as read-only
 */
record ShapeOutline(List<double[]> contours) {
    private static final int CURVE_STEPS = 48;

    ShapeOutline {
        contours = List.copyOf(contours);
    }

    /** A point of a curve at t in [0, 1). */
    @FunctionalInterface
    interface Curve {
        double[] at(double t);
    }

    static ShapeOutline polygon(double... corners) {
        return new ShapeOutline(List.of(corners));
    }

    /** A smooth closed curve, cut into short straight pieces. */
    static ShapeOutline curve(Curve curve) {
        double[] corners = new double[2 * CURVE_STEPS];
        for (int i = 0; i < CURVE_STEPS; i++) {
            double[] point = curve.at((double) i / CURVE_STEPS);
            corners[2 * i] = point[0];
            corners[2 * i + 1] = point[1];
        }
        return polygon(corners);
    }

    /**
     * Corners around the origin, the first one at the top, at alternating distances.
     *
     * @param corners how many
     * @param radii distances from the origin, taken in turn
     */
    static ShapeOutline around(int corners, double... radii) {
        double[] points = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * StrictMath.PI * i / corners - StrictMath.PI / 2;
            double radius = radii[i % radii.length];
            points[2 * i] = radius * StrictMath.cos(angle);
            points[2 * i + 1] = radius * StrictMath.sin(angle);
        }
        return polygon(points);
    }

    /** This outline turned, stretched and moved. */
    ShapeOutline placed(Pose pose) {
        List<double[]> moved = new ArrayList<>();
        for (double[] contour : contours) {
            double[] target = new double[contour.length];
            for (int i = 0; i < contour.length; i += 2) {
                target[i] = pose.x(contour[i], contour[i + 1]);
                target[i + 1] = pose.y(contour[i], contour[i + 1]);
            }
            moved.add(target);
        }
        return new ShapeOutline(moved);
    }
}
