package org.driftscope.figure.chart.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.RandomCharts;
import org.driftscope.figure.chart.SampleFigures;
import org.driftscope.figure.chart.line.LineChartGeometry.Spot;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.figure.chart.plot.LabelSpace;
import org.driftscope.figure.chart.plot.PlacedLabel;
import org.junit.jupiter.api.Test;

/** Labels of thousands of random charts, measured by walking along everything that is drawn, step by step. */
class LineChartLabelsTest {
    private static final int CHARTS = 3_000;
    private static final double STEP = 0.5;

    private final Graphics2D graphics = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();

    @Test
    void labelsOfRandomChartsTouchNothingAndStandAtTheirOwnSeries() {
        RandomCharts charts = new RandomCharts(11);
        Random sizes = new Random(12);
        int direct = 0;
        int led = 0;
        for (int i = 0; i < CHARTS; i++) {
            LineChart chart = charts.next();
            double width = 150 + sizes.nextInt(i % 3 == 0 ? 150 : 850);
            double height = 110 + sizes.nextInt(i % 3 == 0 ? 100 : 400);
            Pen pen = new Pen(graphics, ChartTheme.screen(i % 2 == 0));
            LineChartLayout.Result layout = LineChartLayout.of(chart, pen, width, height);
            Drawn drawn = new Drawn(chart, layout.geometry(), pen);
            String which = "chart " + i + " of " + width + " x " + height;
            checkOverlaps(layout, drawn, new Rectangle2D.Double(0, 0, width, height), which);
            checkOwners(layout, drawn, chart, which);
            checkMargin(layout, width, which);
            checkEveryNameIsSomewhere(layout, chart, which);
            direct += layout.legend() == null ? 1 : 0;
            led += (int) layout.labels().stream()
                    .filter(label -> label.leader() != null)
                    .count();
        }
        // neither way of naming series may go untested
        assertThat(direct).isBetween(CHARTS / 4, CHARTS * 19 / 20);
        assertThat(led).isGreaterThan(CHARTS / 20);
    }

    private static void checkOverlaps(LineChartLayout.Result layout, Drawn drawn, Rectangle2D figure, String which) {
        List<Rectangle2D> boxes = new ArrayList<>();
        layout.labels().forEach(label -> boxes.add(label.box()));
        if (layout.legend() != null) {
            boxes.add(new Rectangle2D.Double(
                    layout.place().getX(),
                    layout.place().getY(),
                    layout.legend().width(),
                    layout.legend().height()));
        }
        for (int a = 0; a < boxes.size(); a++) {
            assertThat(figure.contains(boxes.get(a)))
                    .as("%s: %s inside", which, boxes.get(a))
                    .isTrue();
            for (int b = a + 1; b < boxes.size(); b++) {
                assertThat(boxes.get(a).intersects(boxes.get(b)))
                        .as("%s: labels %d and %d overlap", which, a, b)
                        .isFalse();
            }
            for (Trace trace : drawn.traces) {
                assertThat(trace.distance(boxes.get(a)))
                        .as("%s: %s covers something of %d", which, boxes.get(a), trace.owner)
                        .isPositive();
            }
        }
        for (PlacedLabel label : layout.labels()) {
            if (label.leader() != null) {
                for (Rectangle2D box : boxes) {
                    assertThat(box.intersectsLine(label.leader().line()))
                            .as("%s: leader of %s runs over a label", which, label.text())
                            .isFalse();
                }
            }
        }
    }

    private static void checkOwners(LineChartLayout.Result layout, Drawn drawn, LineChart chart, String which) {
        for (PlacedLabel label : layout.labels()) {
            boolean reference = label.owner() >= LabelSpace.REFERENCES;
            if (label.leader() != null) {
                Point2D end = label.leader().line().getP2();
                double toOwn = layout.geometry().spots(label.owner()).stream()
                        .mapToDouble(spot -> end.distance(spot.x(), spot.y()))
                        .min()
                        .orElseThrow();
                assertThat(toOwn)
                        .as("%s: leader of %s", which, label.text())
                        .isLessThan(layout.geometry().markReach());
                continue;
            }
            double own = Double.POSITIVE_INFINITY;
            double others = Double.POSITIVE_INFINITY;
            for (Trace trace : drawn.traces) {
                if (trace.owner == label.owner()) {
                    own = Math.min(own, trace.distance(label.box()));
                } else if (trace.owner >= LabelSpace.REFERENCES == reference && trace.owner != LabelSpace.NOBODY) {
                    others = Math.min(others, trace.distance(label.box()));
                }
            }
            assertThat(own)
                    .as("%s: %s is nearest to its own", which, label.text())
                    .isLessThan(others + STEP);
        }
        assertThat(layout.labels()).allMatch(label -> label.owner() >= 0);
    }

    private static void checkMargin(LineChartLayout.Result layout, double width, String which) {
        Rectangle2D plot = layout.geometry().frame().plot();
        assertThat(width - plot.getMaxX())
                .as("%s: room right of the plot", which)
                .isLessThan(Math.max(0.2 * plot.getWidth(), 20));
    }

