package org.driftscope.ui.explorer.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.driftscope.evaluation.Accuracy;
import org.junit.jupiter.api.Test;

class KeyFigureTest {
    private static Accuracy accuracy(int classes) {
        return new Accuracy(30, 36, 40, classes, new int[0], new int[0]);
    }

    @Test
    void manyClassesHaveTopFiveBelowAndAFewImagesTheirNumber() {
        assertThat(KeyFigure.accuracy(accuracy(1000)))
                .isEqualTo(new KeyFigure("75.0 %", "± 6.8 s.e.", "top-5 90.0 %", false));
        assertThat(KeyFigure.accuracy(accuracy(10)).more()).isEmpty();
        assertThat(KeyFigure.soFar(accuracy(1000)).more()).isEqualTo("top-5 90.0 %, n = 40");
        assertThat(KeyFigure.soFar(accuracy(10)).more()).isEqualTo("n = 40");
    }

    @Test
    void theLineBelowKeepsItsPlaceWhileNothingIsKnown() {
        assertThat(KeyFigure.UNKNOWN.withLine(true).more()).isNotEmpty();
        assertThat(KeyFigure.UNKNOWN.withLine(false)).isSameAs(KeyFigure.UNKNOWN);
    }
}
