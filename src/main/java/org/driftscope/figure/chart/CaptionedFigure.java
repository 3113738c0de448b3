package org.driftscope.figure.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/**
 * A figure with a few small lines of text below it that say what it was made with and how to read it.
 *
 * @param figure what is drawn
 * @param caption sentences; broken into as many lines as they need, and left out of what is too low for them
 */
public record CaptionedFigure(Figure figure, String caption) implements Figure {
    private static final double LINE = 1.3;
    /** The figure keeps at least this share of the height; a caption too long for the rest ends in an ellipsis. */
    private static final double LEAST_SHARE = 0.65;
    /** In fewer lines than these a chart and its labels need all there are: it is drawn without its caption. */
    private static final int LOW = 13;
    /** Room that is asked for below a figure with a height of its own. */
    private static final int USUAL_LINES = 3;

    @Override
    public String title() {
        return figure.title();
    }

    @Override
    public boolean isWide() {
        return figure.isWide();
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        Pen pen = new Pen(graphics, theme);
        pen.background(width, height);
        Font font = pen.small();
        double gap = pen.style().gap();
        double line = font.getSize2D() * LINE;
        int most = (int) Math.max(1, ((1 - LEAST_SHARE) * height - gap) / line);
        List<String> lines = height < LOW * line ? List.of() : TextLines.of(caption, font, width - 2 * gap, most);
        double room = lines.isEmpty() ? 0 : lines.size() * line + gap;
        List<HitArea> hits = figure.draw(graphics, width, height - room, theme);
        for (int i = 0; i < lines.size(); i++) {
            double middle = height - room + (i + 0.5) * line;
            pen.text(lines.get(i), gap, middle, 0, font, pen.palette().mutedInk());
        }
        return hits;
    }

    @Override
    public FigureTable table() {
        return figure.table();
    }

    @Override
    public double naturalHeight(ChartTheme theme) {
        double natural = figure.naturalHeight(theme);
        double lines =
                USUAL_LINES * LINE * theme.style().textSize() + theme.style().gap();
        return natural == 0 ? 0 : Math.min(natural / LEAST_SHARE, natural + lines);
    }
}
