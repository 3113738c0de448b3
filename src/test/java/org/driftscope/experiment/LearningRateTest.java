package org.driftscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a rate is chosen where none is asked for. */
@Timeout(120)
class LearningRateTest {
    @RegisterExtension
    static final SampleBench SAMPLE = new SampleBench();

    private static List<String> notes(long samples) {
        ExperimentSpec spec = Settings.with(
                ExperimentSpec.defaults(),
                Map.of("method", "backprop-adapters", "rank", 1L, "samples", samples, "steps", 1L));
        return ExperimentRunner.run(SAMPLE.bench(), spec, Progress.none(), new CancelToken())
                .result()
                .notes();
    }

    @Test
    void byImagesThatWereHeldBackFromTheTraining() {
        assertThat(notes(2)).anySatisfy(note -> assertThat(note)
                .startsWith("Learning rates tried: ")
                .endsWith("the best on 200 labelled calibration images that were held back."));
    }

    @Test
    void theMiddleOneWhereNoneAreLeft() {
        long all = SAMPLE.bench().calibrationImages().count();
        assertThat(notes(all - 5)).anySatisfy(note -> assertThat(note).contains("was taken, the middle of"));
    }
}
