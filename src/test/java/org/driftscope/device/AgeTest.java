package org.driftscope.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {
    @ParameterizedTest
    @CsvSource({"90, 90", "1s, 1", "15min, 900", "1h, 3600", "30d, 2592000", "6mo, 15552000", "1.5 Y, 47304000", "0, 0"
    })
    void isReadWithItsUnit(String text, double seconds) {
        assertThat(Age.parse(text)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1x", "-1s", "1e400", "nan", "1 h 2 min", "--1", "101y", "h"})
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Age.parse(text))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("10y");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "0.5, 0.5 s", "59, 59 s", "3600, 1 h", "5400, 1.5 h", "86400, 1 d", "315360000, 10 y"})
    void isSaidInTheLargestUnitThatFits(double seconds, String words) {
        assertThat(Age.words(seconds)).isEqualTo(words);
        assertThat(Age.parse(words)).isEqualTo(seconds);
    }

    @Test
    void aDeviceSaysWhereItsDataEnd() {
        DeviceKind wan = DeviceKinds.named("wan2022");
        ConductanceRange measured = wan.usualRange();
        assertThat(wan.outside(measured, Age.parse("1d"))).isEmpty();
        assertThat(wan.outside(measured, Age.parse("3d")))
                .hasValueSatisfying(words -> assertThat(words).contains("up to 2 d"));
        assertThat(wan.outside(new ConductanceRange(0, 100), 1))
                .hasValueSatisfying(words -> assertThat(words).contains("0 to 40"));
        assertThat(DeviceKinds.RELATIVE.outside(new ConductanceRange(3, 7), 0)).isEmpty();
        assertThatThrownBy(() -> DeviceKinds.named("foo"))
                .hasMessageContaining("one of relative, wan2022")
                .isInstanceOf(SpecException.class);
    }
}
