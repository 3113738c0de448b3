package org.driftscope.figure.circuit;

import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;

/**
 * Weights as a circuit: voltages come in from the left on wordlines, every cell passes a current to its bitline, and the two
 * bitlines of a column are subtracted below.
 *
 * @param corner what is drawn
 * @param marked number of the weight that is marked, row by row; -1 for none
 */
public record CircuitDrawing(CircuitCorner corner, int marked) implements Figure {
    /** Series of the marks' areas. */
    public static final String WEIGHTS = "weights";

    private static final int MOST_NARROW = 2;

    private static final List<String> COLUMNS = List.of(
            "row",
            "column",
            "input (share of read voltage)",
            "G+ target (\u00b5S)",
            "G+ now (\u00b5S)",
            "G- target (\u00b5S)",
            "G- now (\u00b5S)",
            "weight clean",
            "weight now");

    /** In one column of a page the words of more weights than these lie over cells. */
    @Override
    public boolean isWide() {
        return corner.cols() > MOST_NARROW;
    }

    @Override
    public String title() {
        String slice = corner.slice().isEmpty() ? "" : ", " + corner.slice();
        return corner.layer() + slice + " as a circuit, rows " + corner.firstRow() + " to "
                + (corner.firstRow() + corner.rows() - 1) + ", columns " + corner.firstCol() + " to "
                + (corner.firstCol() + corner.cols() - 1);
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        Pen pen = new Pen(graphics, theme);
        pen.background(width, height);
        CircuitLayout layout = CircuitLayout.of(corner, width, height, theme.style());
        List<HitArea> hits = new ArrayList<>();
        for (int row = 0; row < corner.rows(); row++) {
            for (int col = 0; col < corner.cols(); col++) {
                int number = row * corner.cols() + col;
                HitArea area = layout.area(number, row, col);
                if (number == marked) {
                    double x = area.x() - area.halfWidth();
                    double y = area.y() - area.halfHeight();
                    pen.fill(
                            new RoundRectangle2D.Double(x, y, 2 * area.halfWidth(), 2 * area.halfHeight(), 10, 10),
                            pen.palette().grid());
                }
                hits.add(area);
            }
        }
        CircuitWires wires = new CircuitWires(pen, layout, corner);
        wires.draw();
        CircuitCells cells = new CircuitCells(pen, layout, corner);
        cells.draw();
        return hits;
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < corner.rows(); row++) {
            for (int col = 0; col < corner.cols(); col++) {
                CircuitWeight weight = corner.at(row, col);
                rows.add(List.of(
                        Integer.toString(corner.firstRow() + row),
                        Integer.toString(corner.firstCol() + col),
                        FigureTable.measured(corner.inputs().get(row)),
                        FigureTable.measured(weight.plus().targetUs()),
                        FigureTable.measured(weight.plus().nowUs()),
                        FigureTable.measured(weight.minus().targetUs()),
                        FigureTable.measured(weight.minus().nowUs()),
                        FigureTable.measured(weight.clean()),
                        FigureTable.measured(weight.now())));
            }
        }
        return new FigureTable(COLUMNS, rows);
    }

    @Override
    public double naturalHeight(ChartTheme theme) {
        return CircuitLayout.leastHeight(corner, theme.style());
    }
}
