package org.driftscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.driftscope.figure.chart.FigureTable;
import org.junit.jupiter.api.Test;

class StudyTablesTest {
    private final List<TrialGroup> groups = TrialGroup.of(SampleTrials.ranks().trials());

    @Test
    void oneRowATrialWithItsSettingsFirst() {
        FigureTable table = StudyTables.trials(SampleTrials.ranks().trials());
        assertThat(table.columns()).startsWith("rank", "seed", "notes", "images", "cleanTop1");
        assertThat(table.rows()).hasSize(4);
        assertThat(table.rows().get(1))
                .startsWith("4", "1", "", "1000", "0.9", "0.7")
                .endsWith("101", "2.5", "1616", "0", "0.125");
    }

    /** Two values a and b: mean (a+b)/2, half interval t(0.975, 1) |a-b|/2 with t = 12.706. */
    @Test
    void groupsHaveMeanAndInterval() {
        List<String> row = StudyTables.groups(groups).rows().get(1);
        assertThat(row.get(0)).isEqualTo("rank 4");
        assertThat(row.get(2)).isEqualTo("2");
        assertThat(Double.parseDouble(row.get(5))).isCloseTo(87, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(Double.parseDouble(row.get(6))).isCloseTo(12.706, org.assertj.core.api.Assertions.within(1e-2));
    }

    @Test
    void aSingleChipHasNoInterval() {
        FinishedSweep one = SampleTrials.of("s", Map.of("rank", List.of(1L, 2L)), values -> 0.8);
        List<TrialGroup> single = TrialGroup.of(one.trials());
        assertThat(StudyTables.groups(single).rows().get(0).get(6)).isEmpty();
        assertThat(StudyTables.summary(single).get(1).get(5)).isEqualTo("n/a");
        assertThat(StudyTables.latex("s", single).text(Map.of())).contains("$80.0$");
    }

    @Test
    void latexSaysTheSame() {
        assertThat(StudyTables.latex("rank", groups).text(Map.of()))
                .contains("\\toprule", "rank 4 & ", "$87.0 \\pm 1.4$", "\\bottomrule");
    }
}
