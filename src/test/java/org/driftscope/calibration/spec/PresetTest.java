package org.driftscope.calibration.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.junit.jupiter.api.Test;

class PresetTest {
    private final CalibrationSpec own = CalibrationSpec.defaults()
            .withMethod(Method.LORA)
            .withRank(3)
            .withSamples(7)
            .withSettings(MethodSettings.defaults().withMostAffected(5));

    @Test
    void aPresetIsKnownByWhatItSetsAndKeepsTheRest() {
        for (Preset preset : Preset.values()) {
            CalibrationSpec spec = preset.applyTo(own);
            assertThat(Preset.of(spec)).contains(preset);
            assertThat(spec.method()).isEqualTo(Method.DORA);
            assertThat(spec.rank()).isEqualTo(3);
            assertThat(spec.samples()).isEqualTo(7);
            assertThat(spec.settings().mostAffected()).isEqualTo(5);
            assertThat(Preset.of(spec.withRank(8))).contains(preset);
            assertThat(Preset.of(spec.withBias(!spec.bias()))).isEmpty();
            assertThat(Preset.of(spec.withMethod(Method.LORA))).isEmpty();
            assertThat(Preset.of(spec.withSettings(
                            spec.settings().withLayerGain(!spec.settings().layerGain()))))
                    .isEmpty();
        }
        assertThat(Preset.of(own)).isEmpty();
    }

    @Test
    void asPublishedIsTheDefaultOfFilesAndCommandsBySolverOfEitherKind() {
        assertThat(Preset.of(CalibrationSpec.defaults())).contains(Preset.AS_PUBLISHED);
        assertThat(Preset.of(CalibrationSpec.defaults().withSolver(SolverKind.GRADIENT)))
                .contains(Preset.AS_PUBLISHED);
    }

    @Test
    void theRecommendedOneSaysWhatItIs() {
        CalibrationSpec spec = Preset.RECOMMENDED.applyTo(CalibrationSpec.defaults());
        assertThat(spec.magnitude()).isEqualTo(MagnitudeRule.VARIANCE);
        assertThat(spec.bias()).isTrue();
        assertThat(spec.settings().layerGain()).isTrue();
        assertThat(spec.describe()).isEqualTo("DoRA rank 4 + layer gain + bias, variance-matched");
        assertThat(spec.withMethod(Method.ALLOCATED).describe()).isEqualTo("allocated ranks 2.34 % + layer gain");
        assertThat(spec.withMethod(Method.MAGNITUDE_ONLY).describe())
                .isEqualTo("magnitude + layer gain + bias, variance-matched");
        assertThat(CalibrationSpec.defaults().withMethod(Method.MAGNITUDE_ONLY).describe())
                .isEqualTo("magnitude only");
        assertThat(spec.withMethod(Method.BATCH_NORM).describe()).isEqualTo("batch-norm statistics");
    }
}
