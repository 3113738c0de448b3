package org.driftscope.ui.charts.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.evaluation.Spread;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.TabledFigure;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.support.Percent;
import org.driftscope.ui.charts.SampleCharts;
import org.driftscope.ui.charts.model.PointScores;
import org.driftscope.ui.charts.model.RecoveryAcross;
import org.driftscope.ui.charts.model.RecoveryAxis;
import org.driftscope.ui.charts.model.RecoveryPoint;
import org.junit.jupiter.api.Test;

/** The recovery chart never shows what is not so. */
class RecoveryFigureTest {
    private static final Map<String, String> ONE_SIDED = setup("2,000 images of test.bin", "one sided pair");
    private static final Map<String, String> OFFSET = setup("2,000 images of test.bin", "offset column");
    private static final Map<String, String> FEWER = setup("200 images of test.bin", "one sided pair");

    /** In this order, which names of series follow. */
    private static Map<String, String> setup(String scored, String mapping) {
        Map<String, String> setup = new LinkedHashMap<>();
        setup.put("scored", scored);
        setup.put("mapping", mapping);
        return setup;
    }

    private static RecoveryPoint point(
            String method, int rank, PointScores scores, long seed, Map<String, String> setup) {
        return new RecoveryPoint(
                method + rank + seed + setup,
                method,
                SampleCharts.tint(method),
                rank,
                rank,
                1_000L * rank,
                scores,
                seed,
                SampleCharts.NETWORK,
                setup,
                Map.of(),
                setup.toString(),
                Map.of("method", method, "seed", Long.toString(seed)),
                List.of(),
                "",
                false);
    }

    private static PointScores scores(double drifted, double calibrated) {
        return new PointScores(.945, drifted, calibrated, 2000);
    }

    private static LineChart chart(RecoveryAxis axis, RecoveryPoint... points) {
        return (LineChart) captioned(axis, points).figure();
    }

    private static CaptionedFigure captioned(RecoveryAxis axis, RecoveryPoint... points) {
        Figure figure = RecoveryFigure.of(
                        List.of(points), look(RecoveryAcross.PARAMETERS, axis, Spread.STANDARD_DEVIATION), 0)
                .orElseThrow();
        return (CaptionedFigure) ((TabledFigure) figure).figure();
    }

    private static RecoveryLook look(RecoveryAcross across, RecoveryAxis axis, Spread bars) {
        return new RecoveryLook(across, axis, bars, false);
    }

    private static List<String> lines(LineChart chart) {
        return chart.lines().stream().map(ReferenceLine::label).toList();
    }

    @Test
    void namesakesInTheListAreToldApart() {
        RecoveryPoint first = point("DoRA", 4, scores(.3, .8), 1, ONE_SIDED);
        RecoveryPoint otherMapping = point("DoRA", 4, scores(.3, .7), 1, OFFSET);
        RecoveryPoint otherChip = point("DoRA", 4, scores(.3, .7), 2, ONE_SIDED);
        RecoveryPoint otherRank = point("DoRA", 1, scores(.3, .7), 1, OFFSET);
        assertThat(PointNames.of(first, List.of(first, otherRank))).containsExactly("DoRA, r = 4");
        assertThat(PointNames.of(otherMapping, List.of(first, otherMapping)))
                .containsExactly("DoRA, r = 4", "offset column");
        assertThat(PointNames.of(otherChip, List.of(first, otherChip))).containsExactly("DoRA, r = 4", "seed 2");
    }

    @Test
    void aLossLiesBelowItsOwnStartWhateverChipIsSetNow() {
        LineChart chart = chart(
                RecoveryAxis.TOP1,
                point("drift compensation", 0, scores(.749, .709), 7, ONE_SIDED),
                point("LoRA", 4, scores(.697, .920), 8, ONE_SIDED));
        LinePoint lost = chart.series().get(0).points().get(0);
        assertThat(lost.from()).isEqualTo(74.9, within(1e-9));
        assertThat(lost.y()).isLessThan(lost.from());
        assertThat(lines(chart)).as("no one line is true of two chips").containsExactly("clean 94.5");
        assertThat(chart.series())
                .extracting(LineSeries::name)
                .containsExactly("drift compensation, seed 7", "LoRA, seed 8");
    }

