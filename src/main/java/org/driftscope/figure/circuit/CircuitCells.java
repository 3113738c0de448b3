package org.driftscope.figure.circuit;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.raster.ColorMap;

/** Cells as resistors that are filled as far as they conduct, with a stroke where they were meant to. */
final class CircuitCells {
    private final Pen pen;
    private final CircuitLayout layout;
    private final CircuitCorner corner;

    CircuitCells(Pen pen, CircuitLayout layout, CircuitCorner corner) {
        this.pen = pen;
        this.layout = layout;
        this.corner = corner;
    }

    void draw() {
        for (int row = 0; row < corner.rows(); row++) {
            for (int col = 0; col < corner.cols(); col++) {
                CircuitWeight weight = corner.at(row, col);
                cell(weight.plus(), row, layout.plusX(col));
                if (!layout.shares()) {
                    cell(weight.minus(), row, layout.minusX(col));
                }
            }
            if (layout.shares()) {
                cell(corner.at(row, 0).minus(), row, layout.reference());
            }
        }
    }

    private void cell(CircuitCell cell, int row, double bitline) {
        double wire = pen.style().hairline();
        Color ink = pen.palette().ink();
        double x = layout.cellX(bitline);
        double top = layout.cellTop(row);
        double height = layout.cellHeight();
        double width = layout.cellWidth();
        double end = top + height + 0.1 * layout.line();
        pen.line(x, layout.wordlineY(row), x, top, ink, wire);
        pen.line(x, top + height, x, end, ink, wire);
        pen.line(x, end, bitline, end, ink, wire);
        dot(x, layout.wordlineY(row));
        dot(bitline, end);
        Rectangle2D body = new Rectangle2D.Double(x - width / 2, top, width, height);
        pen.fill(body, pen.palette().background());
        double now = share(cell.nowUs());
        pen.fill(
                new Rectangle2D.Double(x - width / 2, top + height * (1 - now), width, height * now),
                new Color(ColorMap.VIRIDIS.argb(now)));
        pen.outline(body, ink, cell.stuck() ? pen.style().lineWidth() : wire);
        double meant = top + height * (1 - share(cell.targetUs()));
        pen.line(
                x - width,
                meant,
                x + width,
                meant,
                pen.palette().mutedInk(),
                pen.style().lineWidth());
        if (cell.stuck()) {
            pen.line(x - width / 2, top, x + width / 2, top + height, ink, wire);
            pen.line(x - width / 2, top + height, x + width / 2, top, ink, wire);
        }
        words(cell, bitline, top + height / 2);
    }

    private void words(CircuitCell cell, double bitline, double middle) {
        double em = layout.em();
        double left = bitline + 0.35 * em;
        String now = CircuitWires.number(cell.nowUs());
        Color ink = cell.stuck()
                ? pen.palette().seriesText(SeriesTint.DRIFTED)
                : pen.palette().ink();
        pen.text(now, left, middle - 0.55 * em, 0, pen.text(), ink);
        String meant = cell.stuck() ? "stuck" : "of " + CircuitWires.number(cell.targetUs());
        double room = layout.room() - 0.35 * em;
        if (ChartFonts.width(pen.small(), meant) <= room) {
            pen.text(
                    meant,
                    left,
                    middle + 0.65 * em,
                    0,
                    pen.small(),
                    pen.palette().mutedInk());
        }
    }

    private double share(double us) {
        return Math.max(0, Math.min(1, us / corner.gMaxUs()));
    }

    private void dot(double x, double y) {
        double radius = 0.16 * layout.em();
        pen.fill(
                new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius),
                pen.palette().ink());
    }
}
