package org.driftscope.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;

class DevicesTest {
    @Test
    void relativeDriftMovesACellByItsOwnShareWhateverTheTime() {
        ConductanceRange range = new ConductanceRange(0, 100);
        DriftModel drift = new RelativeGaussianDrift(0.2);
        assertThat(drift.at(range, 0).driftedUs(50, 50, 1.5)).isCloseTo(65, within(1e-12));
        assertThat(drift.at(range, 1e6).driftedUs(50, 50, 1.5))
                .isEqualTo(drift.at(range, 0).driftedUs(50, 50, 1.5));
        assertThat(drift.at(range, 0).driftedUs(0, 0, 3)).isZero();
    }

    @Test
    void programmingErrorScalesWithTheRangeOrTheTarget() {
        assertThat(new ProgrammingError(0.03, ProgrammingError.RelativeTo.G_MAX).programmedUs(10, 100, 2))
                .isCloseTo(16, within(1e-12));
        assertThat(new ProgrammingError(0.03, ProgrammingError.RelativeTo.G_TARGET).programmedUs(10, 100, 2))
                .isCloseTo(10.6, within(1e-12));
        assertThat(ProgrammingError.none().programmedUs(10, 100, 2)).isEqualTo(10);
    }

    @Test
    void whatAPublishedErrorOfWritingWasNotMeasuredForIsSaid() {
        ProgrammingError error = new ProgrammingError(1, ProgrammingError.RelativeTo.MILO);
        assertThat(error.outside(new ConductanceRange(60, 200))).isEmpty();
        assertThat(error.outside(new ConductanceRange(0, 40)).orElseThrow()).contains("Milo 2021", "50 to 225 µS");
        assertThat(error.withAmount(0).outside(new ConductanceRange(0, 40))).isEmpty();
        assertThat(new ProgrammingError(1, ProgrammingError.RelativeTo.G_MAX).outside(new ConductanceRange(0, 40)))
                .isEmpty();
        assertThat(error.programmedUs(600, 600, 3)).as("no spread far above").isEqualTo(600);
    }

    @Test
    void onOffRatioSetsTheLowestConductance() {
        ConductanceRange range = ConductanceRange.ofOnOffRatio(100, 10);
        assertThat(range.gMinUs()).isEqualTo(10);
        assertThat(range.onOffRatio()).isEqualTo(10);
        assertThat(range.clamp(5)).isEqualTo(10);
        assertThat(range.clamp(500)).isEqualTo(100);
    }

    @Test
    void valuesOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new RelativeGaussianDrift(20))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("0.2 means 20 %");
        assertThatThrownBy(() -> new ConductanceRange(100, 10)).hasMessageContaining("gMax");
        assertThatThrownBy(() -> new ConductanceRange(Double.NaN, 10)).hasMessageContaining("gMin");
        assertThatThrownBy(() -> ConductanceRange.ofOnOffRatio(100, 1)).hasMessageContaining("on/off");
        assertThatThrownBy(() -> new ProgrammingError(-1, ProgrammingError.RelativeTo.G_MAX))
                .hasMessageContaining("programming error");
    }
}
