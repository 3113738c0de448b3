package org.driftscope.ui.correction;

import static org.assertj.core.api.Assertions.assertThat;

import org.driftscope.adapter.FactorPrecision;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.crossbar.WeightMatrix;
import org.junit.jupiter.api.Test;

class FirstTermsTest {
    private static final float[] NONE = {};

    private static float[] corrected(LowRankAdapter adapter) {
        return adapter.apply(new WeightMatrix(2, 4, new float[8])).weights().values();
    }

    @Test
    void termsAddUp() {
        LowRankAdapter whole = new LowRankAdapter(
                "l", 2, 2, 4, 1, new float[] {1, 10, 2, 20}, new float[] {1, 2, 3, 4, 5, 6, 7, 8}, NONE, NONE);
        assertThat(corrected(FirstTerms.of(whole, 0))).containsOnly(0);
        assertThat(corrected(FirstTerms.of(whole, 1))).containsExactly(1, 2, 3, 4, 2, 4, 6, 8);
        assertThat(FirstTerms.of(whole, 2)).isSameAs(whole);
        assertThat(corrected(whole)).containsExactly(51, 62, 73, 84, 102, 124, 146, 168);
    }

    @Test
    void everyGroupKeepsItsOwnFirstTerms() {
        LowRankAdapter whole = new LowRankAdapter(
                "l",
                2,
                2,
                4,
                2,
                new float[] {1, 10, 3, 30, 2, 20, 4, 40},
                new float[] {1, 1, 1, 1, 5, 5, 5, 5},
                NONE,
                NONE);
        assertThat(corrected(FirstTerms.of(whole, 1))).containsExactly(1, 1, 3, 3, 2, 2, 4, 4);
    }

    @Test
    void narrowFactorsKeepTheirValues() {
        LowRankAdapter whole = new LowRankAdapter(
                "l",
                2,
                2,
                4,
                1,
                new float[] {1, 10, 2, 20},
                new float[] {1, 2, 3, 4, 5, 6, 7, 8},
                NONE,
                NONE,
                NONE,
                new FactorPrecision(8, new float[] {1, 1}, new float[] {1, 1}));
        assertThat(corrected(FirstTerms.of(whole, 1))).containsExactly(1, 2, 3, 4, 2, 4, 6, 8);
    }
}
