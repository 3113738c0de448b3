package org.driftscope.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void takesTheUnitThatLeavesOneToThreeDigits() {
        assertThat(Quantity.energy(691e-12)).isEqualTo("691 pJ");
        assertThat(Quantity.energy(17.3e-6)).isEqualTo("17.3 µJ");
        assertThat(Quantity.energy(0)).isEqualTo("0.00 fJ");
        assertThat(Quantity.time(0.9996e-6)).isEqualTo("1.00 µs");
        assertThat(Quantity.time(472)).isEqualTo("472 s");
        assertThat(Quantity.count(9999)).isEqualTo("9,999");
        assertThat(Quantity.count(7_110_962)).isEqualTo("7.11 M");
        assertThat(Quantity.days(47.3)).isEqualTo("47.3 days");
        assertThat(Quantity.days(365.25 * 7)).isEqualTo("7.00 years");
    }

    @Test
    void rangesAreShort() {
        assertThat(Quantity.range(8.1e-6, 54e-6, Quantity::time)).isEqualTo("8.1 to 54 µs");
        assertThat(Quantity.range(542e-9, 656e-6, Quantity::energy)).isEqualTo("540 nJ to 660 µJ");
        assertThat(Quantity.range(3.44, 365.25 * 11.4e6, Quantity::days)).isEqualTo("3.4 days to 11 M years");
        assertThat(Quantity.roughly(1_380_000, Quantity::count)).isEqualTo("1.4 M");
        assertThat(Quantity.roughly(980_000_000, Quantity::count)).isEqualTo("980 M");
        assertThat(Quantity.roughly(55.2, Quantity::count)).isEqualTo("55");
    }

    @Test
    void figuresAreWrittenAsOneTypesThem() {
        assertThat(Quantity.typed(4100)).isEqualTo("4100");
        assertThat(Quantity.typed(1e6)).isEqualTo("1e6");
        assertThat(Quantity.typed(1.25e-5)).isEqualTo("1.25e-5");
        assertThat(Quantity.typed(0.3)).isEqualTo("0.3");
        assertThat(Quantity.typed(100)).isEqualTo("100");
        assertThat(Quantity.typed(0)).isEqualTo("0");
    }

    @Test
    void aShareOfNothingIsNoNumber() {
        assertThat(Quantity.share(0, 0)).isEqualTo("–");
        assertThat(Quantity.share(1, 0)).isEqualTo("∞");
        assertThat(Quantity.share(0, 5)).isEqualTo("0");
        assertThat(Quantity.share(5, 5)).isEqualTo("1");
        assertThat(Quantity.share(1, 13_020)).isEqualTo("1 / 13 k");
    }

    @Test
    void whatIsNoNumberHasAWord() {
        for (DoubleFunction<String> words :
                List.<DoubleFunction<String>>of(Quantity::energy, Quantity::time, Quantity::count, Quantity::days)) {
            assertThat(Quantity.roughly(Double.NaN, words)).isEqualTo("–");
            assertThat(words.apply(Double.NaN)).isEqualTo("–");
            assertThat(Quantity.range(0, Double.POSITIVE_INFINITY, words)).endsWith(" to ∞");
        }
    }
}
