package org.driftscope.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangedCostsTest {
    @Test
    void whatDiffersFromTheDefaultsIsNamedWithBoth() {
        CostAssumptions usual = CostAssumptions.defaults();
        assertThat(ChangedCosts.words(usual)).isEmpty();
        assertThat(ChangedCosts.words(usual.with(CostQuantity.BITS_PER_PARAMETER, 8)))
                .isEqualTo("Bits per adapter parameter 8, not the default 16");
    }
}
