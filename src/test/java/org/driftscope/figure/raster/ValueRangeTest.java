package org.driftscope.figure.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ValueRangeTest {
    @Test
    void holdsAllFiniteValues() {
        float[] some = {3, Float.NaN, -1};
        float[] others = {Float.POSITIVE_INFINITY, 7};
        assertThat(ValueRange.of(some, others)).isEqualTo(new ValueRange(-1, 7));
        assertThat(ValueRange.symmetric(some, others)).isEqualTo(new ValueRange(-7, 7));
    }

    @Test
    void isNeverEmpty() {
        assertThat(ValueRange.of(new float[] {4, 4})).isEqualTo(new ValueRange(2, 6));
        assertThat(ValueRange.of(new float[] {0})).isEqualTo(new ValueRange(-0.5, 0.5));
        assertThat(ValueRange.of(new float[] {Float.NaN})).isEqualTo(new ValueRange(0, 1));
        assertThat(ValueRange.symmetric(new float[3])).isEqualTo(new ValueRange(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueRange(2, 2));
    }

    @Test
    void placesValues() {
        assertThat(new ValueRange(-2, 2).fraction(1)).isEqualTo(0.75);
        assertThat(new ValueRange(-2, 2).isSymmetric()).isTrue();
        assertThat(new ValueRange(0, 2).isSymmetric()).isFalse();
    }
}
