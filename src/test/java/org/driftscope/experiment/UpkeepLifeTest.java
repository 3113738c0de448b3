package org.driftscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.method.ExperimentRunner.Outcome;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A chip that is looked after in one way or another while it ages. */
@Timeout(120)
class UpkeepLifeTest {
    private static final CancelToken CANCEL = new CancelToken();
    private static final double HOUR = 3_600;
    private static final double MONTH = 30 * 86_400.0;

    @RegisterExtension
    static final SampleBench SAMPLE = new SampleBench();

    private static ExperimentSpec spec(double age, String upkeep, Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of(
                "device", "pcm", "age", age, "keptFrom", HOUR, "samples", 2L, "upkeep", upkeep, "checkImages", 20L));
        settings.putAll(more);
        return Settings.with(ExperimentSpec.defaults(), settings);
    }

    private static Outcome run(ExperimentSpec spec) {
        return ExperimentRunner.run(SAMPLE.bench(), spec, Progress.none(), CANCEL);
    }

    private static Outcome run(double age, String upkeep) {
        return run(spec(age, upkeep, Map.of()));
    }

    @Test
    void onceIsACalibrationThatIsKept() {
        Outcome kept = run(MONTH, "once");
        assertThat(kept.result().service()).isEqualTo(Service.unlooked(1, HOUR, 0, 2));
        assertThat(kept.result().notes()).contains("Calibrated at an age of 1 h and kept to 1 mo.");
        assertThat(kept.result().sramWrites()).isEqualTo(kept.result().sramBits());
        Outcome fresh = run(spec(MONTH, "once", Map.of("keptFrom", 0.0)));
        assertThat(fresh.result().service()).isEqualTo(Service.unlooked(1, MONTH, 0, 2));
    }

    @Test
    void withoutAnAgeToKeepFromItIsIgnoredAndSaysSo() {
        assertThat(run(spec(MONTH, "every 1mo", Map.of("keptFrom", 0.0)))
                        .result()
                        .notes())
                .contains("The upkeep was ignored: no age is set that a calibration is kept from.");
    }

    @Test
    void anIntervalKeepsWhatWasFittedAtItsLastEnd() {
        Outcome kept = run(MONTH + 2 * HOUR, "every 1mo");
        assertThat(kept.result().service()).isEqualTo(Service.unlooked(2, MONTH + HOUR, 0, 4));
        Outcome once = run(spec(MONTH + 2 * HOUR, "once", Map.of("keptFrom", MONTH + HOUR)));
        assertThat(kept.result().calibrated().predicted())
                .isEqualTo(once.result().calibrated().predicted());
        assertThat(kept.result().sramWrites()).isEqualTo(2 * once.result().sramWrites());
        assertThat(run(MONTH + HOUR, "every 1mo").result().calibrated().predicted())
                .as("at the end of an interval it is fresh")
                .isEqualTo(run(spec(MONTH + HOUR, "once", Map.of("keptFrom", 0.0)))
                        .result()
                        .calibrated()
                        .predicted());
    }

    @Test
    void gainsUndoWhatShrankInCommon() {
        Outcome once = run(100 * HOUR, "once");
        Outcome gains = run(100 * HOUR, "once + gains");
        assertThat(gains.result().service()).isEqualTo(Service.unlooked(1, HOUR, 4, 10));
        assertThat(gains.chip().gains().keySet()).containsExactlyElementsOf(SAMPLE.layers());
        assertThat(gains.chip().gains().values())
                .allSatisfy(gain -> assertThat(gain).isBetween(1.0, 3.0));
        gains.chip().layers().forEach((name, layer) -> assertThat(layer.errorAfter())
                .as(name)
                .isLessThan(once.chip().layers().get(name).errorAfter()));
        assertThat(gains.result().updatedParameters())
                .isEqualTo(once.result().updatedParameters() + SAMPLE.layers().size());
        assertThat(gains.result().sramWrites())
                .isEqualTo(once.result().sramBits() + 4 * 16L * SAMPLE.layers().size());
        assertThat(run(99 * HOUR, "once + gains").chip().gains())
                .as("measured at the last check, at 31.6 h")
                .isEqualTo(run(40 * HOUR, "once + gains").chip().gains());
    }

    @Test
    void onDemandFollowsTheAgreementWithTheCleanNetwork() {
        Service never = run(100 * HOUR, "on demand 100").result().service();
        assertThat(never.moments()).containsExactly(HOUR);
        assertThat(never.images()).isEqualTo(2 + 20 + 4 * 20);
        Outcome some = run(100 * HOUR, "on demand 1");
        Service service = some.result().service();
        assertThat(service.times()).isEqualTo(service.moments().size()).isBetween(2L, 5L);
        assertThat(service.moments()).startsWith(HOUR).isSorted();
        assertThat(some.result().notes()).anyMatch(note -> note.startsWith("Calibrated " + service.times() + " times"));
        Outcome last = run(spec(100 * HOUR, "once", Map.of("keptFrom", service.last())));
        assertThat(some.result().calibrated().predicted())
                .isEqualTo(last.result().calibrated().predicted());
        Service younger = run(10 * HOUR, "on demand 1").result().service();
        assertThat(service.moments())
                .as("one life")
                .startsWith(younger.moments().toArray(new Double[0]));
    }

    @Test
    void moreCheckImagesThanThereAreAreRefused() {
        ExperimentSpec many = spec(MONTH, "on demand 1", Map.of("checkImages", 1_000_000L));
        assertThatThrownBy(() -> run(many)).isInstanceOf(SpecException.class).hasMessageContaining("checkImages");
    }

    @Test
    void methodsThatLeaveNoAdaptersAgeToo() {
        Outcome kept = run(spec(MONTH, "once + gains", Map.of("method", "batch-norm")));
        assertThat(kept.chip().gains()).isEmpty();
        assertThat(kept.result().updatedParameters()).isPositive();
    }
}
