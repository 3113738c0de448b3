package org.driftscope.figure.chart.bar;

import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.driftscope.figure.chart.ChartStyle;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.figure.chart.plot.AxisSpec;

/**
 * Values over decades, one a row: a mark for each and a bar over the range it may lie in, on a logarithmic axis.
 *
 * @param title may be empty: nothing is drawn then
 * @param valueTitle the values' quantity with unit
 * @param rows from top to bottom
 */
public record RangeChart(String title, String valueTitle, List<RangeRow> rows) implements Figure {
    /** What {@link HitArea#seriesId()} is of every row. */
    public static final String ROWS = "rows";

    public RangeChart {
        rows = List.copyOf(rows);
    }

    /** The visible part of the axis of values. */
    AxisRange range() {
        return AxisRange.around(
                AxisSpec.log(valueTitle),
                rows.stream().flatMapToDouble(row -> DoubleStream.of(row.value(), row.low(), row.high())));
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        return new RangeChartDrawing(this, new Pen(graphics, theme), width, height).draw();
    }

    @Override
    public FigureTable table() {
        return new FigureTable(
                List.of("name", valueTitle, "low", "high"),
                rows.stream()
                        .map(row -> List.of(
                                row.name(),
                                FigureTable.measured(row.value()),
                                FigureTable.measured(row.low()),
                                FigureTable.measured(row.high())))
                        .toList());
    }

    @Override
    public double naturalHeight(ChartTheme theme) {
        ChartStyle style = theme.style();
        double head = style.textSize() * (title.isEmpty() ? 1.4 : 2.75) + style.tickSize() * 1.5 + style.gap() * 3;
        return head + rows.size() * style.tickSize() * 1.5;
    }
}
