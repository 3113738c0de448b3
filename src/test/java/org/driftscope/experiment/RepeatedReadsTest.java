package org.driftscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.ReadSpread;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A trial whose chip is read several times. */
class RepeatedReadsTest {
    private static final int READS = 4;

    @RegisterExtension
    static final SampleBench SAMPLE = new SampleBench();

    private static ExperimentSpec spec(Map<String, Object> changes) {
        Map<String, Object> all = new HashMap<>(Map.of("rank", 1L, "samples", 2L, "readNoise", 0.1));
        all.putAll(changes);
        return Settings.with(ExperimentSpec.defaults(), all);
    }

    private static ExperimentRunner.Outcome run(ExperimentSpec spec) {
        return ExperimentRunner.run(SAMPLE.bench(), spec, Progress.none(), new CancelToken());
    }

    @Test
    void accuraciesAreMeansOverTheReadsThatEvaluateHasAndTheSpreadStandsApart() {
        ExperimentRunner.Outcome outcome = run(spec(Map.of("reads", (long) READS)));
        ExperimentResult result = outcome.result();
        Workbench bench = SAMPLE.bench();
        Chip chip = bench.chip(spec(Map.of()).chip(), SAMPLE.layers(), new CancelToken());
        ReadSpread drifted = bench.reads(
                bench.network(), chip.changes(), result.drifted(), READS, Progress.none(), new CancelToken());
        ReadSpread calibrated = bench.reads(
                outcome.correction().network(),
                outcome.correction().changes(),
                result.calibrated(),
                READS,
                Progress.none(),
                new CancelToken());
        assertThat(result.reads()).isEqualTo(new Reads(drifted.top1(), calibrated.top1()));
        assertThat(drifted.standardDeviation() + calibrated.standardDeviation())
                .as("reads differ")
                .isPositive();
        TrialOutcome kept = TrialOutcome.of(result);
        assertThat(kept.driftedTop1()).isCloseTo(drifted.mean(), within(1e-12));
        assertThat(kept.calibratedTop1()).isCloseTo(calibrated.mean(), within(1e-12));
        assertThat(kept.number(TrialColumns.DRIFTED_READS.name()))
                .isCloseTo(drifted.standardDeviation(), within(1e-12));
        assertThat(kept.number(TrialColumns.CALIBRATED_READS.name()))
                .isCloseTo(calibrated.standardDeviation(), within(1e-12));
    }

    @Test
    void oneReadIsWhatItWasBefore() {
        ExperimentResult once = run(spec(Map.of())).result();
        Accuracy drifted = once.drifted();
        assertThat(once.driftedTop1()).isEqualTo(drifted.top1());
        assertThat(once.reads().count()).isEqualTo(1);
        assertThat(TrialOutcome.of(once).numbers())
                .doesNotContainKeys(TrialColumns.DRIFTED_READS.name(), TrialColumns.CALIBRATED_READS.name());
    }

    @Test
    void withoutReadNoiseTheChipIsReadOnceAndTheTrialSaysSo() {
        ExperimentResult quiet =
                run(spec(Map.of("readNoise", 0.0, "reads", (long) READS))).result();
        assertThat(quiet.reads().count()).isEqualTo(1);
        assertThat(quiet.notes()).anyMatch(note -> note.startsWith("Reads was ignored"));
        assertThat(run(spec(Map.of("reads", (long) READS))).result().notes())
                .noneMatch(note -> List.of(note.split(" ")).contains("ignored:"));
    }
}
