package org.driftscope.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.driftscope.figure.chart.bar.BarChart;
import org.driftscope.figure.chart.bar.BarSeries;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.map.ConfusionChart;
import org.driftscope.figure.chart.map.ConfusionDrawing;
import org.driftscope.figure.chart.map.HeatmapChart;
import org.driftscope.figure.chart.map.HeatmapRow;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final ChartTheme LIGHT = ChartTheme.screen(false);

    @Test
    void pointsAreHitWhereTheyWereDrawn() {
        FigureImage image = FigureImage.draw(SampleFigures.recovery(), 1000, 420, 1, LIGHT);
        assertThat(image.hits()).hasSize(10);
        HitArea last = image.hits().get(9);
        assertThat(last.seriesId()).isEqualTo("bp");
        int color = SeriesTint.BACK_PROPAGATION.rgb(false) | 0xFF000000;
        assertThat(image.argb()[(int) last.y() * image.width() + (int) last.x()])
                .isEqualTo(color);
        assertThat(HitArea.nearest(image.hits(), last.x() + 5, last.y(), 10)).contains(last);
        assertThat(HitArea.nearest(image.hits(), last.x() + 90, last.y(), 10)).isEmpty();
    }

    @Test
    void higherValuesAreHigherAndEqualStepsOnALogAxisAreEquallyWide() {
        LineChart chart = new LineChart(
                "",
                AxisSpec.log("x"),
                AxisSpec.linear("y"),
                List.of(new LineSeries(
                        "s",
                        "s",
                        SeriesTint.DORA,
                        true,
                        List.of(LinePoint.at(1, 5), LinePoint.at(10, 7), LinePoint.at(100, 6)))),
                List.of(),
                false);
        List<HitArea> hits = FigureImage.draw(chart, 600, 300, 1, LIGHT).hits();
        assertThat(hits.get(1).y())
                .isLessThan(hits.get(2).y())
                .isLessThan(hits.get(0).y());
        double step = hits.get(1).x() - hits.get(0).x();
        assertThat(hits.get(2).x() - hits.get(1).x()).isCloseTo(step, within(1e-6));
    }

    @Test
    void pointsWithoutAPlaceOnALogAxisAreLeftOut() {
        LineChart chart = new LineChart(
                "",
                AxisSpec.log("x"),
                AxisSpec.linear("y"),
                List.of(new LineSeries(
                        "s", "s", SeriesTint.DORA, true, List.of(LinePoint.at(0, 5), LinePoint.at(1, 7)))),
                List.of(),
                true);
        assertThat(FigureImage.draw(chart, 600, 300, 1, LIGHT).hits())
                .singleElement()
                .matches(h -> h.pointIndex() == 1);
    }

    @Test
    void aValueOfNothingHasNoMarkOnALogAxisOfRanges() {
        List<HitArea> hits =
                FigureImage.draw(SampleFigures.ranges(), 600, 300, 1, LIGHT).hits();
        assertThat(hits).extracting(HitArea::pointIndex).containsExactly(0, 1);
    }

    @Test
    void everyFigureDrawsItselfAtAnySizeWithinItsEdges() {
        List<Figure> figures = List.of(
                SampleFigures.recovery(),
                SampleFigures.drift(),
                SampleFigures.layers(),
                SampleFigures.ranges(),
                SampleFigures.confusion(),
                SampleFigures.histogram(),
                SampleFigures.heatmap(48, 32),
                row(),
                new FigureColumn("", List.of(row(), SampleFigures.histogram(), SampleFigures.drift())),
                new SmallMultiples("", 2, List.of(SampleFigures.drift(), SampleFigures.histogram())));
        for (Figure figure : figures) {
            for (int[] size : new int[][] {{1000, 420}, {240, 170}, {150, 110}}) {
                FigureImage image = FigureImage.draw(figure, size[0], size[1], 1, LIGHT);
                assertThat(image.hits())
                        .as("%s at %d x %d", figure.getClass(), size[0], size[1])
                        .allMatch(hit ->
                                hit.x() >= 0 && hit.x() <= size[0] + 1 && hit.y() >= 0 && hit.y() <= size[1] + 1);
            }
        }
    }

    private static HeatmapRow row() {
        HeatmapChart map = SampleFigures.heatmap(288, 32);
        return new HeatmapRow(
                "conv",
                List.of(
                        new HeatmapRow.Panel("Target", map, "µS", ""),
                        new HeatmapRow.Panel("Change", map, "µS", "0.5 % beyond")));
    }

    @Test
    void mapsFillTheirSheetWhateverTheirShape() {
        for (int[] shape : new int[][] {{288, 32}, {32, 288}, {64, 64}, {4608, 512}, {16, 432}}) {
            for (Figure figure : List.of(SampleFigures.heatmap(shape[0], shape[1]), row())) {
                FigureImage image = FigureImage.draw(figure, 340, 240, 1, LIGHT);
                long inked = Arrays.stream(image.argb())
                        .filter(argb -> argb != 0xFFFFFFFF)
                        .count();
                assertThat(inked / (340.0 * 240))
                        .as("%d x %d", shape[0], shape[1])
                        .isGreaterThan(0.4);
            }
        }
    }

    @Test
    void aPanelKeepsItsTextsSizeAndGrowsInstead() {
        FigureColumn panel = new FigureColumn("", List.of(row(), SampleFigures.histogram(), SampleFigures.recovery()));
        ChartTheme paper = new ChartTheme(ChartPalette.LIGHT, ChartStyle.ONE_COLUMN);
        assertThat(panel.naturalHeight(paper, 241)).isGreaterThan(panel.naturalHeight(paper, 510));
        assertThat(panel.naturalHeight(paper, 241)).isGreaterThan(3 * 17 * 7.5);
    }

    @Test
    void columnsOfClassesHaveNumbersWhereNamesWouldBeCut() {
        ConfusionChart chart = SampleFigures.confusion();
        ConfusionDrawing narrow = new ConfusionDrawing(chart, pen(), 300, 220);
        ConfusionDrawing wide = new ConfusionDrawing(chart, pen(), 1400, 700);
        assertThat(narrow.isNumbered()).isTrue();
        assertThat(wide.isNumbered()).isFalse();
    }

    private static Pen pen() {
        return new Pen(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(), LIGHT);
    }

    @Test
    void barsAreAsLongAsTheirValues() {
        BarChart chart = new BarChart(
                "",
                "error",
                List.of("a", "b"),
                List.of(new BarSeries("s", "s", SeriesTint.DRIFTED, List.of(0.2, 0.4))));
        List<HitArea> hits = FigureImage.draw(chart, 500, 200, 1, LIGHT).hits();
        assertThat(hits.get(1).halfWidth()).isCloseTo(2 * hits.get(0).halfWidth(), within(1e-6));
    }

    @Test
    void tablesHoldEveryNumber() {
        assertThat(SampleFigures.recovery().table().rows()).hasSize(4 + 4 + 1 + 1 + 2);
        assertThat(SampleFigures.layers().table().columns())
                .containsExactly(
                        "category", "after drift Relative feature error", "after calibration Relative feature error");
        assertThat(SampleFigures.heatmap(3, 2).table().rows()).hasSize(3);
        assertThat(FigureTable.cell(91.6)).isEqualTo("91.6");
        assertThat(FigureTable.cell(Double.NaN)).isEmpty();
    }

    @Test
    void countsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new ConfusionChart("", List.of("a"), new int[2][2], SeriesTint.CLEAN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textOfEverySeriesCanBeReadOnEveryPaper() {
        for (ChartPalette palette : ChartPalette.values()) {
            for (SeriesTint tint : SeriesTint.values()) {
                assertThat(ChartPalette.contrast(palette.seriesText(tint), palette.background()))
                        .as("%s on %s", tint, palette)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }
}
