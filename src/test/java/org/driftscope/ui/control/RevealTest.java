package org.driftscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RevealTest {
    @Test
    void whatIsSeenStaysWhereItIs() {
        assertThat(Reveal.value(120, 150, 1000, 500, 0.2)).isEqualTo(0.2);
        assertThat(Reveal.value(900, 950, 400, 500, 0)).isZero();
    }

    @Test
    void whatWasHiddenIsSeenWithWhatStandsBelowIt() {
        assertThat(Reveal.value(600, 630, 1000, 500, 0)).isCloseTo((600 - 470 / 3.0) / 500, within(1e-9));
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            double seen = 100 + random.nextInt(600);
            double whole = seen + 1 + random.nextInt(900);
            double length = random.nextDouble() * seen;
            double first = random.nextDouble() * (whole - length);
            double top = Reveal.value(first, first + length, whole, seen, random.nextDouble()) * (whole - seen);
            assertThat(first).isGreaterThanOrEqualTo(top - 1e-6);
            assertThat(first + length).isLessThanOrEqualTo(top + seen + 1e-6);
        }
    }
}