    private static void checkEveryNameIsSomewhere(LineChartLayout.Result layout, LineChart chart, String which) {
        List<String> texts = layout.labels().stream().map(PlacedLabel::text).toList();
        for (LineSeries series : chart.series()) {
            assertThat(layout.legend() != null || texts.contains(series.name()))
                    .as("%s: %s is named", which, series.name())
                    .isTrue();
        }
        for (ReferenceLine line : chart.lines()) {
            assertThat(layout.legend() != null || texts.contains(line.label()))
                    .as("%s: %s is named", which, line.label())
                    .isTrue();
        }
    }

    @Test
    void theBoxOfALabelHoldsItsLetters() {
        for (String text : List.of("DoRA, r = 4", "Äpfel (gjpqy) 100 %", "after drift 54.2")) {
            java.awt.Font font = ChartFonts.bold(40);
            Rectangle2D box = PlacedLabel.box(text, font, 10, 10);
            double baseline = box.getY() + 0.44 * 40 + Pen.capHeight(font) / 2;
            Rectangle2D letters = font.createGlyphVector(new FontRenderContext(null, true, true), text)
                    .getVisualBounds();
            Rectangle drawn = new Rectangle(
                    (int) (10 + letters.getX()),
                    (int) Math.floor(baseline + letters.getY()) + (text.startsWith("Ä") ? 8 : 0),
                    (int) letters.getWidth(),
                    (int) letters.getHeight() - (text.startsWith("Ä") ? 8 : 0));
            assertThat(box.contains(drawn)).as("%s: %s in %s", text, drawn, box).isTrue();
        }
    }

    @Test
    void aFewSeriesApartAreNamedAtTheirEnds() {
        Pen pen = new Pen(graphics, ChartTheme.screen(false));
        LineChartLayout.Result layout = LineChartLayout.of(SampleFigures.recovery(), pen, 900, 400);
        assertThat(layout.legend()).isNull();
        assertThat(layout.labels())
                .extracting(PlacedLabel::text)
                .contains("DoRA", "LoRA", "Magnitude only", "Back-propagation", "clean 91.6", "after drift 54.2");
    }

    @Test
    void seriesOfOneMethodKeepItsColourAndDifferInLook() {
        LineSeries one = SampleFigures.recovery().series().get(0);
        LineChart chart = new LineChart(
                "",
                AxisSpec.log("x"),
                AxisSpec.percent("y"),
                List.of(one, one, SampleFigures.recovery().series().get(1), one),
                List.of(),
                false);
        assertThat(chart.variants()).containsExactly(0, 1, 0, 2);
    }

    /** One thing drawn, as points along it. */
    private record Trace(int owner, List<Point2D> along, double reach) {
        double distance(Rectangle2D box) {
            double nearest = Double.POSITIVE_INFINITY;
            for (Point2D point : along) {
                double dx = Math.max(0, Math.max(box.getX() - point.getX(), point.getX() - box.getMaxX()));
                double dy = Math.max(0, Math.max(box.getY() - point.getY(), point.getY() - box.getMaxY()));
                nearest = Math.min(nearest, Math.hypot(dx, dy));
            }
            return nearest - reach;
        }
    }

    /** Everything a chart draws inside its plot, gathered anew from the chart's numbers. */
    private static final class Drawn {
        private final List<Trace> traces = new ArrayList<>();

        Drawn(LineChart chart, LineChartGeometry geometry, Pen pen) {
            Rectangle2D plot = geometry.frame().plot();
            double half = pen.style().markerSize() / 2;
            for (int s = 0; s < chart.series().size(); s++) {
                List<Spot> spots = geometry.spots(s);
                for (int i = 0; i < spots.size(); i++) {
                    Spot spot = spots.get(i);
                    traces.add(new Trace(s, List.of(new Point2D.Double(spot.x(), spot.y())), half));
                    if (spot.point().error() > 0) {
                        traces.add(new Trace(s, walk(spot.x(), spot.top(), spot.x(), spot.bottom()), 0.5));
                    }
                    if (i > 0 && chart.series().get(s).joined()) {
                        Spot last = spots.get(i - 1);
                        traces.add(new Trace(s, walk(last.x(), last.y(), spot.x(), spot.y()), 0.5));
                    }
                }
            }
            for (int i = 0; i < chart.lines().size(); i++) {
                double y = geometry.frame().y(chart.lines().get(i).y());
                traces.add(new Trace(LabelSpace.REFERENCES + i, walk(plot.getX(), y, plot.getMaxX(), y), 0.3));
            }
        }

        private static List<Point2D> walk(double x1, double y1, double x2, double y2) {
            Line2D line = new Line2D.Double(x1, y1, x2, y2);
            int steps = (int) Math.ceil(line.getP1().distance(line.getP2()) / STEP) + 1;
            List<Point2D> points = new ArrayList<>();
            for (int i = 0; i <= steps; i++) {
                points.add(new Point2D.Double(x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps));
            }
            return points;
        }
    }
}
