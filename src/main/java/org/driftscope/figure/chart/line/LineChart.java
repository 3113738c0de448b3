package org.driftscope.figure.chart.line;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.figure.chart.plot.PlotFrame;

/**
 * Series of points with error bars over two axes, named beside their lines, or in a legend where that is too crowded.
 *
 * @param title may be empty: nothing is drawn then
 * @param x horizontal axis
 * @param y vertical axis
 * @param series drawn in this order
 * @param lines dashed lines across the plot
 * @param paretoFront whether a staircase joins the points that no other beats (less x, more y)
 */
public record LineChart(
        String title, AxisSpec x, AxisSpec y, List<LineSeries> series, List<ReferenceLine> lines, boolean paretoFront)
        implements Figure {
    public LineChart {
        series = List.copyOf(series);
        lines = List.copyOf(lines);
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        return new LineChartDrawing(this, new Pen(graphics, theme), width, height).draw();
    }

    /** The visible part of the horizontal axis. */
    public AxisRange xRange() {
        return AxisRange.around(x, points().mapToDouble(LinePoint::x));
    }

    /** The visible part of the vertical axis: with error bars, stems and lines across. */
    public AxisRange yRange() {
        DoubleStream marks =
                points().flatMapToDouble(p -> DoubleStream.of(p.y() - p.error(), p.y() + p.error(), p.from()));
        return AxisRange.around(y, DoubleStream.concat(marks, lines.stream().mapToDouble(ReferenceLine::y)));
    }

    /** In which of its looks each series is drawn: series of one tint in turn. */
    public List<Integer> variants() {
        Map<SeriesTint, Integer> seen = new EnumMap<>(SeriesTint.class);
        return series.stream()
                .map(one -> seen.merge(one.tint(), 1, Integer::sum) - 1)
                .toList();
    }

    Stream<LinePoint> points() {
        return series.stream().flatMap(one -> one.points().stream());
    }

    PlotFrame.Titles titles() {
        return new PlotFrame.Titles(title, x.title(), y.title());
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (LineSeries one : series) {
            for (LinePoint point : one.points()) {
                rows.add(List.of(
                        one.name(),
                        point.label(),
                        FigureTable.measured(point.x()),
                        FigureTable.measured(point.y()),
                        FigureTable.measured(point.error())));
            }
        }
        for (ReferenceLine line : lines) {
            rows.add(List.of(line.label(), "", "", FigureTable.measured(line.y()), ""));
        }
        return new FigureTable(List.of("series", "label", x.title(), y.title(), "error of " + y.title()), rows);
    }
}
