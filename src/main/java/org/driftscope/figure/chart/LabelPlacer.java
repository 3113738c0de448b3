package org.driftscope.figure.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds places for labels that cover neither marks nor each other.
 *
 * <p>Greedy: labels placed first get the better places. For each, the candidate that covers least is taken, earlier
 * candidates winning ties.
 */
final class LabelPlacer {
    private final Rectangle2D bounds;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** @param bounds labels must lie inside */
    LabelPlacer(Rectangle2D bounds) {
        this.bounds = bounds;
    }

    /** Keeps labels away from a box. */
    void block(double x, double y, double width, double height) {
        taken.add(new Rectangle2D.Double(x, y, width, height));
    }

    /** Keeps labels away from a line, approximately: a chain of boxes as thick as the line. */
    void blockLine(double x1, double y1, double x2, double y2, double thickness) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        int pieces = Math.max(1, (int) Math.ceil(length / (2 * thickness)));
        for (int i = 0; i <= pieces; i++) {
            double x = x1 + (x2 - x1) * i / pieces;
            double y = y1 + (y2 - y1) * i / pieces;
            block(x - thickness / 2, y - thickness / 2, thickness, thickness);
        }
    }

    /**
     * Takes the best of the candidates.
     *
     * @param tolerated the share of the label, 0 to 1, that may cover something
     * @return the place, now taken; empty where all candidates cover too much
     */
    Optional<Rectangle2D> place(List<Rectangle2D> candidates, double tolerated) {
        Rectangle2D best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Rectangle2D candidate : candidates) {
            double cost = covered(candidate);
            if (cost < least - 1e-9) {
                least = cost;
                best = candidate;
            }
        }
        if (best == null || least > tolerated * best.getWidth() * best.getHeight()) {
            return Optional.empty();
        }
        taken.add(best);
        return Optional.of(best);
    }

    private double covered(Rectangle2D label) {
        if (!bounds.contains(label)) {
            return Double.POSITIVE_INFINITY;
        }
        double area = 0;
        for (Rectangle2D other : taken) {
            double w = Math.min(label.getMaxX(), other.getMaxX()) - Math.max(label.getX(), other.getX());
            double h = Math.min(label.getMaxY(), other.getMaxY()) - Math.max(label.getY(), other.getY());
            area += w > 0 && h > 0 ? w * h : 0;
        }
        return area;
    }
}
