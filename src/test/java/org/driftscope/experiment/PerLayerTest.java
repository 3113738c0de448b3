package org.driftscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.crossbar.Readout;
import org.driftscope.experiment.setting.LayerRule;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Chips whose layers differ: each layer is what it would be on a chip that is all of its kind. */
@Timeout(120)
class PerLayerTest {
    private static final CancelToken CANCEL = new CancelToken();

    @RegisterExtension
    static final SampleBench SAMPLE = new SampleBench();

    private static ChipSpec chip(Map<String, Object> settings) {
        return Settings.with(ExperimentSpec.of(ChipSpec.of(0.2, 7), CalibrationSpec.defaults()), settings)
                .chip();
    }

    private static ChipSpec with(ChipSpec chip, String... rules) {
        return LayerRules.PER_LAYER
                .write(ExperimentSpec.of(chip, CalibrationSpec.defaults()), List.of(rules))
                .chip();
    }

    private static Map<String, Chip.Layer> made(ChipSpec chip) {
        return SAMPLE.bench().chip(chip, SAMPLE.layers(), CANCEL).layers();
    }

    private static String first() {
        return SAMPLE.layers().get(0);
    }

    private static String last() {
        return SAMPLE.layers().get(SAMPLE.layers().size() - 1);
    }

    private static void assertSame(Chip.Layer one, Chip.Layer other) {
        assertThat(one.weights().values()).containsExactly(other.weights().values());
        assertThat(one.drifted().gPlus().valuesUs())
                .containsExactly(other.drifted().gPlus().valuesUs());
        assertThat(one.crossbar().spec()).isEqualTo(other.crossbar().spec());
        Readout here = one.readout();
        Readout there = other.readout();
        assertThat(here == null).isEqualTo(there == null);
        if (here != null && there != null) {
            assertThat(here.converters()).isEqualTo(there.converters());
        }
    }

    @Test
    void layersWithoutSettingsOfTheirOwnAreBitwiseThoseOfTheChipWithout() {
        ChipSpec coarse = chip(Map.of("adcBits", 4L, "levels", 16L));
        ChipSpec finer = chip(Map.of("adcBits", 8L, "levels", 16L, "tile", 64L, "onOff", 10.0));
        ChipSpec mixed = with(coarse, first() + "," + last() + ":adc-bits=8,tile=64,on-off=10");
        Map<String, Chip.Layer> all = made(mixed);
        for (String layer : SAMPLE.layers()) {
            boolean own = layer.equals(first()) || layer.equals(last());
            assertSame(all.get(layer), made(own ? finer : coarse).get(layer));
        }
        assertThat(SAMPLE.bench()
                        .drifted(mixed, SAMPLE.layers(), Progress.none(), CANCEL)
                        .images())
                .isEqualTo(20);
    }

    @Test
    void aDeviceOfTheirOwnBringsItsRangeAndAges() {
        ChipSpec mixed = with(ChipSpec.of(0.2, 7).withAge(3600), first() + ":device=pcm");
        ChipSpec pcm = chip(Map.of("device", "pcm", "age", 3600.0));
        assertSame(made(mixed).get(first()), made(pcm).get(first()));
        assertSame(made(mixed).get(last()), made(ChipSpec.of(0.2, 7)).get(last()));
        assertThat(mixed.ages()).isTrue();
        assertThat(ChipSpec.of(0.2, 7).ages()).isFalse();
        assertSame(SAMPLE.bench().chipLayer(mixed, first()), made(pcm).get(first()));
    }

    @Test
    void digitalLayersAreNotOnTheChip() {
        ChipSpec mixed = with(ChipSpec.of(0.2, 7), first() + "," + last() + ":digital");
        assertThat(made(mixed).keySet())
                .doesNotContain(first(), last())
                .hasSize(SAMPLE.layers().size() - 2);
        ChipSpec none = with(ChipSpec.of(0.9, 7), "*:digital");
        assertThat(SAMPLE.bench()
                        .drifted(none, SAMPLE.layers(), Progress.none(), CANCEL)
                        .correct())
                .isEqualTo(SAMPLE.bench().clean(Progress.none(), CANCEL).correct());
    }

    @Test
    void theLaterRuleHasTheLastWord() {
        ChipSpec mixed = with(ChipSpec.of(0.2, 7), "*:levels=4,drift=0.1", first() + ":levels=8");
        assertThat(mixed.ofLayer(first(), SAMPLE.bench().network()).crossbar().levels())
                .isEqualTo(8);
        assertThat(mixed.ofLayer(first(), SAMPLE.bench().network()).relativeDrift())
                .isEqualTo(0.1);
        assertThat(mixed.ofLayer(last(), SAMPLE.bench().network()).crossbar().levels())
                .isEqualTo(4);
    }

    @Test
    void givingLayersOtherSettingsLeavesThoseOfTheOthers() {
        ChipSpec all = with(ChipSpec.of(0.2, 7), "*:levels=4", "layer1.*:tile=64");
        Optional<LayerRule> own = Optional.of(LayerRule.parse("x:adc-bits=8"));
        ChipSpec mixed = all.withPerLayer(
                LayerRules.with(all, SAMPLE.bench().network(), List.of(first(), "layer1.0.conv1"), own));
        assertThat(LayerRules.own(mixed, first(), SAMPLE.bench().network()))
                .map(LayerRule::text)
                .contains(first() + ":adc-bits=8");
        assertThat(LayerRules.own(mixed, "layer1.0.conv2", SAMPLE.bench().network()))
                .map(LayerRule::text)
                .contains("layer1.0.conv2:levels=4,tile=64");
        assertThat(mixed.ofLayer(last(), SAMPLE.bench().network()))
                .isEqualTo(all.ofLayer(last(), SAMPLE.bench().network()));
        ChipSpec none =
                all.withPerLayer(LayerRules.with(all, SAMPLE.bench().network(), SAMPLE.layers(), Optional.empty()));
        assertThat(none).isEqualTo(ChipSpec.of(0.2, 7));
    }

    @Test
    void layersThatANetworkLacksAreRefusedWithThoseItHas() {
        assertThatThrownBy(() -> made(with(ChipSpec.of(0.2, 7), "nowhere*:adc-bits=8")))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("perLayer is nowhere*:adc-bits=8")
                .hasMessageContaining("nowhere* is none of " + first());
    }
}
