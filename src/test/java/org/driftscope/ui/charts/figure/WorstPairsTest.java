package org.driftscope.ui.charts.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.evaluation.Mistakes;
import org.driftscope.figure.chart.SeriesTint;
import org.junit.jupiter.api.Test;

class WorstPairsTest {
    private static final List<String> NAMES = IntStream.range(0, 1000)
            .mapToObj(i -> i == 281 ? "tabby cat" : "thing " + i)
            .toList();

    /** 282 is taken for 281 twice of three times, 281 for 285 once of once, 7 is found. */
    private final WorstPairs pairs = new WorstPairs(
            NAMES, Mistakes.of(new int[] {282, 282, 282, 281, 7}, new int[] {281, 281, 282, 285, 7}, 1000));

    @Test
    void theWorstComeFirstAndASearchFindsClassesOnEitherSide() {
        assertThat(pairs.lines(""))
                .containsExactly(
                        new WorstPairs.Line("thing 282", "tabby cat", 2, 3),
                        new WorstPairs.Line("tabby cat", "thing 285", 1, 1));
        assertThat(pairs.lines(" TABBY ")).hasSize(2);
        assertThat(pairs.lines("285")).extracting(WorstPairs.Line::label).containsExactly("tabby cat");
        assertThat(pairs.lines("zebra")).isEmpty();
    }

    @Test
    void theSummaryCountsImagesAndClasses() {
        assertThat(pairs.summary())
                .isEqualTo("2 of 5 images right. Of 1,000 classes 3 have images; 1 of these were never found.");
    }

    @Test
    void theFigureHasTheWorstAndItsTableAllOfThem() {
        assertThat(pairs.figure(SeriesTint.CLEAN).table().rows())
                .containsExactly(
                        List.of("thing 282", "tabby cat", "2", "3"), List.of("tabby cat", "thing 285", "1", "1"));
    }
}
