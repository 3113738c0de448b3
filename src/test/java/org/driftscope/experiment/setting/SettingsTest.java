package org.driftscope.experiment.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.driftscope.crossbar.CircuitPreset;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.WireNode;
import org.driftscope.device.ProgrammingError;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.EnumWords;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final ExperimentSpec BASE = ExperimentSpec.defaults();
    private static final String FILE = "a".repeat(64);

    @Test
    void whatIsWantedInTheEndCountsAndNotTheWayThere() {
        ExperimentSpec fromFile = Settings.with(BASE, Map.of("statistics", FILE));
        ExperimentSpec gathered = Settings.with(fromFile, Map.of("factoryImages", 50L, "statistics", "none"));
        assertThat(gathered.calibration().settings().factoryImages()).isEqualTo(50);
        ExperimentSpec back = Settings.with(gathered, Map.of("factoryImages", 0L, "statistics", FILE));
        assertThat(back).isEqualTo(fromFile);
    }

    @Test
    void valuesThatExcludeEachOtherAreRefusedByName() {
        assertThatThrownBy(() -> Settings.with(BASE, Map.of("factoryImages", 50L, "statistics", FILE)))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("factoryImages");
        assertThatThrownBy(() -> Settings.with(BASE, Map.of("levels", 1L, "rank", 2L)))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("levels");
    }

    @Test
    void wholeNumbersBeyondAllBoundsAreRefusedLikeAnyOther() {
        for (String name :
                new String[] {"rank", "samples", "levels", "tile", "mostAffected", "steps", "factoryImages"}) {
            for (long value : new long[] {Long.MIN_VALUE, -5_000_000_000L}) {
                assertThatThrownBy(() -> Settings.named(name).write(BASE, value))
                        .as(name)
                        .isInstanceOf(SpecException.class);
            }
        }
        assertThatThrownBy(() -> Settings.named("rank").write(BASE, 5_000_000_000L))
                .isInstanceOf(SpecException.class);
    }

    @Test
    void allThatDecidesAChipsErrorOfWritingHasAName() {
        ExperimentSpec toTarget =
                Settings.with(BASE, Map.of("programmingErrorOf", "g-target", "programmingError", 0.05));
        assertThat(toTarget.chip().crossbar().programmingError())
                .isEqualTo(new ProgrammingError(0.05, ProgrammingError.RelativeTo.G_TARGET));
        assertThat(Settings.with(toTarget, Map.of("programmingError", 0.1))
                        .chip()
                        .crossbar()
                        .programmingError()
                        .relativeTo())
                .isEqualTo(ProgrammingError.RelativeTo.G_TARGET);
        assertThat(Settings.values(toTarget))
                .isNotEqualTo(Settings.values(Settings.with(BASE, Map.of("programmingError", 0.05))));
    }

    /** A node sets both resistances and nothing else; one written beside it has the last word. */
    @Test
    void technologiesStandForTheResistancesOfWires() {
        ExperimentSpec other = Settings.with(BASE, Map.of("readNoise", 0.01));
        for (WireNode node : WireNode.values()) {
            ExperimentSpec set = Settings.with(other, Map.of("wireNode", node.id()));
            assertThat(WireSettings.WIRES.read(set)).isEqualTo(node.id());
            assertThat(set.chip().crossbar().circuit().get(CircuitSettings.READ_NOISE))
                    .isEqualTo(0.01);
            assertThat(set.equals(other)).isEqualTo(node == WireNode.IDEAL);
        }
        ExperimentSpec chip = Settings.with(BASE, Map.of("wireNode", "22 nm"));
        assertThat(Settings.values(chip))
                .containsEntry("wireRows", 1.56)
                .containsEntry("wireColumns", 4.69)
                .doesNotContainKey("wireNode");
        ExperimentSpec beside = Settings.with(BASE, Map.of("wireNode", "22nm", "wireRows", 1.0));
        assertThat(WireSettings.WIRES.read(beside)).isEqualTo("custom");
        assertThat(beside.chip().crossbar().circuit().get(CircuitSettings.WIRE_COLUMNS))
                .isEqualTo(4.69);
        assertThatThrownBy(() -> WireSettings.WIRES.write(BASE, "23nm"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("130nm, 65nm, 22nm, 7nm");
    }

    /** A preset sets tile and converters and nothing else; what is written beside it has the last word; a trial is named by what it sets. */
    @Test
    void publishedCircuitsStandForTileAndConverters() {
        ExperimentSpec other = Settings.with(BASE, Map.of("readNoise", 0.01, "gMax", 50.0));
        for (CircuitPreset preset : CircuitPreset.values()) {
            String word = EnumWords.of(preset);
            ExperimentSpec set = Settings.with(other, Map.of("circuitPreset", word));
            assertThat(DeviceSettings.CIRCUIT_PRESET.read(set)).isEqualTo(word);
            Map<String, Object> changed = new LinkedHashMap<>(Settings.values(set));
            Settings.values(other).forEach((name, value) -> changed.remove(name, value));
            assertThat(Set.of("tile", "dacBits", "adcBits", "slices", "sliceBits"))
                    .as(word)
                    .containsAll(changed.keySet());
            assertThat(changed.isEmpty()).isEqualTo(preset == CircuitPreset.IDEAL);
        }
        ExperimentSpec beside = Settings.with(BASE, Map.of("circuitPreset", "isaac", "tile", 64L, "adcBits", 9L));
        assertThat(beside.chip().crossbar().tileRows()).isEqualTo(64);
        assertThat(beside.chip().crossbar().circuit().get(CircuitSettings.ADC_BITS))
                .isEqualTo(9);
        assertThat(DeviceSettings.CIRCUIT_PRESET.read(beside)).isEqualTo("custom");
        assertThat(LayerRule.settings()).doesNotContain(DeviceSettings.CIRCUIT_PRESET);
    }
}