    @Test
    void oneLineStandsForOneChip() {
        LineChart chart = chart(
                RecoveryAxis.TOP1,
                point("DoRA", 1, scores(.749, .85), 7, ONE_SIDED),
                point("LoRA", 4, scores(.749, .920), 7, ONE_SIDED));
        assertThat(lines(chart)).containsExactly("clean 94.5", "after drift 74.9");
        assertThat(chart.series()).extracting(LineSeries::name).containsExactly("DoRA", "LoRA");
    }

    @Test
    void onlyPointsThatDifferInTheirSeedFormAMean() {
        LineChart chart = chart(
                RecoveryAxis.TOP1,
                point("DoRA", 2, scores(.75, .85), 7, ONE_SIDED),
                point("DoRA", 2, scores(.65, .89), 8, ONE_SIDED),
                point("DoRA", 2, scores(.10, .60), 7, OFFSET),
                point("DoRA", 2, new PointScores(.93, .76, .95, 200), 9, FEWER));
        assertThat(chart.series())
                .extracting(LineSeries::name)
                .containsExactly(
                        "DoRA, 2,000 images of test.bin, one sided pair, n = 2",
                        "DoRA, 2,000 images of test.bin, offset column, seed 7",
                        "DoRA, 200 images of test.bin, one sided pair, seed 9");
        LinePoint mean = chart.series().get(0).points().get(0);
        assertThat(mean.y()).isEqualTo(87, within(1e-9));
        assertThat(mean.from()).isEqualTo(70, within(1e-9));
        assertThat(mean.error()).isEqualTo(2 * Math.sqrt(2), within(1e-9));
        assertThat(mean.label()).isEqualTo("r = 2, n = 2");
        assertThat(chart.series().get(1).points().get(0).error())
                .as("a single chip has no spread")
                .isZero();
        assertThat(lines(chart)).isEmpty();
    }

    @Test
    void oneKindOfBarIsNamed() {
        RecoveryPoint seven = point("DoRA", 2, scores(.75, .85), 7, ONE_SIDED);
        RecoveryPoint eight = point("DoRA", 2, scores(.65, .89), 8, ONE_SIDED);
        RecoveryPoint other = point("DoRA", 4, scores(.75, .90), 7, ONE_SIDED);
        assertThat(captioned(RecoveryAxis.TOP1, seven).caption())
                .contains("a.onnx", "one sided pair", "seed 7", "one chip", "standard error on 2,000 images");
        assertThat(captioned(RecoveryAxis.TOP1, seven, eight).caption())
                .contains("seeds 7, 8", "mean of n = 2 chips", "standard deviation (s.d.) over chips")
                .doesNotContain("standard error");
        assertThat(captioned(RecoveryAxis.TOP1, seven, eight, other).caption())
                .contains("A mark of one chip has no bar")
                .doesNotContain("standard error");
    }

    /** Two values a and b: half interval t(0.975, 1) |a-b|/2 with t = 12.706. */
    @Test
    void intervalsOfTheMeanAreBarsWhereTheyAreAskedForAndAreNamed() {
        List<RecoveryPoint> chips = List.of(
                point("DoRA", 2, scores(.75, .85), 7, ONE_SIDED), point("DoRA", 2, scores(.65, .89), 8, ONE_SIDED));
        Figure figure = RecoveryFigure.of(
                        chips, look(RecoveryAcross.PARAMETERS, RecoveryAxis.TOP1, Spread.INTERVAL_95), 0)
                .orElseThrow();
        CaptionedFigure captioned = (CaptionedFigure) ((TabledFigure) figure).figure();
        LineChart chart = (LineChart) captioned.figure();
        assertThat(chart.series().get(0).points().get(0).error()).isEqualTo(12.706 * 2, within(1e-2));
        assertThat(captioned.caption()).contains("95 % interval of the mean").doesNotContain("s.d.");
    }

