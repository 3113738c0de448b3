package org.driftscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.CalibrationSession;
import org.driftscope.experiment.Chip;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.state.ExplorerState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final int IMAGES = 1000;

    private final ExplorerState state = ExplorerState.first().withTicked(Set.of("a", "b"));

    private static Accuracy accuracy(int correct) {
        return new Accuracy(correct, IMAGES, new int[0][0]);
    }

    private static DriftReading reading(ExplorerState state, int correct) {
        return new DriftReading(state.chip(), new Chip(Map.of()), accuracy(correct));
    }

    private Calibrated calibrated(int correct) {
        CalibratedChip chip = new CalibratedChip(new Chip(Map.of()), Map.of());
        return new Calibrated(state, new NoSession(), chip, accuracy(915), accuracy(700), accuracy(correct), 0.1);
    }

    private static String text(ExplorerState state, int clean, int drifted, @Nullable Calibrated calibrated) {
        return Explanation.of(state, 2, 10, accuracy(clean), reading(state, drifted), calibrated, 5.01)
                .text();
    }

    @Test
    void saysWhatDriftCostAndWhatCalibrationWonBack() {
        assertThat(text(state, 915, 700, null)).startsWith("20 % drift cost 21.5 points. Calibrate to win them back");
        assertThat(text(state, 915, 700, calibrated(900)))
                .isEqualTo("20 % drift cost 21.5 points; DoRA of rank 4 on all 2 layers won 20.0 of them back with"
                        + " 5.01 % of the parameters.");
    }

    @Test
    void saysWhyNothingHappens() {
        assertThat(text(state.withRelativeDrift(0), 915, 915, null)).contains("Relative drift is 0");
        assertThat(text(state.withTicked(Set.of()), 915, 700, null)).contains("No layer is ticked");
        assertThat(text(state, 110, 100, null)).contains("near chance", "preprocessing");
        assertThat(text(state, 915, 105, null)).contains("near chance", "mapping");
        assertThat(text(state, 915, 912, null)).contains("1,000 images can tell apart");
        assertThat(text(state, 915, 700, calibrated(702))).contains("can tell apart");
        assertThat(text(state, 915, 700, calibrated(600))).contains("lost another 10.0 points");
    }

    /** Only carried along. */
    private static final class NoSession implements CalibrationSession {
        @Override
        public CalibratedChip solve(int rank, LayerListener listener, Progress progress, CancelToken cancel) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CalibratedChip solve(
                Map<String, Integer> ranks, LayerListener listener, Progress progress, CancelToken cancel) {
            throw new UnsupportedOperationException();
        }
    }
}
