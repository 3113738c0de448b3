package org.driftscope.sample.scene;

/**
 * Where a shape lies: stretched along its own axes, turned, then moved.
 *
 * @param centreX pixels from the left edge
 * @param centreY pixels from the top edge
 * @param scaleX pixels per unit along the shape's own x
 * @param scaleY pixels per unit along the shape's own y
 * @param angle clockwise turn, radians
 */
record Pose(double centreX, double centreY, double scaleX, double scaleY, double angle) {
    double x(double shapeX, double shapeY) {
        return centreX + shapeX * scaleX * StrictMath.cos(angle) - shapeY * scaleY * StrictMath.sin(angle);
    }

    double y(double shapeX, double shapeY) {
        return centreY + shapeX * scaleX * StrictMath.sin(angle) + shapeY * scaleY * StrictMath.cos(angle);
    }

    Pose moved(double dx, double dy) {
        return new Pose(centreX + dx, centreY + dy, scaleX, scaleY, angle);
    }
}
