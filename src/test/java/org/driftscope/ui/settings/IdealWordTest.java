package org.driftscope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.driftscope.crossbar.circuit.CircuitSettings;
import org.junit.jupiter.api.Test;

class IdealWordTest {
    private final IdealWord share = new IdealWord(CircuitSettings.STUCK_LOW);
    private final IdealWord wire = new IdealWord(CircuitSettings.WIRE_ROWS);

    @Test
    void whatIsTakenReadsBackAsItself() {
        for (String text : new String[] {"none", "0.001 %", "1 %", "100 %"}) {
            assertThat(share.format(share.parse(text))).isEqualTo(text);
        }
        for (String text : new String[] {"ideal", "0.001 \u03A9", "2.5 \u03A9"}) {
            assertThat(wire.format(wire.parse(text))).isEqualTo(text);
        }
        assertThat(wire.parse("0")).isZero();
        assertThat(wire.parse("")).isZero();
    }

    @Test
    void whatWouldReadAsNothingIsRefusedAndTheBoundsAreSaid() {
        assertThat(share.parse("1e-9")).isNaN();
        assertThat(wire.parse("0.0001")).isNaN();
        assertThat(wire.parse("-1")).isNaN();
        assertThat(share.allowed()).isEqualTo("0.001 to 100 %, or \"none\"");
        assertThat(wire.allowed()).isEqualTo("0.001 to 1000 \u03A9, or \"ideal\"");
    }
}
