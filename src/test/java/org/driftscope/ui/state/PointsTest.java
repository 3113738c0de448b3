package org.driftscope.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PointsTest {
    private final ExplorerState state = ExplorerState.first().withTicked(Set.of("conv1"));

    private CalibrationPoint point(String id, int rank, int correct) {
        return new CalibrationPoint(
                id,
                "",
                false,
                state.chip(),
                state.ticked(),
                state.calibration().withRank(rank),
                new Score(95, 100),
                new Score(70, 100),
                new Score(correct, 100),
                1000,
                5,
                0.1 * id.length(),
                List.of());
    }

    @Test
    void whatSaysTheSameIsOnePoint() {
        ExplorerState first = state.withPoint(point("a", 4, 90))
                .withPointChanged("a", p -> p.withName("mine").withHidden(true));
        ExplorerState again = first.withPoint(point("another", 4, 90));
        assertThat(again.points()).containsExactly(point("a", 4, 90).withName("mine"));
    }

    @Test
    void otherSettingsOrNumbersAreOtherPoints() {
        ExplorerState several =
                state.withPoint(point("a", 4, 90)).withPoint(point("b", 8, 90)).withPoint(point("c", 4, 91));
        assertThat(several.points()).extracting(CalibrationPoint::id).containsExactly("a", "b", "c");
    }
}
