package org.driftscope.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.driftscope.figure.chart.bar.BarChart;
import org.driftscope.figure.chart.bar.BarSeries;
import org.driftscope.figure.chart.bar.HistogramChart;
import org.driftscope.figure.chart.bar.HistogramSeries;
import org.driftscope.figure.chart.bar.RangeChart;
import org.driftscope.figure.chart.bar.RangeRow;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.figure.chart.map.ColorBar;
import org.driftscope.figure.chart.map.ConfusionChart;
import org.driftscope.figure.chart.map.HeatmapChart;
import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.AxisSpec;

/** Figures with made-up numbers, for tests and for looking at. */
public final class SampleFigures {
    private SampleFigures() {}

    /** Four methods, close together, with clean and drifted lines. */
    public static LineChart recovery() {
        LineSeries dora = series(
                "dora", "DoRA", SeriesTint.DORA, new double[][] {{2.34, 87.1}, {4.2, 89.8}, {7.9, 90.6}, {15.2, 91.0}});
        LineSeries lora = series(
                "lora", "LoRA", SeriesTint.LORA, new double[][] {{1.9, 79.2}, {3.8, 84.5}, {7.5, 87.6}, {14.9, 89.0}});
        LineSeries magnitude =
                series("magnitude", "Magnitude only", SeriesTint.MAGNITUDE, new double[][] {{0.5, 74.1}});
        LineSeries back = series("bp", "Back-propagation", SeriesTint.BACK_PROPAGATION, new double[][] {{100, 84}});
        return new LineChart(
                "",
                new AxisSpec("Parameters updated (%)", AxisScale.LOG, 0, Double.POSITIVE_INFINITY, 1),
                AxisSpec.percent("Top-1 accuracy (%)"),
                List.of(dora, lora, magnitude, back),
                List.of(
                        new ReferenceLine("clean 91.6", 91.6, SeriesTint.CLEAN),
                        new ReferenceLine("after drift 54.2", 54.2, SeriesTint.DRIFTED)),
                true);
    }

    private static LineSeries series(String id, String name, SeriesTint tint, double[][] xy) {
        List<LinePoint> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i++) {
            String label = xy.length == 1 ? "" : (i == 0 ? "r = 1" : Integer.toString(1 << i));
            points.add(new LinePoint(xy[i][0], xy[i][1], 0.9, label));
        }
        return new LineSeries(id, name, tint, true, points);
    }

    /** Accuracy falling with drift, and what calibration keeps. */
    public static LineChart drift() {
        List<LinePoint> drifted = IntStream.rangeClosed(0, 8)
                .mapToObj(i -> new LinePoint(5 * i, 91.6 - 1.1 * i * i, 0.5 + 0.3 * i, ""))
                .toList();
        List<LinePoint> calibrated = IntStream.rangeClosed(0, 8)
                .mapToObj(i -> new LinePoint(5 * i, 91.6 - 0.12 * i * i, 0.4, ""))
                .toList();
        return new LineChart(
                "",
                AxisSpec.linear("Relative drift σ/G (%)"),
                AxisSpec.percent("Top-1 accuracy (%)"),
                List.of(
                        new LineSeries("drifted", "drifted", SeriesTint.DRIFTED, true, drifted),
                        new LineSeries("calibrated", "DoRA, r = 2", SeriesTint.DORA, true, calibrated)),
                List.of(new ReferenceLine("clean 91.6", 91.6, SeriesTint.CLEAN)),
                false);
    }

    /** Feature error of 20 layers. */
    public static BarChart layers() {
        List<String> names = IntStream.range(0, 20)
                .mapToObj(i -> "layer" + (1 + i / 7) + "." + (i % 7) / 2 + ".conv" + (1 + i % 2))
                .toList();
        Random random = new Random(3);
        List<Double> before =
                names.stream().map(n -> 0.2 + 0.3 * random.nextDouble()).toList();
        List<Double> after = before.stream().map(v -> v * 0.3).toList();
        return new BarChart(
                "",
                "Relative feature error",
                names,
                List.of(
                        new BarSeries("before", "after drift", SeriesTint.DRIFTED, before),
                        new BarSeries("after", "after calibration", SeriesTint.DORA, after)));
    }

    /** Ten classes. */
    public static ConfusionChart confusion() {
        List<String> classes =
                List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
        Random random = new Random(5);
        int[][] counts = new int[10][10];
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                counts[i][j] = i == j ? 140 + random.nextInt(40) : random.nextInt(9);
            }
        }
        return new ConfusionChart("", classes, counts, SeriesTint.DRIFTED);
    }

    /** Conductances before and after. */
    public static HistogramChart histogram() {
        List<Double> edges = IntStream.rangeClosed(0, 40).mapToObj(i -> i * 2.5).toList();
        List<Long> before = IntStream.range(0, 40)
                .mapToObj(i -> Math.round(3000 * Math.exp(-i / 8.0)))
                .toList();
        List<Long> after = IntStream.range(0, 40)
                .mapToObj(i -> Math.round(2600 * Math.exp(-i / 9.0)))
                .toList();
        return new HistogramChart(
                "",
                "Conductance (µS)",
                edges,
                List.of(
                        new HistogramSeries("target", "target", SeriesTint.CLEAN, before),
                        new HistogramSeries("drifted", "drifted", SeriesTint.DRIFTED, after)));
    }

    /** Values over decades, one of which is nothing. */
    public static RangeChart ranges() {
        return new RangeChart(
                "",
                "Energy (nJ)",
                List.of(
                        new RangeRow("cells", SeriesTint.CLEAN, 12, 3, 1300, "12 nJ"),
                        new RangeRow("ADCs", SeriesTint.CLEAN, 450, 450, 4500, "450 nJ"),
                        new RangeRow("bias", SeriesTint.DORA, 0, 0, 0, "0")));
    }

    /** A small matrix in grey levels. */
    public static HeatmapChart heatmap(int rows, int cols) {
        int[] argb = new int[rows * cols];
        float[] values = new float[rows * cols];
        for (int i = 0; i < argb.length; i++) {
            int level = (i * 37) % 256;
            argb[i] = 0xFF000000 | level * 0x010101;
            values[i] = level / 255f * 60 - 30;
        }
        int[] ramp = IntStream.range(0, 256).map(v -> 0xFF000000 | v * 0x010101).toArray();
        return new HeatmapChart(
                "Drifted − target",
                "Column (output)",
                "Row (input)",
                rows,
                cols,
                argb,
                values,
                new ColorBar("Change (µS)", -30, 30, ramp));
    }
}
