package org.driftscope.figure.chart.line;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.Ink;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.line.LineChartGeometry.Spot;
import org.driftscope.figure.chart.plot.LabelSpace;
import org.driftscope.figure.chart.plot.PlacedLabel;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which line charts are labelled: names beside their series or led to them by a thin line, names of
 * reference lines, and notes at points. No label touches a mark, a line, an error bar or another label, and each is nearer
 * to its own series than to any other or has a line that leads there. What does not fit is not drawn here.
 */
final class LineChartLabels {
    /** How much farther than its own series every other one must be, for a name without a leader. */
    private static final double NEARER = 1.3;

    /** What crossing a line costs a leader. */
    private static final double CROSSING = 2.5;

    private final LineChart chart;
    private final Pen pen;
    private final LineChartGeometry geometry;
    private final Rectangle2D bounds;

    /** @param bounds labels lie inside */
    LineChartLabels(LineChart chart, Pen pen, LineChartGeometry geometry, Rectangle2D bounds) {
        this.chart = chart;
        this.pen = pen;
        this.geometry = geometry;
        this.bounds = bounds;
    }

    /** An empty plot with all that labels must keep away from. */
    LabelSpace space() {
        return new LabelSpace(bounds, pen.style().gap() * 0.3, geometry.inks());
    }

    /** The reference lines' names; null for each that has no room. */
    List<@Nullable PlacedLabel> references(LabelSpace space) {
        List<@Nullable PlacedLabel> labels = new ArrayList<>();
        for (int i = 0; i < chart.lines().size(); i++) {
            labels.add(reference(i, space));
        }
        return labels;
    }

    private @Nullable PlacedLabel reference(int index, LabelSpace space) {
        ReferenceLine line = chart.lines().get(index);
        Font font = pen.small();
        Rectangle2D plot = geometry.frame().plot();
        double y = geometry.reference(line).getY1();
        double away = pen.style().gap() * 0.35 + pen.style().hairline();
        Rectangle2D size = PlacedLabel.box(line.label(), font, 0, 0);
        double room = plot.getWidth() - size.getWidth() - 2 * away;
        int owner = LabelSpace.REFERENCES + index;
        for (double share : new double[] {0, 1, 0.5, 0.25, 0.75, 0.12, 0.88, 0.38, 0.62}) {
            for (double top : new double[] {y - away - size.getHeight(), y + away}) {
                Rectangle2D box = PlacedLabel.box(line.label(), font, plot.getX() + away + share * room, top);
                if (room >= 0
                        && space.free(box, own -> own == owner)
                        && nearest(box, owner, LineChartLabels::isReference, space, 1)) {
                    space.take(box);
                    return new PlacedLabel(line.label(), owner, font, line.tint(), box, null);
                }
            }
        }
        return null;
    }

    /** Whether what an owner drew is nearer to a box, by a factor, than what any of the others drew. */
    private boolean nearest(Rectangle2D box, int owner, IntPredicate others, LabelSpace space, double factor) {
        double own = space.toOwner(box, other -> other == owner);
        double other = space.toOwner(box, each -> each != owner && others.test(each));
        return other > own * factor + pen.style().hairline();
    }

    private static boolean isReference(int owner) {
        return owner >= LabelSpace.REFERENCES;
    }

    /** The names of all series, or nothing where one of them has no place; {@code space} then has some of them. */
    Optional<Names> names(LabelSpace empty) {
        List<Integer> given = IntStream.range(0, chart.series().size())
                .filter(i -> !chart.series().get(i).name().isBlank()
                        && !geometry.spots(i).isEmpty())
                .boxed()
                .toList();
        List<Integer> downwards = new ArrayList<>(given);
        downwards.sort(Comparator.comparingDouble(this::endHeight));
        List<Integer> upwards = new ArrayList<>(downwards);
        Collections.reverse(upwards);
        Names best = null;
        for (List<Integer> order : List.of(given, downwards, upwards)) {
            Names names = inOrder(new ArrayList<>(order), empty);
            if (names != null && (best == null || names.cost() < best.cost())) {
                best = names;
            }
        }
        return Optional.ofNullable(best);
    }

    private double endHeight(int series) {
        List<Spot> spots = geometry.spots(series);
        return spots.get(spots.size() - 1).y();
    }

