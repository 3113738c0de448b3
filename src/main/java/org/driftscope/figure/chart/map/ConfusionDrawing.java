package org.driftscope.figure.chart.map;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;

/** One drawing of a confusion matrix: numbers where they fit, shades always. */
public final class ConfusionDrawing {
    /** Shade of an empty cell, so that the grid can be seen. */
    private static final double FAINTEST = 0.05;

    private final ConfusionChart chart;
    private final Pen pen;
    private final double width;
    private final double height;
    private final double left;
    private final double top;
    private final double cellWidth;
    private final double cellHeight;

    /** Whether columns are named by numbers, which rows explain, since names would be cut. */
    private final boolean numbered;

    public ConfusionDrawing(ConfusionChart chart, Pen pen, double width, double height) {
        this.chart = chart;
        this.pen = pen;
        this.width = width;
        this.height = height;
        double gap = pen.style().gap();
        double line = pen.style().textSize() * 1.35;
        int n = Math.max(1, chart.classes().size());
        top = gap + (chart.title().isEmpty() ? 0 : line);
        double bottom = height - gap * 2 - line - pen.style().tickSize() * 1.2;
        cellHeight = Math.max(1, bottom - top) / n;
        double number = ChartFonts.width(pen.small(), "  " + n);
        double plain = gap * 2 + line + Math.min(widestName(), width * 0.3);
        numbered = widestName() > cellWidth(plain, n) - gap * 0.4;
        left = plain + (numbered ? number : 0);
        cellWidth = cellWidth(left, n);
    }

    private double cellWidth(double from, int n) {
        return Math.min(Math.max(1, width - from - pen.style().gap() * 2) / n, cellHeight * 2.4);
    }

    private double widestName() {
        return chart.classes().stream()
                .mapToDouble(name -> ChartFonts.width(pen.small(), name))
                .max()
                .orElse(0);
    }

    public boolean isNumbered() {
        return numbered;
    }

    List<HitArea> draw() {
        pen.background(width, height);
        drawTitles();
        List<HitArea> hits = new ArrayList<>();
        int n = chart.classes().size();
        for (int label = 0; label < n; label++) {
            for (int answer = 0; answer < n; answer++) {
                hits.add(drawCell(label, answer));
            }
        }
        drawRowNames();
        drawColumnNames();
        return hits;
    }

    private void drawTitles() {
        double gap = pen.style().gap();
        double line = pen.style().textSize() * 1.35;
        double side = cellHeight * chart.classes().size();
        Color ink = pen.palette().ink();
        pen.text(Pen.fitted(chart.title(), pen.bold(), width - 2 * gap), gap, gap + line / 2, 0, pen.bold(), ink);
        pen.upwards("Label", gap + line * 0.4, top + side / 2, pen.text(), ink);
        double middle = top + side + pen.style().tickSize() * 1.4 + line * 0.6;
        pen.text("Answer", left + cellWidth * chart.classes().size() / 2, middle, 0.5, pen.text(), ink);
    }

    private HitArea drawCell(int label, int answer) {
        double x = left + answer * cellWidth;
        double y = top + label * cellHeight;
        double seam = Math.min(pen.style().hairline(), cellHeight * 0.1);
        double share = chart.share(label, answer);
        Color full = pen.palette().series(chart.tint());
        Color fill = ChartPalette.mix(pen.palette().background(), full, FAINTEST + (1 - FAINTEST) * Math.sqrt(share));
        pen.fill(new Rectangle2D.Double(x, y, cellWidth - seam, cellHeight - seam), fill);
        drawCount(chart.count(label, answer), x + cellWidth / 2, y + cellHeight / 2, fill);
        int index = label * chart.classes().size() + answer;
        return new HitArea("confusion", index, x + cellWidth / 2, y + cellHeight / 2, cellWidth / 2, cellHeight / 2);
    }

    private void drawCount(int count, double x, double middle, Color fill) {
        Font font = pen.small();
        String text = Integer.toString(count);
        boolean fits = ChartFonts.width(font, text) < cellWidth * 0.95 && Pen.capHeight(font) * 1.5 < cellHeight;
        if (count > 0 && fits) {
            pen.text(text, x, middle, 0.5, font, ChartPalette.inkOn(fill));
        }
    }

    private void drawRowNames() {
        double room = left - pen.style().gap() * 2 - pen.style().textSize() * 1.35;
        int every = (int) Math.max(1, Math.ceil(pen.style().tickSize() / cellHeight));
        for (int i = 0; i < chart.classes().size(); i += every) {
            String name = Pen.fitted(rowName(i), pen.small(), room);
            double middle = top + (i + 0.5) * cellHeight;
            pen.text(
                    name,
                    left - pen.style().gap() * 0.7,
                    middle,
                    1,
                    pen.small(),
                    pen.palette().mutedInk());
        }
    }

    /** A class, followed by its number where columns have only that. */
    private String rowName(int i) {
        return numbered ? chart.classes().get(i) + "  " + i : chart.classes().get(i);
    }

    private void drawColumnNames() {
        double middle = top + cellHeight * chart.classes().size() + pen.style().tickSize() * 0.8;
        double widest = numbered
                ? ChartFonts.width(pen.small(), Integer.toString(chart.classes().size()))
                : 0;
        int every = (int) Math.max(1, Math.ceil((widest + pen.style().gap() * 0.6) / cellWidth));
        for (int i = 0; i < chart.classes().size(); i += every) {
            String name = numbered ? Integer.toString(i) : chart.classes().get(i);
            pen.text(
                    name,
                    left + (i + 0.5) * cellWidth,
                    middle,
                    0.5,
                    pen.small(),
                    pen.palette().mutedInk());
        }
    }
}
