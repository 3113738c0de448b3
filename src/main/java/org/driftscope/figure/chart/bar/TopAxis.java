package org.driftscope.figure.chart.bar;

import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.figure.chart.plot.Ticks;

/** The axis of values above bars that lie: lines down through the plot, numbers above them, and its title on top. */
final class TopAxis {
    private TopAxis() {}

    /** @param place where a value lies across */
    static void draw(Pen pen, Rectangle2D plot, AxisRange range, DoubleUnaryOperator place, String title) {
        double tickSize = pen.style().tickSize();
        double ticks = plot.getY() - tickSize * 0.8;
        for (double tick : Ticks.of(range, (int) Math.max(2, plot.getWidth() / (tickSize * 5)))) {
            double x = place.applyAsDouble(tick);
            pen.line(
                    x,
                    plot.getY(),
                    x,
                    plot.getMaxY(),
                    pen.palette().grid(),
                    pen.style().hairline());
            pen.text(Ticks.text(tick), x, ticks, 0.5, pen.small(), pen.palette().mutedInk());
        }
        double middle = plot.getY() - tickSize * 1.5 - pen.style().textSize() * 0.7;
        pen.text(
                title, plot.getCenterX(), middle, 0.5, pen.text(), pen.palette().ink());
    }
}
