package org.driftscope.sample.scene;

import java.util.Arrays;

/**
 * How much of each pixel a shape covers.
 *
 * @param coverage 0 to 1, row-major, Canvas.SIZE x Canvas.SIZE; treat as read-only
 */
record Mask(float[] coverage) {
    private static final int SIZE = Canvas.SIZE;
    private static final int SCANLINES = 4;

    /** Covers what lies inside the outline: exact along x, {@value #SCANLINES} scan lines a pixel along y. */
    static Mask of(ShapeOutline outline) {
        float[] coverage = new float[SIZE * SIZE];
        int corners = outline.contours().stream().mapToInt(c -> c.length / 2).sum();
        double[] crossings = new double[corners];
        for (int line = 0; line < SIZE * SCANLINES; line++) {
            double y = (line + 0.5) / SCANLINES;
            int count = crossings(outline, y, crossings);
            Arrays.sort(crossings, 0, count);
            for (int i = 0; i + 1 < count; i += 2) {
                addSpan(coverage, line / SCANLINES * SIZE, crossings[i], crossings[i + 1]);
            }
        }
        return new Mask(coverage);
    }

    private static int crossings(ShapeOutline outline, double y, double[] target) {
        int count = 0;
        for (double[] points : outline.contours()) {
            double previousX = points[points.length - 2];
            double previousY = points[points.length - 1];
            for (int i = 0; i < points.length; i += 2) {
                double x = points[i];
                double cornerY = points[i + 1];
                if ((previousY <= y) != (cornerY <= y)) {
                    target[count++] = previousX + (y - previousY) / (cornerY - previousY) * (x - previousX);
                }
                previousX = x;
                previousY = cornerY;
            }
        }
        return count;
    }

    private static void addSpan(float[] coverage, int row, double from, double to) {
        double left = Math.max(from, 0);
        double right = Math.min(to, SIZE);
        for (int x = (int) left; x < right; x++) {
            double covered = Math.min(right, x + 1) - Math.max(left, x);
            coverage[row + x] += (float) (covered / SCANLINES);
        }
    }

    /** Covered pixels, fractions counted. */
    double area() {
        double area = 0;
        for (float c : coverage) {
            area += c;
        }
        return area;
    }

    /** What both cover, as an area; masks are taken as independent within a pixel. */
    double overlap(Mask other) {
        double area = 0;
        for (int i = 0; i < coverage.length; i++) {
            area += coverage[i] * other.coverage[i];
        }
        return area;
    }

    /** This mask with soft edges, as of a shadow. */
    Mask blurred(int passes) {
        float[] soft = coverage.clone();
        for (int i = 0; i < passes; i++) {
            Blur.binomialInPlace(soft, 0.5f);
        }
        return new Mask(soft);
    }
}
