package org.driftscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.calibration.spec.Method;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.SmallMultiples;
import org.driftscope.figure.chart.bar.BarChart;
import org.driftscope.figure.chart.bar.BarSeries;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.figure.chart.plot.AxisScale;
import org.junit.jupiter.api.Test;

class StudyFigureTest {
    private static Figure figure(FinishedSweep... sweeps) {
        Figure figure = StudyFigure.of(FinishedSweep.groups(List.of(sweeps))).orElseThrow();
        return figure instanceof CaptionedFigure captioned ? captioned.figure() : figure;
    }

    private static Map<String, List<Object>> axes(Object... namesAndValues) {
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            axes.put((String) namesAndValues[i], List.copyOf((List<?>) namesAndValues[i + 1]));
        }
        return axes;
    }

    @Test
    void ranksLieAlongTheParametersUpdated() {
        LineChart chart = (LineChart) figure(SampleTrials.ranks());
        assertThat(chart.paretoFront()).isTrue();
        assertThat(chart.series()).singleElement().satisfies(series -> {
            assertThat(series.name()).isEqualTo("DoRA");
            assertThat(series.points()).extracting("label").containsExactly("r = 1", "r = 4");
        });
    }

    @Test
    void bitsOfFactorsLieAlongTheSramBitsAsOneLine() {
        LineChart chart =
                (LineChart) figure(SampleTrials.of("bits", axes("factorBits", List.of(16L, 4L, 2L)), values -> 0.9));
        assertThat(chart.x().title()).isEqualTo("SRAM (1,000 bits)");
        assertThat(chart.series()).singleElement().satisfies(series -> {
            assertThat(series.name()).isEqualTo("DoRA");
            assertThat(series.points()).extracting("label").containsExactly("16 bits", "4 bits", "2 bits");
        });
    }

    @Test
    void ranksOfFewBitsAreALineOfTheirOwn() {
        FinishedSweep sweep =
                SampleTrials.of("both", axes("factorBits", List.of(16L, 4L), "rank", List.of(1L, 4L)), values -> 0.9);
        LineChart chart = (LineChart) figure(sweep);
        assertThat(chart.series()).extracting(LineSeries::name).containsExactly("DoRA", "DoRA at 4 bits");
        CaptionedFigure percent = (CaptionedFigure) StudyFigure.of(
                        FinishedSweep.groups(List.of(sweep)),
                        Spread.STANDARD_DEVIATION,
                        TrialColumns.CALIBRATED,
                        TrialColumns.UPDATED)
                .orElseThrow();
        assertThat(((LineChart) percent.figure()).x().title()).isEqualTo("Parameters updated (%)");
    }

    @Test
    void theLineOfTheBestIsSaidToBeOne() {
        Figure figure = StudyFigure.of(FinishedSweep.groups(List.of(SampleTrials.ranks())))
                .orElseThrow();
        assertThat(figure).isInstanceOfSatisfying(CaptionedFigure.class, captioned -> assertThat(captioned.caption())
                .contains("Dashed steps: Pareto front"));
    }

    @Test
    void agesLieOnAnAxisOfTimesOnePanelADevice() {
        Figure figure = figure(SampleTrials.of(
                "ageing",
                axes("device", List.of("pcm", "wan2022"), "age", List.of(0.0, 3600.0, 86_400.0)),
                values -> 0.9));
        List<Figure> panels = ((SmallMultiples) figure).panels();
        assertThat(panels).extracting(Figure::title).containsExactly("device pcm", "device wan2022");
        LineChart first = (LineChart) panels.get(0);
        assertThat(first.series()).extracting(LineSeries::name).containsExactly("drifted", "DoRA");
        assertThat(first.x().scale()).isEqualTo(AxisScale.TIME);
        assertThat(first.series().get(1).points()).extracting("x").containsExactly(0.0, 3600.0, 86_400.0);
    }

    @Test
    void mappingsHaveAPanelEachOnOneScale() {
        Figure figure = figure(SampleTrials.of(
                "mapping",
                axes("mapping", List.of("one-sided", "constant-sum"), "drift", List.of(0.0, 0.2)),
                values -> values.get("mapping").equals("one-sided") ? 0.89 : 0.3));
        List<Figure> panels = ((SmallMultiples) figure).panels();
        assertThat(panels).extracting(Figure::title).containsExactly("mapping one-sided", "mapping constant-sum");
        LineChart first = (LineChart) panels.get(0);
        assertThat(first.y()).isEqualTo(((LineChart) panels.get(1)).y());
        assertThat(first.y().lowest()).isEqualTo(30);
        assertThat(first.series()).extracting(LineSeries::name).containsExactly("drifted", "DoRA");
    }

    @Test
    void eachOfOurMethodsHasATintOfItsOwn() {
        assertThat(Method.all())
                .extracting(MethodTint::of)
                .doesNotHaveDuplicates()
                .doesNotContain(SeriesTint.OTHER);
        assertThat(MethodTint.of(Method.of("mine", "mine", Set.of()))).isEqualTo(SeriesTint.OTHER);
        assertThat(MethodTint.of(Method.DORA)).as("as every figure has it").isEqualTo(SeriesTint.calibrated());
    }

    @Test
    void seriesOfOneMethodAreToldApart() {
        LineChart chart = (LineChart) figure(
                SampleTrials.of("s", axes("rank", List.of(1L, 2L, 4L), "drift", List.of(0.1, 0.2)), values -> 0.8));
        assertThat(chart.series()).hasSize(4).extracting(LineSeries::name).doesNotHaveDuplicates();
        assertThat(chart.series().stream().skip(1)).allMatch(series -> series.tint() == SeriesTint.DORA);
    }

    @Test
    void aBiasIsPartOfTheName() {
        LineChart chart = (LineChart) figure(SampleTrials.of(
                "s",
                axes("magnitude", List.of("mse", "variance"), "bias", List.of(false, true), "rank", List.of(1L)),
                values -> 0.8));
        assertThat(chart.series())
                .extracting(LineSeries::name)
                .containsExactlyInAnyOrder(
                        "DoRA", "DoRA + bias", "DoRA, variance-matched", "DoRA + bias, variance-matched");
        assertThat(chart.series()).allMatch(series -> series.tint() == SeriesTint.DORA);
    }

    @Test
    void everyMethodHasOneTintAndNoOtherMethodHasIt() {
        List<Object> methods = Method.all().stream().<Object>map(Method::id).toList();
        LineChart chart = (LineChart) figure(
                SampleTrials.of("s", axes("method", List.of("dora"), "bias", List.of(true)), values -> 0.8),
                SampleTrials.of("s", axes("method", methods), values -> 0.8));
        assertThat(chart.series()).hasSize(1 + methods.size());
        assertThat(chart.series().stream().filter(series -> series.tint() == SeriesTint.DORA))
                .extracting(LineSeries::name)
                .containsExactlyInAnyOrder("DoRA", "DoRA + bias");
        assertThat(chart.series().stream().filter(series -> !series.name().equals("DoRA + bias")))
                .extracting(LineSeries::tint)
                .doesNotHaveDuplicates()
                .doesNotContain(SeriesTint.OTHER, SeriesTint.CLEAN, SeriesTint.DRIFTED);
    }

    @Test
    void whereOneMethodIsFarBelowTheOthersAreShownAgain() {
        List<Object> ranks = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        List<Figure> panels = ((SmallMultiples) figure(
                        SampleTrials.of("s", axes("method", List.of("dora"), "rank", ranks), values -> 0.89),
                        SampleTrials.of("s", axes("method", List.of("magnitude")), values -> 0.5)))
                .panels();
        LineChart all = (LineChart) panels.get(0);
        LineChart near = (LineChart) panels.get(1);
        assertThat(all.series()).extracting(LineSeries::name).containsExactly("DoRA", "magnitude only");
        assertThat(near.series()).extracting(LineSeries::name).containsExactly("DoRA");
        assertThat(near.lines()).extracting(ReferenceLine::label).containsExactly("clean 90.0");
    }

    @Test
    void layersAreBarsOfWhatIsLostAndWon() {
        List<Object> layers = List.of(List.of("conv1"), List.of("fc"));
        BarChart chart = (BarChart) figure(
                SampleTrials.of("layers", axes("driftLayers", layers, "seed", List.of(1L, 2L)), values -> 0.9),
                SampleTrials.of("layers", axes("layers", layers, "seed", List.of(1L, 2L)), values -> 0.75));
        assertThat(chart.categories()).containsExactly("conv1", "fc");
        BarSeries lost = chart.series().get(0);
        BarSeries won = chart.series().get(1);
        assertThat(lost.values().get(0)).isCloseTo(20, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(won.values().get(1)).isCloseTo(5, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void withoutAnAxisThereIsNoFigure() {
        FinishedSweep seeds = SampleTrials.of("s", axes("seed", List.of(1L, 2L)), values -> 0.8);
        assertThat(StudyFigure.of(FinishedSweep.groups(List.of(seeds)))).isEmpty();
    }
}
