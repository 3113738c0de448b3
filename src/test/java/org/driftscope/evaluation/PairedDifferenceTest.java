package org.driftscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
    /** Mean 2, s.d. 1; t of 2 degrees of freedom is 4.303 in every table. */
    @Test
    void theIntervalIsStudents() {
        PairedDifference difference = PairedDifference.of(List.of(1.0, 2.0, 3.0));
        assertThat(difference.over().interval95().low()).isCloseTo(2 - 4.303 / Math.sqrt(3), within(1e-3));
        assertThat(difference.over().interval95().high()).isCloseTo(2 + 4.303 / Math.sqrt(3), within(1e-3));
        assertThat(difference.isClear()).isFalse();
        assertThat(PairedDifference.of(List.of(1.9, 2.0, 2.1)).isClear()).isTrue();
    }

    /** A paired t-test, two-sided, 5 %, power 80 %: 34 pairs for an effect of half a standard deviation, 10 for a whole one. */
    @Test
    void chipsAreThoseOfAPairedTest() {
        PairedDifference difference = PairedDifference.of(List.of(1.0, 2.0, 3.0));
        assertThat(difference.chipsToSee(0.5)).isEqualTo(34);
        assertThat(difference.chipsToSee(1)).isBetween(10, 11);
        assertThat(difference.chipsToSee(5)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void oneChipTellsNoSpreadAndEqualOnesNeedTwo() {
        assertThat(PairedDifference.of(List.of(1.0)).chipsToSee(0.5)).isEqualTo(-1);
        assertThat(PairedDifference.of(List.of(1.0, 1.0)).chipsToSee(0.5)).isEqualTo(2);
        assertThat(PairedDifference.of(List.of(-1e6, 1e6)).chipsToSee(0.5)).isEqualTo(-1);
    }
}
