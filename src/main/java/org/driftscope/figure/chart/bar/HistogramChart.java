package org.driftscope.figure.chart.bar;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.figure.chart.plot.Legend;
import org.driftscope.figure.chart.plot.PlotFrame;
import org.driftscope.figure.raster.Histogram;
import org.driftscope.figure.raster.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * Distributions over common bins, as outlines so that they can be compared, on a logarithmic axis as on the screen: most cells of
 * many layers lie in one bin.
 *
 * @param title may be empty: nothing is drawn then
 * @param valueTitle the binned quantity with unit
 * @param counted what is counted, in the plural and sentence case, e.g. "Cells"
 * @param edges rising borders of the bins, one more than there are bins
 * @param series drawn in this order; the first one filled
 * @param band of values whose ends are marked; null for none
 */
public record HistogramChart(
        String title,
        String valueTitle,
        String counted,
        List<Double> edges,
        List<HistogramSeries> series,
        @Nullable Band band)
        implements Figure {

    private static final SeriesTint BAND = SeriesTint.DORA;

    /** A range of values with a name. */
    public record Band(String name, double low, double high) {}

    /** Of cells. */
    public HistogramChart(String title, String valueTitle, List<Double> edges, List<HistogramSeries> series) {
        this(title, valueTitle, "Cells", edges, series, null);
    }

    public HistogramChart {
        edges = List.copyOf(edges);
        series = List.copyOf(series);
        for (HistogramSeries one : series) {
            if (one.counts().size() != edges.size() - 1) {
                throw new IllegalArgumentException("Series " + one.name() + " has "
                        + one.counts().size() + " counts for " + edges.size() + " edges");
            }
        }
    }

    /**
     * The chart of a histogram before and after drift.
     *
     * @param valueTitle the binned quantity with unit; what lies beyond the range is said behind it
     */
    public static HistogramChart of(String title, String valueTitle, Histogram histogram) {
        List<Double> edges = IntStream.rangeClosed(0, histogram.bins())
                .mapToObj(histogram::edge)
                .toList();
        return new HistogramChart(
                title,
                valueTitle + ValueRange.beyond(histogram.shareBeyond()),
                edges,
                List.of(
                        new HistogramSeries("target", "target", SeriesTint.CLEAN, counts(histogram.before())),
                        new HistogramSeries("drifted", "drifted", SeriesTint.DRIFTED, counts(histogram.after()))));
    }

    private static List<Long> counts(int[] counts) {
        return Arrays.stream(counts).mapToObj(Long::valueOf).toList();
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        Pen pen = new Pen(graphics, theme);
        pen.background(width, height);
        PlotFrame.Titles titles = new PlotFrame.Titles(title.isEmpty() ? " " : title, valueTitle, countTitle());
        double[] bounds =
                edges.isEmpty() ? new double[] {0, 1} : new double[] {edges.get(0), edges.get(edges.size() - 1)};
        AxisRange x = new AxisRange(AxisScale.LINEAR, bounds[0], Math.max(bounds[1], bounds[0] + Double.MIN_NORMAL));
        PlotFrame frame = PlotFrame.fit(pen, width, height, titles, x, countRange(), 0);
        frame.draw(titles);
        List<HitArea> hits = new ArrayList<>();
        for (int s = 0; s < series.size(); s++) {
            drawSeries(series.get(s), s == 0, pen, frame, hits);
        }
        List<Legend.Entry> names = new ArrayList<>(series.stream()
                .map(one -> Legend.Entry.area(one.name(), one.tint()))
                .toList());
        Band marked = band;
        if (marked != null) {
            drawBand(marked, pen, frame);
            names.add(new Legend.Entry(marked.name(), BAND, new Legend.Dashed()));
        }
        Legend legend = new Legend(pen, names, frame.plot().getWidth());
        legend.draw(frame.plot().getMaxX() - legend.width(), pen.style().gap() * 0.6);
        return hits;
    }

    private String countTitle() {
        return counted + " (log scale)";
    }

    private static void drawBand(Band band, Pen pen, PlotFrame frame) {
        for (double end : List.of(band.low(), band.high())) {
            double x = frame.x(end);
            Line2D line =
                    new Line2D.Double(x, frame.plot().getY(), x, frame.plot().getMaxY());
            pen.dashed(line, pen.palette().series(BAND), pen.style().lineWidth());
        }
    }

    private AxisRange countRange() {
        AxisSpec axis = new AxisSpec(countTitle(), AxisScale.COUNTS, 0, Double.POSITIVE_INFINITY, 1);
        DoubleStream counts =
                series.stream().flatMapToDouble(one -> one.counts().stream().mapToDouble(Long::doubleValue));
        return AxisRange.around(axis, DoubleStream.concat(DoubleStream.of(0), counts));
    }

    private void drawSeries(HistogramSeries one, boolean filled, Pen pen, PlotFrame frame, List<HitArea> hits) {
        Path2D path = new Path2D.Double();
        double floor = frame.plot().getMaxY();
        path.moveTo(frame.x(edges.get(0)), floor);
        for (int bin = 0; bin < one.counts().size(); bin++) {
            double from = frame.x(edges.get(bin));
            double to = frame.x(edges.get(bin + 1));
            double y = frame.y(one.counts().get(bin));
            path.lineTo(from, y);
            path.lineTo(to, y);
            hits.add(new HitArea(one.id(), bin, (from + to) / 2, (y + floor) / 2, (to - from) / 2, (floor - y) / 2));
        }
        path.lineTo(frame.x(edges.get(edges.size() - 1)), floor);
        Color color = pen.palette().series(one.tint());
        if (filled) {
            pen.fill(path, ChartPalette.mix(pen.palette().background(), color, 0.3));
        }
        pen.outline(path, color, pen.style().lineWidth() * 0.8);
    }

    @Override
    public FigureTable table() {
        List<String> columns = new ArrayList<>(List.of("from " + valueTitle, "to " + valueTitle));
        series.forEach(one -> columns.add(one.name()));
        List<List<String>> rows = new ArrayList<>();
        for (int bin = 0; bin + 1 < edges.size(); bin++) {
            List<String> row = new ArrayList<>(
                    List.of(FigureTable.measured(edges.get(bin)), FigureTable.measured(edges.get(bin + 1))));
            for (HistogramSeries one : series) {
                row.add(Long.toString(one.counts().get(bin)));
            }
            rows.add(row);
        }
        return new FigureTable(columns, rows);
    }
}
