package org.driftscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftscope.figure.chart.FigureTable;
import org.junit.jupiter.api.Test;

class LifeTableTest {
    private static final double HOUR = 3_600;
    private static final double YEAR = 365 * 86_400.0;

    private static List<TrialGroup> groups(Map<String, List<Object>> axes, double accuracy) {
        return TrialGroup.of(SampleTrials.of("life", axes, values -> accuracy).trials());
    }

    @Test
    void aLineEachWayBesideAFreshCalibration() {
        List<Object> ages = List.of(HOUR, YEAR);
        List<TrialGroup> all =
                new ArrayList<>(groups(Map.of("device", List.of("pcm"), "age", ages, "keptFrom", List.of(0.0)), 0.9));
        all.addAll(groups(
                Map.of(
                        "device",
                        List.of("pcm"),
                        "age",
                        ages,
                        "keptFrom",
                        List.of(HOUR),
                        "upkeep",
                        List.of("once", "times 10 + gains")),
                0.85));
        FigureTable table = LifeTable.of(all).orElseThrow();
        assertThat(table.columns()).startsWith("upkeep", "of", "age", "chips");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(1)).startsWith("times 10 + gains", "device pcm", "1 y", "1", "85.0", "5.0", "n/a");
    }

    @Test
    void otherStudiesHaveNone() {
        assertThat(LifeTable.of(TrialGroup.of(SampleTrials.ranks().trials()))).isEmpty();
    }
}
