package org.driftscope.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.device.Age;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.network.Network;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final ExperimentSpec BASE = ExperimentSpec.of(ChipSpec.of(0.2, 7), CalibrationSpec.defaults());
    private static final Network NETWORK = new Network("none", 17, List.of(), Map.of(), List.of(), List.of(), "");

    @Test
    void theGridIsTheProductOfItsAxesTheLastVaryingFastest() {
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        axes.put("seed", List.of(1L, 2L));
        axes.put("rank", List.of(1L, 4L, 8L));
        List<Sweep.Trial> trials = new Sweep("s", BASE, axes).trials();
        assertThat(trials).hasSize(6);
        assertThat(trials.get(1).values()).isEqualTo(Map.of("seed", 1L, "rank", 4L));
        assertThat(trials.get(1).spec().calibration().rank()).isEqualTo(4);
        assertThat(trials.get(5).spec().chip().seed()).isEqualTo(2);
    }

    @Test
    void everySettingReadsBackWhatItWrote() {
        for (Setting setting : Settings.all()) {
            Object value = setting.read(BASE);
            assertThat(setting.write(BASE, value)).as(setting.name()).isEqualTo(BASE);
        }
    }

    @Test
    void everySettingChangesTheSpecification() {
        Map<String, Object> other = Map.ofEntries(
                Map.entry("device", "pcm"),
                Map.entry("age", 3_600.0),
                Map.entry("mapping", "constant-sum"),
                Map.entry("gMax", 50.0),
                Map.entry("onOff", 10.0),
                Map.entry("scale", "column"),
                Map.entry("clipPercentile", 99.5),
                Map.entry("levels", 16L),
                Map.entry("tile", 128L),
                Map.entry("programmingError", 0.03),
                Map.entry("programmingErrorOf", "g-target"),
                Map.entry("clipToRange", true),
                Map.entry("stuckLow", 0.01),
                Map.entry("stuckHigh", 0.02),
                Map.entry("faultAware", true),
                Map.entry("wireRows", 1.5),
                Map.entry("wireColumns", 2.5),
                Map.entry("readNoise", 0.03),
                Map.entry("dacBits", 8L),
                Map.entry("adcBits", 6L),
                Map.entry("slices", 4L),
                Map.entry("sliceBits", 3L),
                Map.entry("drift", 0.3),
                Map.entry("seed", 8L),
                Map.entry("pyrramRelaxation", 0.0),
                Map.entry("pyrramDrift", 0.3),
                Map.entry("driftLayers", List.of("conv1")),
                Map.entry("perLayer", List.of("conv1:tile=64")),
                Map.entry("method", "lora"),
                Map.entry("rank", 2L),
                Map.entry("upkeep", "every 1mo + gains"),
                Map.entry("checkImages", 50L),
                Map.entry("reads", 5L),
                Map.entry("magnitude", "variance"),
                Map.entry("bias", true),
                Map.entry("solver", "gradient"),
                Map.entry("samples", 20L),
                Map.entry("layers", List.of("layer1.*")),
                Map.entry("budget", 5.0),
                Map.entry("readoutNoise", 0.02),
                Map.entry("factoryImages", 300L),
                Map.entry("mostAffected", 4L),
                Map.entry("learningRate", 1e-4),
                Map.entry("steps", 50L),
                Map.entry("statistics", "ab".repeat(32)),
                Map.entry("layerGain", true),
                Map.entry("keptFrom", 3_600.0),
                Map.entry("statisticsFrom", "weights"),
                Map.entry("factorBits", 4L),
                Map.entry("vectorSets", 5L),
                Map.entry("simulatedChips", 2L),
                Map.entry("preset", "recommended"),
                Map.entry("circuitPreset", "prime"),
                Map.entry("wireNode", "22nm"),
                Map.entry("effects", "none"));
        for (Setting setting : Settings.all()) {
            Object value = other.get(setting.name());
            assertThat(value).as("a value for %s", setting.name()).isNotNull();
            ExperimentSpec base = setting.name().startsWith("pyrram")
                    ? Settings.named("device").write(BASE, "pyrram")
                    : BASE;
            ExperimentSpec changed = setting.write(base, value);
            assertThat(changed).as(setting.name()).isNotEqualTo(base);
            assertThat(setting.read(changed)).as(setting.name()).isEqualTo(value);
        }
    }

    @Test
    void wrongKindsAndValuesAreRefusedByName() {
        assertThatThrownBy(() -> Settings.named("rnak"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("rank");
        assertThatThrownBy(() -> Settings.named("rank").write(BASE, "four"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("whole number");
        assertThatThrownBy(() -> new Sweep("s", BASE, Map.of("rank", List.of())))
                .isInstanceOf(SpecException.class);
        assertThatThrownBy(() -> new Sweep("s", BASE, Map.of("rank", List.of(0L))).trials())
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("rank");
    }

    private static @Nullable List<Object> keptFrom(ExperimentSpec base) {
        return Studies.of("age", NETWORK, base, 1).get(0).axes().get("keptFrom");
    }

    @Test
    void theStudyOfAgesTakesADeviceThatAges() {
        assertThatThrownBy(() -> Studies.of("age", NETWORK, BASE, 1))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("one that ages");
        ExperimentSpec pcm = Settings.named("device").write(BASE, "pcm");
        assertThat(Studies.of("age", NETWORK, pcm, 2).get(0).trials())
                .extracting(trial -> trial.spec().chip().secondsSinceProgramming())
                .contains(1.0, 3_600.0)
                .hasSize(2 * 14);
        assertThat(keptFrom(pcm)).containsExactly(0.0, 3_600.0);
        assertThat(keptFrom(Settings.named("keptFrom").write(pcm, 86_400.0))).containsExactly(0.0, 86_400.0);
        assertThat(keptFrom(Settings.named("keptFrom").write(pcm, Age.MOST)))
                .as("no age of the study comes after it")
                .isNull();
        assertThat(keptFrom(Settings.named("method").write(pcm, "backprop")))
                .as("it writes the cells anew")
                .isNull();
    }
}
