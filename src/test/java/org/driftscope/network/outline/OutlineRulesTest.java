package org.driftscope.network.outline;

import static org.assertj.core.api.Assertions.assertThat;

import org.driftscope.network.op.Operators;
import org.junit.jupiter.api.Test;

class OutlineRulesTest {
    @Test
    void everyOperatorThatRunsHasARule() {
        assertThat(OutlineRules.names()).containsAll(Operators.names());
    }

    @Test
    void sizesBeyondALongAreCountedAsTheLargest() {
        Outline huge = Outline.of(org.driftscope.network.Tensor.Type.FLOAT, 1L << 40, 1L << 40);
        assertThat(huge.size()).isEqualTo(Long.MAX_VALUE);
        assertThat(huge.bytes()).isEqualTo(Long.MAX_VALUE);
        assertThat(Outline.of(org.driftscope.network.Tensor.Type.FLOAT, 1L << 40, 0, 1L << 40)
                        .size())
                .isZero();
    }
}
