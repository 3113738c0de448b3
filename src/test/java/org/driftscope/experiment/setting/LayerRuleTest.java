package org.driftscope.experiment.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.PerLayer;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerRuleTest {
    private static ExperimentSpec with(Map<String, Object> settings, String... rules) {
        return LayerRules.PER_LAYER.write(Settings.with(ExperimentSpec.defaults(), settings), List.of(rules));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv1,fc:adc-bits=8",
                "layer1.*:digital",
                "/stem/Conv:device=pcm,g-max=20.5,clip-to-range=true",
                "onnx::Conv_12:mapping=offset-column,tile=64,fault-aware=true,drift=0.05",
                "conv1:device=C:\\cells\\a.yaml,levels=16",
                "paper-set:drift=0.07"
            })
    void whatIsWrittenIsReadBack(String text) {
        assertThat(LayerRule.parse(text).text()).isEqualTo(text);
    }

    @Test
    void settingsGoByTheirNamesInFilesAsWell() {
        assertThat(LayerRule.parse("fc:adcBits=8, tile=64".replace(" ", "")).text())
                .isEqualTo("fc:tile=64,adc-bits=8");
        assertThat(LayerRule.parse(" fc , conv1:adc-bits=8").layers()).containsExactly("fc", "conv1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fc",
                "fc:",
                ":adc-bits=8",
                "fc:bits=8",
                "fc:adc-bits",
                "fc:adc-bits=many",
                "fc:adc-bits=99",
                "fc:tile=0",
                "fc:mapping=none",
                "fc:device=sand",
                "fc:age=3600",
                "fc:seed=3",
                "fc:clip-to-range=perhaps",
                "fc:levels=1e3"
            })
    void whatCannotBeReadIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> with(Map.of(), text))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(" but must be ")
                .hasMessageEndingWith(".");
    }

    @Test
    void aChipWithoutRulesIsTheOneFromBefore() {
        ExperimentSpec none = with(Map.of());
        assertThat(none).isEqualTo(ExperimentSpec.defaults());
        assertThat(none.chip().perLayer()).isSameAs(PerLayer.none());
        assertThat(none.chip().describe()).doesNotContain("perLayer");
        assertThat(Settings.identity(none)).doesNotContainKey("perLayer");
        assertThat(Settings.identity(with(Map.of(), "fc:tile=64"))).containsKey("perLayer");
    }

    @Test
    void whatADeviceDoesNotHaveIsLeftAside() {
        ChipSpec chip = with(Map.of("device", "pcm"), "fc:drift=0.1,tile=64").chip();
        assertThat(chip.kinds().get(1).drift().id()).isEqualTo("pcm");
        assertThat(chip.kinds().get(1).crossbar().tileRows()).isEqualTo(64);
    }

    @Test
    void effectsOfSomeLayersAreEffectsOfTheChip() {
        ExperimentSpec spec = with(Map.of("drift", 0.0), "conv1:drift=0.3", "fc:device=pcm,levels=8,adc-bits=4");
        assertThat(ChipEffects.of(spec.chip())).containsExactly("drift", "levels", "ADC");
        Setting effects = Settings.named(ChipEffects.SETTING);
        assertThat(effects.write(spec, "all").chip()).isEqualTo(spec.chip());
        ChipSpec none = effects.write(spec, "none").chip();
        assertThat(ChipEffects.of(none)).isEmpty();
        assertThat(none.drifts()).isFalse();
        ChipSpec levels = effects.write(spec, "levels alone").chip();
        assertThat(ChipEffects.of(levels)).containsExactly("levels");
        ChipSpec still = effects.write(spec, "without drift").chip();
        assertThat(still.kinds().get(1).crossbar().levels()).isEqualTo(8);
        assertThat(still.ages()).isFalse();
        assertThat(still.drifts()).as("the ADC of the last layer").isTrue();
    }
}
