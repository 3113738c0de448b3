package org.driftscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftscope.evaluation.Spread;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.line.LineChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudyTablesTest {
    private final List<TrialGroup> groups = TrialGroup.of(SampleTrials.ranks().trials());

    @Test
    void oneRowATrialWithItsSettingsFirst() {
        FigureTable table = StudyTables.trials(SampleTrials.ranks());
        assertThat(table.columns()).startsWith("rank", "seed", "notes", "images", "cleanTop1");
        assertThat(table.rows()).hasSize(4);
        assertThat(table.rows().get(1))
                .startsWith("4", "1", "", "1000", "0.9", "0.7")
                .containsSequence("101", "2.5", "1616", "0", "0.125");
    }

    /** Two values a and b: mean (a+b)/2, half interval t(0.975, 1) |a-b|/2 with t = 12.706. */
    @Test
    void groupsHaveMeanAndInterval() {
        List<String> row = StudyTables.groups(groups, Spread.INTERVAL_95).rows().get(1);
        assertThat(row.get(0)).isEqualTo("rank 4");
        assertThat(row.get(2)).isEqualTo("2");
        assertThat(Double.parseDouble(row.get(5))).isCloseTo(87, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(Double.parseDouble(row.get(6))).isCloseTo(12.706, org.assertj.core.api.Assertions.within(1e-2));
    }

    @Test
    void aSingleChipHasNoInterval() {
        FinishedSweep one = SampleTrials.of("s", Map.of("rank", List.of(1L, 2L)), values -> 0.8);
        List<TrialGroup> single = TrialGroup.of(one.trials());
        assertThat(StudyTables.groups(single, Spread.INTERVAL_95).rows().get(0).get(6))
                .isEmpty();
        assertThat(StudyTables.summary(single, Spread.INTERVAL_95).get(1).get(5))
                .isEqualTo("n/a");
        assertThat(StudyTables.latex("s", single, Spread.STANDARD_DEVIATION).text(Map.of()))
                .contains("$80.0$");
    }

    @Test
    void latexSaysTheSame() {
        assertThat(StudyTables.latex("rank", groups, Spread.STANDARD_DEVIATION).text(Map.of()))
                .contains("\\toprule", "rank 4 & ", "$87.0 \\pm 1.4$", "\\bottomrule");
    }

    /** What follows "±" is one thing in the figure, the table and the terminal, by one word. */
    @ParameterizedTest
    @EnumSource(Spread.class)
    void oneWordEverywhereForWhatFollowsThePlusMinus(Spread spread) {
        assertThat(StudyTables.groups(groups, spread).columns()).contains("calibratedTop1 ± " + spread.word());
        assertThat(StudyTables.summary(groups, spread).get(0)).contains("+/- " + spread.word());
        String latex = StudyTables.latex("rank", groups, spread).text(Map.of());
        assertThat(latex.replace("\\", "")).contains(spread.word());
        double half = Double.parseDouble(
                StudyTables.groups(groups, spread).rows().get(1).get(6));
        assertThat(latex).contains(String.format(Locale.ROOT, "$87.0 \\pm %.1f$", half));
        CaptionedFigure figure =
                (CaptionedFigure) StudyFigure.of(groups, spread).orElseThrow();
        LineChart chart = (LineChart) figure.figure();
        assertThat(chart.y().title()).contains("± " + spread.word() + ", n = 2");
        assertThat(chart.series().get(0).points().get(1).error())
                .isCloseTo(half, org.assertj.core.api.Assertions.within(1e-6));
    }
}
