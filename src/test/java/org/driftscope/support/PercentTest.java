package org.driftscope.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentTest {
    @Test
    void halvesAreRoundedUpAsWritten() {
        assertThat(Percent.text(1779 / 2000.0)).isEqualTo("89.0");
        assertThat(Percent.of(0.798)).isEqualTo(79.8);
    }

    @Test
    void pointsAreThoseBetweenPrintedNumbers() {
        for (int from = 0; from <= 2000; from += 7) {
            for (int to = 0; to <= 2000; to += 11) {
                int tenths = tenths(to / 2000.0) - tenths(from / 2000.0);
                assertThat(Percent.points(from / 2000.0, to / 2000.0)).isEqualTo(tenths / 10.0);
            }
        }
    }

    private static int tenths(double share) {
        return Integer.parseInt(Percent.text(share).replace(".", ""));
    }
}
