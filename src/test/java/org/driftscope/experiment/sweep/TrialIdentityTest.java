package org.driftscope.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.device.ProgrammingError;
import org.driftscope.device.ProgrammingError.RelativeTo;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.setting.LayerRules;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.BundledSample;
import org.junit.jupiter.api.Test;

class TrialIdentityTest {
    private static final ExperimentSpec BASE = ExperimentSpec.defaults();

    private static ExperimentSpec with(String statistics) {
        return Settings.STATISTICS.write(BASE, statistics);
    }

    /** What decides a chip: settings, and what is none yet. */
    @Test
    void chipsThatDifferInAnythingAreOtherTrials() {
        ChipSpec usual = BASE.chip();
        CrossbarSpec crossbar = usual.crossbar();
        List<ChipSpec> chips = List.of(
                usual,
                usual.withCrossbar(oblong(crossbar, 128)),
                usual.withCrossbar(oblong(crossbar, 64)),
                usual.withCrossbar(crossbar.withProgrammingError(new ProgrammingError(0.1, RelativeTo.G_MAX))),
                usual.withCrossbar(crossbar.withProgrammingError(new ProgrammingError(0.1, RelativeTo.G_TARGET))));
        try (Workbench bench = BundledSample.find().withLimit(10).open(1).workbench()) {
            assertThat(chips)
                    .extracting(chip -> TrialIdentity.key(BASE.withChip(chip), bench))
                    .doesNotHaveDuplicates();
            assertThat(TrialIdentity.key(BASE, bench))
                    .as("the key that archives have")
                    .isEqualTo("791e902fa760032caed1e6f70d9d9836150487f43f4885c2eff23cd128edc6e5");
        }
    }

    private static CrossbarSpec oblong(CrossbarSpec spec, int columns) {
        return new CrossbarSpec(
                spec.mapping(),
                spec.range(),
                spec.scale(),
                spec.clipPercentile(),
                spec.levels(),
                spec.tileRows(),
                columns,
                spec.programmingError(),
                spec.clipToRange(),
                spec.circuit());
    }

    @Test
    void ageDecidesATrialOfADeviceThatAgesAndNoOther() {
        try (Workbench bench = BundledSample.find().withLimit(10).open(1).workbench()) {
            ExperimentSpec aged = Settings.named("age").write(BASE, 3600.0);
            assertThat(TrialIdentity.key(aged, bench)).isEqualTo(TrialIdentity.key(BASE, bench));
            ExperimentSpec pcm = Settings.named("device").write(BASE, "pcm");
            ExperimentSpec older = Settings.named("device").write(aged, "pcm");
            assertThat(List.of(
                            TrialIdentity.key(BASE, bench),
                            TrialIdentity.key(pcm, bench),
                            TrialIdentity.key(older, bench)))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void readsDecideATrialOfANoisyChipAndNoOther() {
        try (Workbench bench = BundledSample.find().withLimit(10).open(1).workbench()) {
            ExperimentSpec noisy = Settings.named("readNoise").write(BASE, 0.05);
            assertThat(TrialIdentity.key(Settings.named("reads").write(BASE, 5L), bench))
                    .isEqualTo(TrialIdentity.key(BASE, bench));
            assertThat(TrialIdentity.key(Settings.named("reads").write(noisy, 1L), bench))
                    .isEqualTo(TrialIdentity.key(noisy, bench));
            assertThat(TrialIdentity.key(Settings.named("reads").write(noisy, 5L), bench))
                    .isNotEqualTo(TrialIdentity.key(noisy, bench));
        }
    }

    @Test
    void whereACalibrationIsKeptFromDecidesATrialThatHasAgedSince() {
        try (Workbench bench = BundledSample.find().withLimit(10).open(1).workbench()) {
            ExperimentSpec day = Settings.with(BASE, Map.of("device", "pcm", "age", 86_400.0));
            assertThat(List.of(
                            TrialIdentity.key(day, bench),
                            TrialIdentity.key(kept(day, 3_600), bench),
                            TrialIdentity.key(kept(day, 60), bench)))
                    .doesNotHaveDuplicates();
            assertThat(TrialIdentity.key(kept(day, 86_400), bench))
                    .as("calibrated at its age either way")
                    .isEqualTo(TrialIdentity.key(day, bench));
            assertThat(TrialIdentity.key(kept(BASE, 3_600), bench)).isEqualTo(TrialIdentity.key(BASE, bench));
            ExperimentSpec rewritten = Settings.named("method").write(day, "backprop");
            assertThat(TrialIdentity.key(kept(rewritten, 3_600), bench)).isEqualTo(TrialIdentity.key(rewritten, bench));
        }
    }

    @Test
    void howAChipIsKnownDecidesATrialWithConverters() {
        try (Workbench bench = BundledSample.find().withLimit(10).open(1).workbench()) {
            ExperimentSpec ideal = Settings.named("statisticsFrom").write(BASE, "weights");
            assertThat(TrialIdentity.key(ideal, bench)).isEqualTo(TrialIdentity.key(BASE, bench));
            ExperimentSpec rounded = Settings.named("adcBits").write(BASE, 4L);
            assertThat(TrialIdentity.key(Settings.named("statisticsFrom").write(rounded, "weights"), bench))
                    .isNotEqualTo(TrialIdentity.key(rounded, bench));
        }
    }

    @Test
    void settingsPerLayerDecideATrialAndTheirAbsenceLeavesItsKey() {
        try (Workbench bench = BundledSample.find().withLimit(10).open(1).workbench()) {
            ExperimentSpec fine = LayerRules.PER_LAYER.write(BASE, List.of("*:adc-bits=8"));
            ExperimentSpec digital = LayerRules.PER_LAYER.write(BASE, List.of("*:digital"));
            ExperimentSpec none = LayerRules.PER_LAYER.write(fine, List.of());
            assertThat(List.of(
                            TrialIdentity.key(BASE, bench),
                            TrialIdentity.key(fine, bench),
                            TrialIdentity.key(digital, bench)))
                    .doesNotHaveDuplicates();
            assertThat(TrialIdentity.key(none, bench)).isEqualTo(TrialIdentity.key(BASE, bench));
        }
    }

    private static ExperimentSpec kept(ExperimentSpec spec, double from) {
        return Settings.named("keptFrom").write(spec, from);
    }

    @Test
    void theContentOfAStatisticsFileIsPartOfATrial() {
        try (Workbench bench = BundledSample.find().withLimit(10).open(1).workbench()) {
            String none = TrialIdentity.key(BASE, bench);
            Set<String> keys = new HashSet<>();
            for (String statistics : List.of("none", "a".repeat(64), "b".repeat(64))) {
                keys.add(TrialIdentity.key(with(statistics), bench));
                assertThat(TrialIdentity.key(with(statistics), bench)).isIn(keys);
            }
            assertThat(keys).hasSize(3).contains(none);
        }
    }
}
