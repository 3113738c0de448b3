package org.driftscope.figure.chart.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.driftscope.figure.chart.Ink;

/** What labels may not touch: marks, lines, each other, and the edges of the room that is theirs. */
public final class LabelSpace {
    /** Owner of lines that belong to no series and need no label, as a Pareto front. */
    public static final int NOBODY = -1;

    /** Owners of reference lines count on from here. */
    public static final int REFERENCES = 1_000;

    private final Rectangle2D bounds;
    private final double pad;
    private final List<Ink> inks;
    private final List<Rectangle2D> boxes = new ArrayList<>();
    private final List<Ink> leaders = new ArrayList<>();

    /**
     * @param bounds labels lie inside
     * @param pad what stays free around every label
     * @param inks what is drawn
     */
    public LabelSpace(Rectangle2D bounds, double pad, List<Ink> inks) {
        this.bounds = bounds;
        this.pad = pad;
        this.inks = inks;
    }

    /** The same things drawn, and the labels that were placed so far. */
    public LabelSpace copy() {
        LabelSpace copy = new LabelSpace(bounds, pad, inks);
        copy.boxes.addAll(boxes);
        copy.leaders.addAll(leaders);
        return copy;
    }

    /** Whether a label can stand here. @param mayTouch owners of what it may come nearer to than the pad, not overlap */
    public boolean free(Rectangle2D box, IntPredicate mayTouch) {
        if (!bounds.contains(box)) {
            return false;
        }
        Rectangle2D wide = grown(box, pad);
        for (Rectangle2D other : boxes) {
            if (wide.intersects(other)) {
                return false;
            }
        }
        return clear(box, mayTouch, inks) && clear(box, owner -> false, leaders);
    }

    private boolean clear(Rectangle2D box, IntPredicate mayTouch, List<Ink> lines) {
        for (Ink ink : lines) {
            double distance = ink.distance(box);
            if (distance < pad && (distance == 0 || !mayTouch.test(ink.owner()))) {
                return false;
            }
        }
        return true;
    }

    /** From a box to the nearest of what an owner drew. */
    public double toOwner(Rectangle2D box, IntPredicate owner) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Ink ink : inks) {
            if (owner.test(ink.owner())) {
                nearest = Math.min(nearest, ink.distance(box));
            }
        }
        return nearest;
    }

    /** From a box to the nearest mark that is not the given one. */
    public double toOtherMarks(Rectangle2D box, Ink mark) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Ink ink : inks) {
            if (ink.isMark() && !ink.equals(mark)) {
                nearest = Math.min(nearest, ink.distance(box));
            }
        }
        return nearest;
    }

    /** How many lines a leader crosses; -1 where it may not run: over a label, another's mark or another leader. */
    public int crossings(Ink leader) {
        for (Rectangle2D box : boxes) {
            if (leader.distance(box) < pad) {
                return -1;
            }
        }
        for (Ink other : leaders) {
            if (leader.distance(other) < pad) {
                return -1;
            }
        }
        int crossed = 0;
        for (Ink ink : inks) {
            boolean near = ink.owner() != leader.owner() && leader.distance(ink) < (ink.isMark() ? pad : 1e-9);
            if (near && ink.isMark()) {
                return -1;
            }
            crossed += near ? 1 : 0;
        }
        return crossed;
    }

    public void take(Rectangle2D box) {
        boxes.add(box);
    }

    public void take(Ink leader) {
        leaders.add(leader);
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }
}
