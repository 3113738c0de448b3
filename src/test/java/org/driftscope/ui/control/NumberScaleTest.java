package org.driftscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberScaleTest {
    private final NumberScale percent = NumberScale.linear(0, 0.5, 0.005, 100, "%");
    private final NumberScale ratio = NumberScale.logarithmic(2, 10_000, true, "");

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.005, 0.15, 0.2, 0.3, 0.5})
    void everyStepOfALinearScaleSurvivesTheSlider(double value) {
        assertThat(percent.fromPosition(percent.toPosition(value))).isEqualTo(value);
        assertThat(percent.parse(percent.format(value))).isCloseTo(value, within(1e-12));
    }

    @Test
    void percentAreShownAndRead() {
        assertThat(percent.format(0.2)).isEqualTo("20 %");
        assertThat(percent.parse("12,5")).isEqualTo(0.125);
        assertThat(percent.parse("60 %")).isNaN();
        assertThat(percent.parse("twenty")).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 10, 100, 1000, 10_000, Double.POSITIVE_INFINITY})
    void roundNumbersSurviveALogarithmicSlider(double value) {
        assertThat(ratio.fromPosition(ratio.toPosition(value))).isEqualTo(value);
        assertThat(ratio.parse(ratio.format(value))).isEqualTo(value);
    }

    @Test
    void infinityIsTheOpenEnd() {
        assertThat(ratio.format(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(ratio.parse("inf")).isInfinite();
        assertThat(NumberScale.logarithmic(1, 10, false, "µS").parse("inf")).isNaN();
    }
}
