package org.driftscope.figure.chart.plot;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.SeriesPen;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.TextLines;

/** Samples with names, for series that can't be named where they are: in columns, or in lines where these are fewer. */
public final class Legend {
    private static final int MOST_LINES = 2;
    private static final double SLACK = 1e-6;

    private final Pen pen;
    private final List<Entry> entries;
    /** The names, those that are wider than the room in two lines. */
    private final List<List<String>> names;

    private final double room;
    private final List<Point2D> places = new ArrayList<>();
    private double width;
    private int rows;

    /** @param room the widest it may be; longer names take two lines, and what is left is cut */
    public Legend(Pen pen, List<Entry> entries, double room) {
        this.pen = pen;
        this.entries = List.copyOf(entries);
        this.room = room;
        this.names = entries.stream()
                .map(entry -> TextLines.of(entry.name(), pen.text(), room - before(entry) + SLACK, MOST_LINES))
                .toList();
        double widest = IntStream.range(0, entries.size())
                .mapToDouble(this::width)
                .max()
                .orElse(0);
        int columns =
                (int) Math.max(1, Math.min(entries.size(), Math.floor((room + between()) / (widest + between()))));
        arrange(widest, columns);
        int inColumns = rows;
        arrange(0, entries.size());
        if (rows == inColumns) {
            arrange(widest, columns);
        }
    }

    /** All of them under each other. */
    public static Legend column(Pen pen, List<Entry> entries) {
        Legend legend = new Legend(pen, entries, Double.MAX_VALUE);
        legend.arrange(0, 1);
        return legend;
    }

    /** Goes through the entries from left to right. @param least width of an entry, @param most entries in a line */
    private void arrange(double least, int most) {
        places.clear();
        width = 0;
        rows = 0;
        double x = 0;
        int inLine = 0;
        int high = 0;
        for (int i = 0; i < entries.size(); i++) {
            double own = width(i);
            if (inLine == most || (inLine > 0 && x + own > room)) {
                rows += high;
                x = 0;
                inLine = 0;
                high = 0;
            }
            high = Math.max(high, names.get(i).size());
            places.add(new Point2D.Double(x, rows * line()));
            width = Math.max(width, x + own);
            x += Math.max(own, least) + between();
            inLine++;
        }
        rows += high;
    }

    private double between() {
        return pen.style().gap() * 2;
    }

    private double width(int entry) {
        double widest = names.get(entry).stream()
                .mapToDouble(line -> ChartFonts.width(pen.text(), line))
                .max()
                .orElse(0);
        return before(entries.get(entry)) + widest;
    }

    /** The width of what stands before a name. */
    private double before(Entry entry) {
        return entry.sample().width(pen) + pen.style().gap() * 0.7;
    }

    private double line() {
        return pen.text().getSize2D() * 1.4;
    }

    public double width() {
        return width;
    }

    public double height() {
        return rows * line();
    }

    public int rows() {
        return rows;
    }

    /** Draws it. @param x left edge, y upper edge */
    public void draw(double x, double y) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            double left = x + places.get(i).getX();
            double middle = y + places.get(i).getY() + line() / 2;
            entry.sample().draw(pen, entry.tint(), left, middle);
            for (int k = 0; k < names.get(i).size(); k++) {
                pen.text(
                        names.get(i).get(k),
                        left + before(entry),
                        middle + k * line(),
                        0,
                        pen.text(),
                        pen.palette().seriesText(entry.tint()));
            }
        }
    }

    /** A name, its colour, and what stands before it. */
    public record Entry(String name, SeriesTint tint, Sample sample) {
        /** Of a series of bars or areas. */
        public static Entry area(String name, SeriesTint tint) {
            return new Entry(name, tint, new Area());
        }
    }

    /** What a series looks like, in small. */
    sealed interface Sample {
        double width(Pen pen);

        void draw(Pen pen, SeriesTint tint, double left, double middle);
    }

    private record Area() implements Sample {
        @Override
        public double width(Pen pen) {
            return Pen.capHeight(pen.text());
        }

        @Override
        public void draw(Pen pen, SeriesTint tint, double left, double middle) {
            double side = width(pen);
            pen.fill(
                    new Rectangle2D.Double(left, middle - side / 2, side, side),
                    pen.palette().series(tint));
        }
    }

    /** Of a series of points. */
    public record Marked(int variant, boolean joined) implements Sample {
        @Override
        public double width(Pen pen) {
            return joined ? pen.style().markerSize() * 2.6 : pen.style().markerSize();
        }

        @Override
        public void draw(Pen pen, SeriesTint tint, double left, double middle) {
            SeriesPen series = new SeriesPen(pen, tint, variant);
            if (joined) {
                series.join(new Line2D.Double(left, middle, left + width(pen), middle));
            }
            series.mark(left + width(pen) / 2, middle);
        }
    }

    /** Of a dashed line across the plot. */
    public record Dashed() implements Sample {
        @Override
        public double width(Pen pen) {
            return pen.style().markerSize() * 2.6;
        }

        @Override
        public void draw(Pen pen, SeriesTint tint, double left, double middle) {
            pen.dashed(
                    new Line2D.Double(left, middle, left + width(pen), middle),
                    pen.palette().series(tint),
                    pen.style().hairline() * 1.2);
        }
    }
}
