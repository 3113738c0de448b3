package org.driftscope.figure.circuit;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Locale;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.SeriesTint;

/** Wordlines with their voltages, bitlines with their currents, and what is read below. */
final class CircuitWires {
    /** Below the rows, in sizes of text. */
    private static final double CURRENT = 1.2;

    private static final double DIFFERENCE = 3.3;
    private static final double OUTPUT = 6;
    private static final double CLEAN = 7.4;

    private final Pen pen;
    private final CircuitLayout layout;
    private final CircuitCorner corner;
    private final Color ink;
    private final Color muted;
    private final double em;

    CircuitWires(Pen pen, CircuitLayout layout, CircuitCorner corner) {
        this.pen = pen;
        this.layout = layout;
        this.corner = corner;
        ink = pen.palette().ink();
        muted = pen.palette().mutedInk();
        em = layout.em();
    }

    void draw() {
        for (int row = 0; row < corner.rows(); row++) {
            wordline(row);
        }
        for (int col = 0; col < corner.cols(); col++) {
            bitline(layout.plusX(col), layout.shares() ? "column " + name(col) : "+");
            if (!layout.shares()) {
                bitline(layout.minusX(col), "\u2212");
                pen.text(
                        "column " + name(col),
                        (layout.plusX(col) + layout.minusX(col)) / 2,
                        0.7 * em,
                        0.5,
                        pen.small(),
                        muted);
            }
            read(col);
        }
        if (layout.shares()) {
            bitline(layout.reference(), "reference");
            currents(layout.reference(), corner.minusCurrent(0));
        }
        beside("cells, \u00b5S", layout.top() - 0.6 * em);
        beside("current, \u00b5A/V", layout.bottom() + CURRENT * em);
        beside("output", layout.bottom() + OUTPUT * em);
        beside(corner.slice().isEmpty() ? "clean" : "asked for", layout.bottom() + CLEAN * em);
    }

    private void beside(String words, double y) {
        pen.text(words, 0.5 * em, y, 0, pen.small(), muted);
    }

    private String name(int col) {
        return Integer.toString(corner.firstCol() + col);
    }

    private void wordline(int row) {
        double y = layout.wordlineY(row);
        double from = layout.left() - 1.2 * em;
        pen.line(
                from,
                y,
                layout.right(corner.cols()) + 0.5 * em,
                y,
                ink,
                pen.style().hairline());
        Path2D driver = new Path2D.Double();
        driver.moveTo(from - 1.1 * em, y - 0.7 * em);
        driver.lineTo(from, y);
        driver.lineTo(from - 1.1 * em, y + 0.7 * em);
        driver.closePath();
        pen.fill(
                driver,
                ChartPalette.mix(
                        pen.palette().background(),
                        ink,
                        0.55 * Math.abs(corner.inputs().get(row))));
        pen.outline(driver, ink, pen.style().hairline());
        double words = from - 1.5 * em;
        pen.text(number(corner.inputs().get(row)), words, y, 1, pen.bold(), ink);
        pen.text("row " + (corner.firstRow() + row), words, y + 1.3 * em, 1, pen.small(), muted);
    }

    private void bitline(double x, String words) {
        double to = layout.bottom() + 0.3 * em;
        pen.line(x, layout.top() - 0.1 * em, x, to, ink, pen.style().hairline());
        pen.text(words, x, layout.shares() ? 0.7 * em : 1.4 * em, 0.5, pen.small(), muted);
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x - 0.3 * em, to - 0.5 * em);
        arrow.lineTo(x, to);
        arrow.lineTo(x + 0.3 * em, to - 0.5 * em);
        pen.outline(arrow, ink, pen.style().hairline());
    }

    private void currents(double x, double microamperes) {
        pen.text(number(microamperes), x, layout.bottom() + CURRENT * em, 0.5, pen.text(), ink);
    }

    /** The difference of a column's two currents, and what it stands for. */
    private void read(int col) {
        double plus = layout.plusX(col);
        double middle = layout.shares() ? plus : (plus + layout.minusX(col)) / 2;
        double y = layout.bottom() + DIFFERENCE * em;
        double radius = 0.8 * em;
        double hair = pen.style().hairline();
        currents(plus, corner.plusCurrent(col));
        if (!layout.shares()) {
            currents(layout.minusX(col), corner.minusCurrent(col));
            for (double x : new double[] {plus, layout.minusX(col)}) {
                pen.line(x, layout.bottom() + 2 * em, x, y, ink, hair);
                pen.line(x, y, middle + Math.signum(x - middle) * radius, y, ink, hair);
            }
        } else {
            pen.line(middle, layout.bottom() + 2 * em, middle, y - radius, ink, hair);
        }
        pen.outline(new Ellipse2D.Double(middle - radius, y - radius, 2 * radius, 2 * radius), ink, hair);
        pen.text("\u2212", middle, y, 0.5, pen.text(), ink);
        if (layout.shares()) {
            pen.text("reference", middle + radius + 0.4 * em, y, 0, pen.small(), muted);
        }
        pen.line(middle, y + radius, middle, layout.bottom() + 5.1 * em, ink, hair);
        ChartPalette palette = pen.palette();
        double out = layout.bottom() + OUTPUT * em;
        pen.text(signed(corner.output(col)), middle, out, 0.5, pen.bold(), palette.seriesText(SeriesTint.DRIFTED));
        pen.text(
                signed(corner.cleanOutput(col)),
                middle,
                layout.bottom() + CLEAN * em,
                0.5,
                pen.text(),
                palette.seriesText(SeriesTint.CLEAN));
    }

    /** Three digits. */
    static String number(double value) {
        double shown = value == 0 ? 0 : value;
        return Math.abs(shown) >= 100
                ? String.format(Locale.ROOT, "%.0f", shown)
                : Math.abs(shown) >= 10
                        ? String.format(Locale.ROOT, "%.1f", shown)
                        : String.format(Locale.ROOT, "%.2f", shown);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3g", value == 0 ? 0.0 : value).replace('-', '\u2212');
    }
}
