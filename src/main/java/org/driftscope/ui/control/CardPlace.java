package org.driftscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.Side;

/** Where a card goes: beside what it explains, and inside the screen or window. All lengths in px. */
public final class CardPlace {
    private static final double GAP = 8;
    /** One pixel of the control itself counts as much as so many of what else should stay in sight. */
    private static final double CONTROL_WEIGHT = 1000;

    private CardPlace() {}

    /** As below, with nothing else to keep in sight. */
    public static Point2D beside(Bounds area, double width, double height, Rectangle2D screen, Side wanted) {
        return beside(area, List.of(), width, height, screen, wanted);
    }

    /**
     * The upper left corner of a card. It does not touch the area as long as any side of it has room for the card, and
     * covers as little as possible of what else should stay in sight.
     *
     * @param others should stay in sight as well
     * @param screen the card stays inside
     * @param wanted the side that is taken if it is as good as others; then the one across, then the others
     */
    public static Point2D beside(
            Bounds area, List<Bounds> others, double width, double height, Rectangle2D screen, Side wanted) {
        Point2D best = Point2D.ZERO;
        double least = Double.POSITIVE_INFINITY;
        for (Side side : order(wanted)) {
            for (Point2D place : along(area, others, width, height, side)) {
                double x = within(place.getX(), width, screen.getMinX(), screen.getMaxX());
                double y = within(place.getY(), height, screen.getMinY(), screen.getMaxY());
                double covered = CONTROL_WEIGHT * covered(area, x, y, width, height);
                for (Bounds other : others) {
                    covered += covered(other, x, y, width, height);
                }
                if (covered < least) {
                    least = covered;
                    best = new Point2D(x, y);
                }
            }
        }
        return best;
    }

    private static List<Side> order(Side wanted) {
        return switch (wanted) {
            case LEFT -> List.of(Side.LEFT, Side.RIGHT, Side.BOTTOM, Side.TOP);
            case RIGHT -> List.of(Side.RIGHT, Side.LEFT, Side.BOTTOM, Side.TOP);
            case BOTTOM -> List.of(Side.BOTTOM, Side.TOP, Side.LEFT, Side.RIGHT);
            case TOP -> List.of(Side.TOP, Side.BOTTOM, Side.LEFT, Side.RIGHT);
        };
    }

    /**
     * At one side of an area: flush with its start, with its end, in the middle, and before or behind what else should
     * stay in sight.
     */
    private static List<Point2D> along(Bounds area, List<Bounds> others, double width, double height, Side side) {
        List<Point2D> places = new ArrayList<>();
        for (double share : new double[] {0, 1, 0.5}) {
            places.add(at(
                    area,
                    width,
                    height,
                    side,
                    area.getMinX() + share * (area.getWidth() - width),
                    area.getMinY() + share * (area.getHeight() - height)));
        }
        for (Bounds other : others) {
            places.add(at(area, width, height, side, other.getMaxX() + GAP, other.getMaxY() + GAP));
            places.add(at(area, width, height, side, other.getMinX() - GAP - width, other.getMinY() - GAP - height));
        }
        return places;
    }

    /** @param x of a card above or below, kept near the area; y likewise of one beside it */
    private static Point2D at(Bounds area, double width, double height, Side side, double x, double y) {
        double across = within(x, 0, area.getMinX() - GAP - width, area.getMaxX() + GAP);
        double down = within(y, 0, area.getMinY() - GAP - height, area.getMaxY() + GAP);
        return switch (side) {
            case LEFT -> new Point2D(area.getMinX() - GAP - width, down);
            case RIGHT -> new Point2D(area.getMaxX() + GAP, down);
            case TOP -> new Point2D(across, area.getMinY() - GAP - height);
            case BOTTOM -> new Point2D(across, area.getMaxY() + GAP);
        };
    }

    /** Area that a card at a place has in common with something, px squared. */
    private static double covered(Bounds area, double x, double y, double width, double height) {
        double across = Math.min(area.getMaxX(), x + width) - Math.max(area.getMinX(), x);
        double down = Math.min(area.getMaxY(), y + height) - Math.max(area.getMinY(), y);
        return Math.max(0, across) * Math.max(0, down);
    }

    private static double within(double start, double length, double least, double most) {
        return Math.max(least, Math.min(start, most - length));
    }
}
