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
    void outliersMayLieOutside() {
        float[] values = new float[2000];
        for (int i = 0; i < 1000; i++) {
            values[i] = (i % 2 == 0 ? 1 : -1) * (i + 1) / 1000f;
        }
        values[3] = 5;
        assertThat(ValueRange.symmetricFor(0.95, values).high()).isBetween(0.945, 0.96);
        assertThat(ValueRange.symmetricFor(1, values).high()).isEqualTo(5);
        assertThat(ValueRange.symmetricFor(0.9, new float[2])).isEqualTo(new ValueRange(-1, 1));
    }

    @Test
    void placesValues() {
        assertThat(new ValueRange(-2, 2).fraction(1)).isEqualTo(0.75);
        assertThat(new ValueRange(-2, 2).isSymmetric()).isTrue();
        assertThat(new ValueRange(0, 2).isSymmetric()).isFalse();
    }
}
