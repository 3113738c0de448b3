package org.driftscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.Outcomes;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.setting.ChipEffects;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.bar.BarChart;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;

class EffectLedgerTest {
    private static final ExperimentSpec BASE = Settings.with(
            SampleTrials.BASE, Map.of("drift", 0.2, "stuckLow", 0.01, "wireRows", 1.0, "wireColumns", 1.0));

    /** Accuracy by what acts; chip 2 is 10 points below chip 1 in all. */
    private static double drifted(ExperimentSpec spec) {
        double top1 = 0.9;
        top1 -= spec.chip().relativeDrift() > 0 ? 0.1 : 0;
        top1 -= spec.chip().crossbar().circuit().hasStuckCells() ? 0.2 : 0;
        top1 -= spec.chip().crossbar().circuit().hasWires() ? 0.05 : 0;
        return top1 - 0.1 * (spec.chip().seed() - 1);
    }

    @Test
    void eachEffectIsTurnedOffAndNothingElse() {
        assertThat(ChipEffects.of(BASE.chip())).containsExactly("drift", "stuck cells", "wires");
        ExperimentSpec without = effects("without stuck cells");
        assertThat(without.chip().crossbar().circuit().get(CircuitSettings.STUCK_LOW))
                .isZero();
        assertThat(without.chip().crossbar().circuit().get(CircuitSettings.WIRE_ROWS))
                .isEqualTo(1);
        assertThat(without.chip().relativeDrift()).isEqualTo(0.2);
        ExperimentSpec alone = effects("drift alone");
        assertThat(alone.chip().crossbar().circuit().isIdeal()).isTrue();
        assertThat(alone.chip().relativeDrift()).isEqualTo(0.2);
        assertThat(effects("none").chip().drifts()).isFalse();
        assertThat(effects("all")).isEqualTo(BASE);
        assertThatThrownBy(() -> effects("levels alone"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("it has drift, stuck cells, wires");
    }

    @Test
    void barsAreLossesAloneAndGainsOfTheSameChipLeftOut() {
        CaptionedFigure figure = (CaptionedFigure)
                StudyFigure.of(groups(), Spread.STANDARD_DEVIATION).orElseThrow();
        BarChart bars = (BarChart) figure.figure();
        assertThat(bars.categories()).containsExactly("drift", "stuck cells", "wires");
        // lost of the clean 90 %, mean of chips that differ by 10 points
        assertThat(bars.series().get(0).values().get(1)).isCloseTo(25, within(1e-9));
        assertThat(bars.series().get(0).errors().get(1)).isGreaterThan(5);
        // won by the same chip: no spread, though chips differ
        assertThat(bars.series().get(1).values().get(1)).isCloseTo(20, within(1e-9));
        assertThat(bars.series().get(1).errors().get(1)).isCloseTo(0, within(1e-9));
        assertThat(figure.caption())
                .isEqualTo("All effects together cost 40.0 points. Alone: stuck cells 25.0, drift 15.0, wires 10.0.");
    }

    @Test
    void thereIsNoFigureBeforeOneEffectStoodAlone() {
        assertThat(StudyFigure.of(groups().subList(0, 2), Spread.STANDARD_DEVIATION))
                .isEmpty();
        assertThat(StudyFigure.of(groups().subList(0, 3), Spread.STANDARD_DEVIATION))
                .isPresent();
    }

    private static ExperimentSpec effects(String value) {
        return Settings.named("effects").write(BASE, value);
    }

    private static List<TrialGroup> groups() {
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        axes.put("effects", List.copyOf(ChipEffects.ledger(ChipEffects.of(BASE.chip()))));
        axes.put("seed", List.of(1L, 2L));
        List<SweepRunner.Finished> finished = new ArrayList<>();
        for (Sweep.Trial trial : new Sweep("effects", BASE, axes).trials()) {
            TrialOutcome outcome = Outcomes.of(1000, 0.9, drifted(trial.spec()), 0.9, 100, 2.5, 1600, 0, 0.125, "");
            finished.add(new SweepRunner.Finished(finished.size(), trial, outcome, false));
        }
        return TrialGroup.of(finished);
    }
}
