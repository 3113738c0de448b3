package org.driftscope.calibration.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.driftscope.device.Age;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpkeepTest {
    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "once",
                "once + gains",
                "every 1mo",
                "every 90min + gains",
                "every 1.5s",
                "times 10",
                "times 3.1623",
                "on demand 1",
                "on demand 0.5 + gains"
            })
    void readsWhatItWrites(String text) {
        assertThat(Upkeep.parse(text).inFiles()).isEqualTo(text);
    }

    @Test
    void takesWhatPeopleWrite() {
        assertThat(Upkeep.parse(" Every 30d+gains ").inFiles()).isEqualTo("every 1mo + gains");
        assertThat(Upkeep.parse("on-demand").inFiles()).isEqualTo("on demand 1");
        assertThat(Upkeep.parse("every 86400").inFiles()).isEqualTo("every 1d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "never",
                "once 3",
                "every",
                "every 0",
                "every -1d",
                "every 1x",
                "every 1e400",
                "times 1",
                "times 0.5",
                "times NaN",
                "on demand 0",
                "on demand 101",
                "on demand 1 + bias"
            })
    void refusesTheRestInASentence(String text) {
        assertThatThrownBy(() -> Upkeep.parse(text))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("upkeep");
    }

    @Test
    void countsCalibrationsByTheCalendar() {
        assertThat(Upkeep.once().calendar(HOUR, Age.MOST)).isEqualTo(new Upkeep.Calendar(1, HOUR));
        Upkeep daily = Upkeep.parse("every 1d");
        assertThat(daily.calendar(HOUR, HOUR)).isEqualTo(new Upkeep.Calendar(1, HOUR));
        assertThat(daily.calendar(HOUR, HOUR + 2.5 * DAY)).isEqualTo(new Upkeep.Calendar(3, HOUR + 2 * DAY));
        assertThat(daily.calendar(HOUR, Age.parse("10y")).times()).isEqualTo(3_650);
        Upkeep tenfold = Upkeep.parse("times 10");
        assertThat(tenfold.calendar(HOUR, 9.99 * HOUR).times()).isEqualTo(1);
        Upkeep.Calendar thousand = tenfold.calendar(HOUR, 1000 * HOUR);
        assertThat(thousand.times()).isEqualTo(4);
        assertThat(thousand.last()).isEqualTo(1000 * HOUR, within(1e-6));
    }

    @Test
    void checksTwiceADecadeOfAge() {
        assertThat(Upkeep.checks(HOUR, HOUR)).isEmpty();
        assertThat(Upkeep.checks(HOUR, 10 * HOUR)).hasSize(2).last().isEqualTo(10 * HOUR);
        assertThat(Upkeep.checks(HOUR, Age.parse("10y"))).hasSize(9);
        assertThat(Upkeep.lastCheck(HOUR, 2 * HOUR)).isEqualTo(HOUR);
        assertThat(Upkeep.lastCheck(HOUR, 15 * HOUR)).isEqualTo(10 * HOUR, within(1e-6));
    }
}