    /** Tries again with a name first that found no place, a few times. */
    private @Nullable Names inOrder(List<Integer> order, LabelSpace empty) {
        for (int attempt = 0; attempt < 3; attempt++) {
            LabelSpace space = empty.copy();
            List<PlacedLabel> labels = new ArrayList<>();
            double cost = 0;
            int failed = -1;
            for (int series : order) {
                NamePlaces.@Nullable Place place = place(series, space);
                if (place == null) {
                    failed = series;
                    break;
                }
                cost += place.cost();
                labels.add(label(series, place));
            }
            if (failed < 0) {
                return new Names(labels, space, cost);
            }
            order.remove(Integer.valueOf(failed));
            order.add(0, failed);
        }
        return null;
    }

    private PlacedLabel label(int series, NamePlaces.Place place) {
        LineSeries one = chart.series().get(series);
        return new PlacedLabel(one.name(), series, pen.bold(), one.tint(), place.box(), place.leader());
    }

    private NamePlaces.@Nullable Place place(int series, LabelSpace space) {
        String name = chart.series().get(series).name();
        NamePlaces.@Nullable Place best = null;
        for (NamePlaces.Place place : new NamePlaces(geometry, pen, bounds).of(series, name, pen.bold())) {
            if (best != null && place.cost() >= best.cost()) {
                break;
            }
            int crossings = allowed(place, series, space);
            double cost = place.cost() + crossings * CROSSING;
            if (crossings >= 0 && (best == null || cost < best.cost())) {
                best = new NamePlaces.Place(place.box(), place.leader(), cost);
            }
        }
        if (best != null) {
            space.take(best.box());
            if (best.leader() != null) {
                space.take(best.leader());
            }
        }
        return best;
    }

    /** Lines crossed, 0 for a name without a leader; -1 where the name can't stand. */
    private int allowed(NamePlaces.Place place, int series, LabelSpace space) {
        if (!space.free(place.box(), owner -> false)) {
            return -1;
        }
        if (place.leader() != null) {
            return space.crossings(place.leader());
        }
        return nearest(place.box(), series, owner -> owner >= 0, space, NEARER) ? 0 : -1;
    }

    /** Notes at points, where they fit; pointing at a mark tells the same. */
    List<PlacedLabel> points(LabelSpace space) {
        List<PlacedLabel> labels = new ArrayList<>();
        for (int series = 0; series < chart.series().size(); series++) {
            for (Spot spot : geometry.spots(series)) {
                if (!spot.point().label().isEmpty()) {
                    PlacedLabel label = point(series, spot, space);
                    if (label != null) {
                        labels.add(label);
                    }
                }
            }
        }
        return labels;
    }

    private @Nullable PlacedLabel point(int series, Spot spot, LabelSpace space) {
        Font font = pen.small();
        String text = spot.point().label();
        Ink mark = Ink.mark(series, spot.x(), spot.y(), geometry.markReach());
        for (Rectangle2D box : around(spot, text, font)) {
            boolean own = space.toOtherMarks(box, mark) > mark.distance(box) * NEARER;
            if (own
                    && space.free(box, owner -> owner == series)
                    && nearest(box, series, owner -> owner >= 0 && !isReference(owner), space, NEARER)) {
                space.take(box);
                return new PlacedLabel(
                        text, series, font, chart.series().get(series).tint(), box, null);
            }
        }
        return null;
    }

    /** Places below, above, and so on around a point. */
    private List<Rectangle2D> around(Spot spot, String text, Font font) {
        double w = ChartFonts.width(font, text);
        double h = PlacedLabel.height(font);
        double away = pen.style().markerSize() / 2 + pen.style().gap() * 0.5;
        double below = Math.max(spot.y() + away, spot.bottom() + pen.style().gap() * 0.4);
        double above = Math.min(spot.y() - away, spot.top() - pen.style().gap() * 0.4) - h;
        List<Rectangle2D> places = new ArrayList<>();
        places.add(new Rectangle2D.Double(spot.x() - w / 2, below, w, h));
        places.add(new Rectangle2D.Double(spot.x() - w / 2, above, w, h));
        for (double lift : new double[] {0, 0.7, -0.7, 1.2, -1.2}) {
            places.add(new Rectangle2D.Double(spot.x() + away, spot.y() - h / 2 + lift * h, w, h));
            places.add(new Rectangle2D.Double(spot.x() - away - w, spot.y() - h / 2 + lift * h, w, h));
        }
        return places;
    }

    /**
     * Names with their places.
     *
     * @param space with the names taken
     * @param cost the sum of what the places cost
     */
    record Names(List<PlacedLabel> labels, LabelSpace space, double cost) {}
}