    @Test
    void aSeriesThatSomeChipsAreMissingOfSaysOfHowMany() {
        LineChart chart = chart(
                RecoveryAxis.TOP1,
                point("LoRA", 1, scores(.75, .85), 7, ONE_SIDED),
                point("LoRA", 4, scores(.75, .92), 7, ONE_SIDED),
                point("LoRA", 4, scores(.65, .91), 8, ONE_SIDED),
                point("DoRA", 1, scores(.75, .86), 7, ONE_SIDED));
        assertThat(chart.series()).extracting(LineSeries::name).containsExactly("LoRA, n = 1 to 2", "DoRA, seed 7");
    }

    @Test
    void aSeriesThatCoversAnotherIsSaidTo() {
        RecoveryPoint[] points = {
            point("DoRA", 1, scores(.75, .85), 7, ONE_SIDED),
            point("DoRA", 4, scores(.75, .92), 7, ONE_SIDED),
            point("LoRA", 4, scores(.75, .92), 7, ONE_SIDED)
        };
        assertThat(captioned(RecoveryAxis.TOP1, points).caption()).contains("LoRA lies on DoRA: the same numbers.");
        points[2] = point("LoRA", 4, scores(.75, .921), 7, ONE_SIDED);
        assertThat(captioned(RecoveryAxis.TOP1, points).caption()).doesNotContain("lies on");
    }

    @Test
    void oneRoundingWhateverBinaryMakesOfAShare() {
        // 1,779 of 2,000: 100 times that double is 88.94999999999999
        assertThat(Percent.text(1779 / 2000.0)).isEqualTo("89.0");
        assertThat(RecoveryAxis.TOP1.of(scores(.75, 1779 / 2000.0))).isEqualTo(88.95);
    }

    @Test
    void theLossRecoveredIsThatOfEachChip() {
        LineChart chart = chart(
                RecoveryAxis.RECOVERED,
                point("DoRA", 2, scores(.745, .845), 7, ONE_SIDED),
                point("bias only", 0, scores(.845, .795), 8, ONE_SIDED),
                point("LoRA", 1, scores(.945, .945), 9, ONE_SIDED));
        assertThat(chart.series().get(0).points().get(0).y()).isEqualTo(50, within(1e-9));
        assertThat(chart.series().get(1).points().get(0).y()).isEqualTo(-50, within(1e-9));
        assertThat(chart.series().get(2).points().get(0).y()).isNaN();
        assertThat(lines(chart)).containsExactly("clean", "after drift");
    }

    @Test
    void acrossCanBeTheBitsThatHoldACorrection() {
        CaptionedFigure captioned = (CaptionedFigure) ((TabledFigure) RecoveryFigure.of(
                                List.of(
                                        point("DoRA", 1, scores(.75, .85), 7, ONE_SIDED),
                                        point("DoRA", 4, scores(.75, .89), 7, ONE_SIDED)),
                                look(RecoveryAcross.SRAM_BITS, RecoveryAxis.TOP1, Spread.STANDARD_DEVIATION),
                                1)
                        .orElseThrow())
                .figure();
        LineChart chart = (LineChart) captioned.figure();
        assertThat(chart.series().get(0).points()).extracting(LinePoint::x).containsExactly(1.0, 4.0);
        assertThat(chart.x().title()).isEqualTo("SRAM (1,000 bits)");
        assertThat(captioned.caption()).endsWith("Not shown, since it holds no SRAM, or it was not recorded: 1 point.");
    }

    @Test
    void theTableHasARowAPointWithAllItWasMadeWith() {
        Figure figure = RecoveryFigure.of(
                        List.of(
                                point("DoRA", 2, scores(.75, .85), 7, ONE_SIDED),
                                point("DoRA", 2, scores(.65, .89), 8, ONE_SIDED)),
                        look(RecoveryAcross.PARAMETERS, RecoveryAxis.TOP1, Spread.STANDARD_DEVIATION),
                        0)
                .orElseThrow();
        assertThat(figure.table().columns()).contains("method", "seed");
        int seed = figure.table().columns().indexOf("seed");
        assertThat(figure.table().rows()).extracting(row -> row.get(seed)).containsExactly("7", "8");
    }
}
