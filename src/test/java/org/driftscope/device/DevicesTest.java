package org.driftscope.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Computed apart from this program, from PyRRAM-Sim's formulas. */
    @ParameterizedTest
    @CsvSource({
        "50, .5, -.3, 1.2, 51.5, 49.4, 61.256",
        "1, 1.1, .4, -.7, 4.3, 7.1, 6.106",
        "1, -1.1, -.4, .7, 1, 1, 1.14",
        "99.87, 2.1, -.2, .1, 100, 98.6, 100",
        "37.34, -.24, 1.75, -2.2, 36.58, 48.85, 27.328",
        "3.21, .03, -.04, 4, 3.29, 3.02, 5.4"
    })
    void threeStagesFollowOneAnotherEachRoundedAndInTheRange(
            double target, double write, double relax, double drift, double written, double relaxed, double drifted) {
        DriftModel model = DeviceKinds.named("pyrram").model();
        ConductanceRange range = DeviceKinds.named("pyrram").usualRange();
        double first = range.clamp(model.programmedUs(target, range, write));
        double second = range.clamp(model.relaxedUs(first, range, relax));
        assertThat(first).isCloseTo(written, within(1e-12));
        assertThat(second).isCloseTo(relaxed, within(1e-12));
        assertThat(range.clamp(model.at(range, 0).driftedUs(target, second, drift)))
                .isCloseTo(drifted, within(1e-12));
    }

    @Test
    void aStageThatIsLeftOutOnlyRounds() {
        ConductanceRange range = new ConductanceRange(1, 100);
        DriftModel model = DeviceKinds.named("pyrram").model();
        DriftModel none = PyRramStages.RELAXATION.in(PyRramStages.DRIFT.in(model, 0), 0);
        assertThat(none.relaxedUs(12.34, range, 3)).isCloseTo(12.3, within(1e-12));
        assertThat(none.at(range, 0).driftedUs(12, 12.34, 3)).isCloseTo(12.3, within(1e-12));
        assertThat(none.programmedUs(12, range, 1)).isEqualTo(model.programmedUs(12, range, 1));
        assertThat(none.describe()).isNotEqualTo(model.describe());
        assertThat(model.parameters().keySet()).containsExactly(PyRramStages.RELAXATION, PyRramStages.DRIFT);
        assertThatThrownBy(() -> PyRramStages.RELAXATION.in(model, 7)).hasMessageContaining("pyrramRelaxation");
        assertThatThrownBy(() -> PyRramStages.DRIFT.in(DeviceKinds.named("pcm").model(), 0.1))
                .hasMessageContaining("pcm has no such parameter");
    }
}
