package org.driftscope.figure.chart.line;

import java.awt.Font;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.figure.chart.plot.LabelSpace;
import org.driftscope.figure.chart.plot.Legend;
import org.driftscope.figure.chart.plot.PlacedLabel;
import org.driftscope.figure.chart.plot.PlotFrame;
import org.jspecify.annotations.Nullable;

/**
 * Where the plot and every label of a line chart go. Names stand beside their series where all of them fit, in a margin of
 * less than a fifth of the plot if need be; otherwise a legend stands in an empty part of the plot, or below it.
 */
final class LineChartLayout {
    /** The margin for names may take less than this share of the plot's width. */
    private static final double WIDEST_MARGIN = 0.19;

    /** Names that stand worse than this on average, by {@link NamePlaces}, are better off in a legend. */
    private static final double WORST = 6.5;

    /** A legend inside may take this share of the plot in width and in height. */
    private static final double LEGEND_WIDTH = 0.5;

    private static final double LEGEND_HEIGHT = 0.6;

    /** A legend below may take this share of the figure's height. */
    private static final double LEGEND_BELOW = 0.45;

    private final LineChart chart;
    private final Pen pen;
    private final double width;
    private final double height;
    private final AxisRange x;
    private final AxisRange y;

    private LineChartLayout(LineChart chart, Pen pen, double width, double height) {
        this.chart = chart;
        this.pen = pen;
        this.width = width;
        this.height = height;
        this.x = chart.xRange();
        this.y = chart.yRange();
    }

    static Result of(LineChart chart, Pen pen, double width, double height) {
        return new LineChartLayout(chart, pen, width, height).choose();
    }

    private Result choose() {
        double margin = margin();
        Result best = named(margin);
        Result without = margin > 0 && (best == null || best.cost() > 0.5 * WORST) ? named(0) : null;
        if (best == null || (without != null && without.cost() < best.cost())) {
            best = without;
        }
        return best != null && best.cost() <= WORST ? best : withLegend();
    }

    private @Nullable Result named(double right) {
        LineChartGeometry geometry = geometry(right, 0);
        LineChartLabels labels = new LineChartLabels(chart, pen, geometry, bounds(geometry));
        LabelSpace space = labels.space();
        List<@Nullable PlacedLabel> references = labels.references(space);
        if (references.contains(null)) {
            return null;
        }
        Optional<LineChartLabels.Names> names = labels.names(space);
        if (names.isEmpty()) {
            return null;
        }
        List<PlacedLabel> placed = new ArrayList<>(names.get().labels());
        references.stream().filter(Objects::nonNull).forEach(placed::add);
        placed.addAll(labels.points(names.get().space()));
        double cost = names.get().cost() / Math.max(1, names.get().labels().size());
        return new Result(geometry, placed, null, new Point2D.Double(), cost);
    }

    private Result withLegend() {
        LineChartGeometry geometry = geometry(0, 0);
        LineChartLabels labels = new LineChartLabels(chart, pen, geometry, bounds(geometry));
        LabelSpace space = labels.space();
        List<@Nullable PlacedLabel> references = labels.references(space);
        Legend legend = Legend.column(pen, entries(references));
        Rectangle2D plot = geometry.frame().plot();
        boolean small =
                legend.width() <= LEGEND_WIDTH * plot.getWidth() && legend.height() <= LEGEND_HEIGHT * plot.getHeight();
        Rectangle2D corner = small ? emptyCorner(plot, legend, space) : null;
        if (corner == null) {
            return withLegendBelow(references);
        }
        space.take(corner);
        return result(geometry, labels, space, references, legend, new Point2D.Double(corner.getX(), corner.getY()));
    }

    private @Nullable Rectangle2D emptyCorner(Rectangle2D plot, Legend legend, LabelSpace space) {
        double gap = pen.style().gap();
        double roomX = plot.getWidth() - legend.width() - gap;
        double roomY = plot.getHeight() - legend.height() - gap;
        for (double down : new double[] {1, 0, 0.5, 0.25, 0.75}) {
            for (double across : new double[] {1, 0, 0.5, 0.25, 0.75}) {
                Rectangle2D box = new Rectangle2D.Double(
                        plot.getX() + gap / 2 + across * roomX,
                        plot.getY() + gap / 2 + down * roomY,
                        legend.width(),
                        legend.height());
                if (space.free(box, owner -> false)) {
                    return box;
                }
            }
        }
        return null;
    }

    /** Room for the lines that had no label in the whole figure; if more have none in the smaller plot, room for all. */
    private Result withLegendBelow(List<@Nullable PlacedLabel> references) {
        Result result = below(shortened(entries(references)));
        return result != null
                ? result
                : Objects.requireNonNull(below(
                        shortened(entries(Collections.nCopies(chart.lines().size(), null)))));
    }

