package org.driftscope.algebra;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.driftscope.support.DriftscopeException;
import org.junit.jupiter.api.Test;

class AlgebraCheckTest {
    @Test
    void thisMachineMultipliesRight() {
        assertThatCode(AlgebraCheck::require).doesNotThrowAnyException();
    }

    @Test
    void aWrongProductNamesTheVariableAndNotTheImages() {
        assertThatThrownBy(() -> AlgebraCheck.requireRight(0.3, ""))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("OPENBLAS_CORETYPE to ''")
                .hasMessageNotContaining("preprocessing");
        assertThatThrownBy(() -> AlgebraCheck.requireRight(Double.POSITIVE_INFINITY, null))
                .hasMessageContaining("Set OPENBLAS_CORETYPE=Haswell");
    }
}
