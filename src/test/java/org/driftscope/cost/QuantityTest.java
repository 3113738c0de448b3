package org.driftscope.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(Quantity.range(8.1e-6, 54e-6, Quantity.TIME)).isEqualTo("8.1 to 54 µs");
        assertThat(Quantity.range(542e-9, 656e-6, Quantity.ENERGY)).isEqualTo("540 nJ to 660 µJ");
        assertThat(Quantity.range(3.44, 365.25 * 11.4e6, Quantity.DAYS)).isEqualTo("3.4 days to 12 M years");
        assertThat(Quantity.roughly(1_380_000, Quantity.COUNT)).isEqualTo("1.4 M");
        assertThat(Quantity.roughly(980_000_000, Quantity.COUNT)).isEqualTo("980 M");
        assertThat(Quantity.roughly(55.2, Quantity.COUNT)).isEqualTo("55");
    }

    @Test
    void aRangeHoldsItsOwnEnds() {
        assertThat(Quantity.range(447e-9, 4.47e-6, Quantity.ENERGY)).isEqualTo("440 nJ to 4.5 µJ");
        assertThat(Quantity.range(449.6e-9, 4.41e-6, Quantity.ENERGY)).isEqualTo("440 nJ to 4.5 µJ");
        assertThat(Quantity.range(450e-9, 4.5e-6, Quantity.ENERGY)).isEqualTo("450 nJ to 4.5 µJ");
        assertThat(Quantity.range(996e-12, 996e-9, Quantity.ENERGY)).isEqualTo("990 pJ to 1 µJ");
        assertThat(Quantity.range(9_940, 9_960, Quantity.COUNT)).isEqualTo("9,900 to 10 k");
        assertThat(Quantity.range(12.3, 725, Quantity.DAYS)).isEqualTo("12 to 730 days");
        for (double joules = 1.234e-15; joules < 10; joules *= 1.37) {
            String[] ends = Quantity.range(joules, joules, Quantity.ENERGY).split(" to ");
            String[] high = ends[1].split(" ");
            String[] low = (ends[0].contains(" ") ? ends[0] : ends[0] + " " + high[1]).split(" ");
            assertThat(joules(low)).isLessThanOrEqualTo(joules * (1 + 1e-8));
            assertThat(joules(high)).isGreaterThanOrEqualTo(joules * (1 - 1e-8));
        }
    }

    private static double joules(String... words) {
        List<String> units = List.of("fJ", "pJ", "nJ", "µJ", "mJ", "J");
        return Double.parseDouble(words[0]) * 1e-15 * Math.pow(1000, units.indexOf(words[1]));
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
        for (Scale words : List.of(Quantity.ENERGY, Quantity.TIME, Quantity.COUNT, Quantity.DAYS)) {
            assertThat(Quantity.roughly(Double.NaN, words)).isEqualTo("–");
            assertThat(words.apply(Double.NaN)).isEqualTo("–");
            assertThat(Quantity.range(0, Double.POSITIVE_INFINITY, words)).endsWith(" to ∞");
        }
    }
}