    private @Nullable Result below(Legend reserved) {
        LineChartGeometry geometry = geometry(0, reserved.height());
        LineChartLabels labels = new LineChartLabels(chart, pen, geometry, bounds(geometry));
        LabelSpace space = labels.space();
        List<@Nullable PlacedLabel> references = labels.references(space);
        Legend legend = shortened(entries(references));
        if (legend.rows() > reserved.rows()) {
            return null;
        }
        double gap = pen.style().gap();
        double centred = geometry.frame().plot().getCenterX() - legend.width() / 2;
        double left = Math.max(gap, Math.min(centred, width - gap - legend.width()));
        Point2D place = new Point2D.Double(left, height - reserved.height() - gap * 0.5);
        return result(geometry, labels, space, references, legend, place);
    }

    /** As many entries as there is room for, the last of them saying how many more there are. */
    private Legend shortened(List<Legend.Entry> entries) {
        double room = width - 2 * pen.style().gap();
        double most = height * LEGEND_BELOW;
        Legend legend = new Legend(pen, entries, room);
        int kept = entries.size();
        while (legend.height() > most && kept > 1) {
            kept--;
            List<Legend.Entry> some = new ArrayList<>(entries.subList(0, kept));
            some.add(Legend.Entry.area("and " + (entries.size() - kept) + " more", SeriesTint.OTHER));
            legend = new Legend(pen, some, room);
        }
        return legend;
    }

    private Result result(
            LineChartGeometry geometry,
            LineChartLabels labels,
            LabelSpace space,
            List<@Nullable PlacedLabel> references,
            Legend legend,
            Point2D place) {
        List<PlacedLabel> placed =
                new ArrayList<>(references.stream().filter(Objects::nonNull).toList());
        placed.addAll(labels.points(space));
        return new Result(geometry, placed, legend, place, 0);
    }

    /** Of all series, and of the lines that have no label of their own. */
    private List<Legend.Entry> entries(List<@Nullable PlacedLabel> references) {
        List<Legend.Entry> entries = new ArrayList<>();
        List<Integer> variants = chart.variants();
        for (int i = 0; i < chart.series().size(); i++) {
            LineSeries series = chart.series().get(i);
            boolean joined = series.joined() && series.points().size() > 1;
            entries.add(new Legend.Entry(series.name(), series.tint(), new Legend.Marked(variants.get(i), joined)));
        }
        for (int i = 0; i < chart.lines().size(); i++) {
            if (references.get(i) == null) {
                ReferenceLine line = chart.lines().get(i);
                entries.add(new Legend.Entry(line.label(), line.tint(), new Legend.Dashed()));
            }
        }
        return entries;
    }

    private LineChartGeometry geometry(double right, double below) {
        PlotFrame frame = PlotFrame.fit(pen, width, height - below, chart.titles(), x, y, right);
        return new LineChartGeometry(chart, pen, frame);
    }

    private Rectangle2D bounds(LineChartGeometry geometry) {
        Rectangle2D plot = geometry.frame().plot();
        double gap = pen.style().gap();
        double above = Math.min(geometry.frame().roomAbove(), gap);
        return new Rectangle2D.Double(
                plot.getX(), plot.getY() - above, width - plot.getX() - gap / 2, plot.getHeight() + above);
    }

    /** How much narrower the plot must be for names to fit beside their ends; at most what names may take. */
    private double margin() {
        Rectangle2D wide = geometry(0, 0).frame().plot();
        double most = (width - wide.getX()) * WIDEST_MARGIN / (1 + WIDEST_MARGIN);
        double needed = 0;
        for (LineSeries series : chart.series()) {
            LinePoint last = series.points().get(series.points().size() - 1);
            double beyond = beyond(wide, last, pen.bold(), series.name());
            double share = x.fraction(last.x());
            needed = beyond <= 0 || !(share > 0) ? needed : Math.max(needed, beyond / share);
        }
        return Math.min(needed, most);
    }

    private double beyond(Rectangle2D wide, LinePoint last, Font font, String name) {
        double end = wide.getX() + x.fraction(last.x()) * wide.getWidth();
        return end
                + NamePlaces.distance(pen)
                + ChartFonts.width(font, name)
                + pen.style().gap()
                - wide.getMaxX();
    }

    /**
     * Everything in its place.
     *
     * @param labels what stands in the plot or beside it
     * @param legend what is named there; null where all names stand beside their series
     * @param place the legend's upper left corner
     * @param cost how far names are from where they'd best be, on average
     */
    record Result(
            LineChartGeometry geometry, List<PlacedLabel> labels, @Nullable Legend legend, Point2D place, double cost) {
        void draw(Pen pen) {
            labels.forEach(label -> label.draw(pen));
            if (legend != null) {
                legend.draw(place.getX(), place.getY());
            }
        }
    }
}
