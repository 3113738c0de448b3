package org.driftscope.figure.script;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.TabledFigure;
import org.driftscope.figure.chart.TitledFigure;
import org.driftscope.figure.chart.bar.BarChart;
import org.driftscope.figure.chart.bar.BarSeries;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.line.ParetoFront;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.support.DriftscopeException;

/**
 * The plain values of a chart of lines or of bars, in the order in which they are drawn.
 *
 * @param title "" for none
 * @param caption what stands below; "" for none
 * @param xTitle of the horizontal axis
 * @param yTitle of the vertical axis; "" for bars
 * @param x visible part of the horizontal axis
 * @param y visible part of the vertical axis; of bars, their places
 * @param categories of horizontal bars, from the top; none for lines
 * @param series lines, or bars, whose values are x and whose places are y
 * @param lines dashed lines across the plot
 * @param front corners of the front that no other point beats; none where it is not drawn
 */
public record PlainPlot(
        String title,
        String caption,
        String xTitle,
        String yTitle,
        AxisRange x,
        AxisRange y,
        List<String> categories,
        List<Series> series,
        List<ReferenceLine> lines,
        List<LinePoint> front) {
    private static final List<String> COLUMNS = List.of("number", "series", "label", "x", "y", "error", "from");

    /**
     * Points that belong together.
     *
     * @param number from 1; two series may have one name
     * @param variant 0 for the first series of a tint, 1 for the next
     * @param joined whether a line joins them
     */
    public record Series(
            int number, String name, SeriesTint tint, int variant, boolean joined, List<LinePoint> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    public PlainPlot {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        lines = List.copyOf(lines);
        front = List.copyOf(front);
    }

    /**
     * The chart in a figure.
     *
     * @throws DriftscopeException where it is no single chart of lines or bars
     */
    public static PlainPlot of(Figure figure) {
        return of(figure, "", "");
    }

    private static PlainPlot of(Figure figure, String title, String caption) {
        if (figure instanceof TitledFigure titled) {
            return of(titled.figure(), titled.title(), caption);
        }
        if (figure instanceof CaptionedFigure captioned) {
            return of(captioned.figure(), title, captioned.caption());
        }
        if (figure instanceof TabledFigure tabled) {
            return of(tabled.figure(), title, caption);
        }
        if (figure instanceof LineChart chart) {
            return of(chart, title.isEmpty() ? chart.title() : title, caption);
        }
        if (figure instanceof BarChart chart) {
            return of(chart, title.isEmpty() ? chart.title() : title, caption);
        }
        throw new DriftscopeException("Only a single chart of lines or bars can be written as pgfplots or matplotlib."
                + " Save maps, tables of classes and several charts in one as SVG, PDF or PNG.");
    }

    private static PlainPlot of(LineChart chart, String title, String caption) {
        List<Series> series = new ArrayList<>();
        List<Integer> variants = chart.variants();
        for (LineSeries one : chart.series()) {
            int index = series.size();
            series.add(new Series(index + 1, one.name(), one.tint(), variants.get(index), one.joined(), one.points()));
        }
        List<LinePoint> all =
                series.stream().flatMap(one -> one.points().stream()).toList();
        return new PlainPlot(
                title,
                caption,
                chart.x().title(),
                chart.y().title(),
                chart.xRange(),
                chart.yRange(),
                List.of(),
                series,
                chart.lines(),
                chart.paretoFront() ? ParetoFront.of(all) : List.of());
    }

    private static PlainPlot of(BarChart chart, String title, String caption) {
        List<Series> series = new ArrayList<>();
        for (BarSeries one : chart.series()) {
            List<LinePoint> bars = new ArrayList<>();
            for (int i = 0; i < one.values().size(); i++) {
                if (Double.isFinite(one.values().get(i))) {
                    bars.add(new LinePoint(
                            one.values().get(i),
                            i,
                            one.errors().get(i),
                            chart.categories().get(i)));
                }
            }
            series.add(new Series(series.size() + 1, one.name(), one.tint(), 0, false, bars));
        }
        return new PlainPlot(
                title,
                caption,
                chart.valueTitle(),
                "",
                chart.valueRange(),
                AxisRange.linear(-0.5, chart.categories().size() - 0.5),
                chart.categories(),
                series,
                List.of(),
                List.of());
    }

    /** Whether these are bars. */
    public boolean isBars() {
        return !categories.isEmpty();
    }

    /** What is drawn, a row a point; lines across the plot have the number 0. */
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Series one : series) {
            for (LinePoint point : one.points()) {
                rows.add(List.of(
                        Integer.toString(one.number()),
                        one.name(),
                        point.label(),
                        FigureTable.measured(point.x()),
                        FigureTable.measured(point.y()),
                        FigureTable.measured(point.error()),
                        FigureTable.measured(point.from())));
            }
        }
        for (ReferenceLine line : lines) {
            rows.add(List.of("0", line.label(), "", "", FigureTable.measured(line.y()), "", ""));
        }
        return new FigureTable(COLUMNS, rows);
    }
}
