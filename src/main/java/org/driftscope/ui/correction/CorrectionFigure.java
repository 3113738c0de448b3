package org.driftscope.ui.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.calibration.ErrorSpectrum;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureColumn;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.figure.chart.map.HeatmapRow;
import org.driftscope.figure.chart.map.HeatmapRow.Panel;
import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.figure.raster.CellGrid;
import org.driftscope.figure.raster.ColorMap;
import org.driftscope.figure.raster.HeatmapFigure;
import org.driftscope.figure.raster.ValueRange;

/** Error, correction and what is left as maps; the error term by term, and the factors themselves. */
final class CorrectionFigure {
    /** Of the cells that the colours reach; the rest is said to lie beyond. */
    private static final double SHARE = 0.995;

    private static final String ROWS = "Row (input)";
    private static final String COLUMNS = "Column (output)";

    private CorrectionFigure() {}

    static Figure of(LayerCorrection seen) {
        List<Figure> parts = new ArrayList<>(List.of(maps(seen)));
        if (!seen.errors().isEmpty()) {
            parts.add(errors(seen));
        }
        if (seen.spectrum() != null) {
            parts.add(spectrum(seen.spectrum()));
        }
        LowRankAdapter adapter = seen.adapter();
        if (adapter != null && adapter.rank() > 0) {
            int width = adapter.groups() * adapter.rank();
            parts.add(factor("A", adapter.a(), adapter.rows(), width, ROWS, "Term"));
            parts.add(factor("B", adapter.b(), adapter.rank(), adapter.cols(), "Term", COLUMNS));
        }
        if (adapter != null && (adapter.isDora() || adapter.bias().length > 0)) {
            parts.add(columns(adapter));
        }
        return new FigureColumn("Correction of " + seen.layer(), parts);
    }

    private static Figure maps(LayerCorrection seen) {
        float[] error = difference(seen.clean(), seen.drifted());
        WeightMatrix corrected = seen.corrected();
        ValueRange range = ValueRange.symmetricFor(SHARE, error);
        List<Panel> panels = new ArrayList<>(List.of(panel("Error: clean \u2212 drifted", error, seen, range)));
        if (corrected != null) {
            panels.add(panel("Added: corrected \u2212 drifted", difference(corrected, seen.drifted()), seen, range));
            panels.add(panel("Left: clean \u2212 corrected", difference(seen.clean(), corrected), seen, range));
        }
        return new HeatmapRow("", panels);
    }

    private static Panel panel(String name, float[] values, LayerCorrection seen, ValueRange range) {
        CellGrid grid = new CellGrid(seen.clean().rows(), seen.clean().cols(), values);
        return panel(name, new HeatmapFigure(name, grid, ColorMap.BLUE_RED, range, "Weight", "", COLUMNS, ROWS));
    }

    private static float[] difference(WeightMatrix of, WeightMatrix less) {
        float[] values = of.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] -= less.values()[i];
        }
        return values;
    }

    private static Figure factor(String name, float[] values, int rows, int cols, String y, String x) {
        HeatmapFigure map = new HeatmapFigure(
                name,
                new CellGrid(rows, cols, values),
                ColorMap.BLUE_RED,
                ValueRange.symmetric(values),
                "Entry of " + name,
                "",
                x,
                y);
        return new HeatmapRow("", List.of(panel(name + ", " + rows + " \u00d7 " + cols, map)));
    }

    /** Says below the bar what the colours stand for: weights have no unit. */
    private static Panel panel(String name, HeatmapFigure map) {
        Panel plain = Panel.of(name, map);
        return new Panel(plain.name(), plain.map(), map.quantity(), plain.note());
    }

    private static Figure errors(LayerCorrection seen) {
        List<LinePoint> points = IntStream.range(0, seen.errors().size())
                .mapToObj(k -> LinePoint.at(k, 100 * seen.errors().get(k)))
                .toList();
        return new LineChart(
                "",
                AxisSpec.linear("Terms of A B that are added up"),
                new AxisSpec("Feature error (%)", AxisSpec.percent("").scale(), 0, Double.POSITIVE_INFINITY, 1e-9),
                List.of(new LineSeries("terms", "with the correction", SeriesTint.DORA, true, points)),
                List.of(new ReferenceLine("before", 100 * seen.before(), SeriesTint.DRIFTED)),
                false);
    }

    private static Figure spectrum(ErrorSpectrum spectrum) {
        return new LineChart(
                "",
                AxisSpec.linear("First terms, of " + spectrum.terms()),
                AxisSpec.percent("Share of the squared error (%)"),
                List.of(
                        shares("outputs", "as the outputs see it", SeriesTint.DORA, spectrum.outputs()),
                        shares("weights", "of the weights", SeriesTint.DRIFTED, spectrum.weights())),
                List.of(),
                false);
    }

    private static LineSeries shares(String id, String name, SeriesTint tint, double[] cumulative) {
        return new LineSeries(
                id,
                name,
                tint,
                true,
                IntStream.range(0, cumulative.length)
                        .mapToObj(i -> LinePoint.at(i + 1, 100 * cumulative[i]))
                        .toList());
    }

    private static Figure columns(LowRankAdapter adapter) {
        List<LineSeries> series = new ArrayList<>();
        if (adapter.isDora()) {
            series.add(byColumn("magnitude", "magnitude m", SeriesTint.MAGNITUDE, adapter.magnitude()));
        }
        if (adapter.bias().length > 0) {
            series.add(byColumn("bias", "bias", SeriesTint.BIAS, adapter.bias()));
        }
        // no tick stands for a column that is not there
        AxisSpec columns = new AxisSpec(COLUMNS, AxisScale.LINEAR, -0.5, adapter.cols() - 0.5, 1e-9);
        return new LineChart("", columns, AxisSpec.linear("Parameter"), series, List.of(), false);
    }

    private static LineSeries byColumn(String id, String name, SeriesTint tint, float[] values) {
        return new LineSeries(
                id,
                name,
                tint,
                false,
                IntStream.range(0, values.length)
                        .mapToObj(i -> LinePoint.at(i, values[i]))
                        .toList());
    }
}
