package org.driftscope.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {
    private static final Font FONT = ChartFonts.regular(10);
    private static final String NAME = "DoRA + layer gain + bias, variance-matched";

    @Test
    void whatFitsIntoTheLinesIsWhole() {
        double room = ChartFonts.width(FONT, "DoRA + layer gain + bias,");
        List<String> lines = TextLines.of(NAME, FONT, room + 1e-6, 2);
        assertThat(lines).containsExactly("DoRA + layer gain + bias,", "variance-matched");
        assertThat(TextLines.of(NAME, FONT, 1000, 2)).containsExactly(NAME);
        assertThat(TextLines.of(" ", FONT, 1000, 2)).isEmpty();
    }

    @Test
    void whatDoesNotFitEndsInAnEllipsisAndNoLineIsWider() {
        double room = ChartFonts.width(FONT, "DoRA + layer");
        List<String> lines = TextLines.of(NAME, FONT, room + 1e-6, 2);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).endsWith("\u2026");
        assertThat(lines)
                .allSatisfy(line -> assertThat(ChartFonts.width(FONT, line)).isLessThanOrEqualTo(room + 1e-6));
    }
}
