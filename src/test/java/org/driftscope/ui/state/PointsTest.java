package org.driftscope.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.spec.LayerChoice;
import org.junit.jupiter.api.Test;

class PointsTest {
    private final ExplorerState state = ExplorerState.first().withTicked(Set.of("conv1"));

    private static PointOrigin origin(String model) {
        return new PointOrigin(
                new DataFile(model, model),
                2,
                new DataFile("test.bin", "bb"),
                new DataFile("calib.bin", "cc"),
                DataFile.NOT_RECORDED,
                Preprocessing.preset("cifar10"),
                "1.0",
                "abc",
                Instant.EPOCH);
    }

    private CalibrationPoint point(String id, int rank, int correct) {
        return point(state, id, rank, correct, origin("a.onnx"));
    }

    private static CalibrationPoint point(ExplorerState state, String id, int rank, int correct, PointOrigin origin) {
        return new CalibrationPoint(
                id,
                "",
                false,
                state.chip(),
                LayerChoice.all(),
                state.ticked(),
                state.calibration().withRank(rank),
                new Score(95, 100),
                new Score(70, 100),
                new Score(correct, 100),
                1000,
                5,
                16_000,
                0.1 * id.length(),
                List.of(),
                origin);
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

    @Test
    void theSameNumbersOfAnotherNetworkAreAnotherPoint() {
        ExplorerState both = state.withPoint(point("a", 4, 90)).withPoint(point(state, "b", 4, 90, origin("b.onnx")));
        assertThat(both.points()).extracting(CalibrationPoint::id).containsExactly("a", "b");
    }

    @Test
    void itsSettingsNameTheLayersUnlessTheyAreAll() {
        CalibrationPoint one = point("a", 4, 90);
        assertThat(one.spec().calibratedLayers().patterns()).containsExactly("conv1");
        CalibrationPoint all = point(state.withTicked(Set.of("conv1", "fc")), "a", 4, 90, origin("a.onnx"));
        assertThat(all.spec().calibratedLayers()).isEqualTo(LayerChoice.all());
        assertThat(point(state, "a", 4, 90, PointOrigin.NOT_RECORDED)
                        .spec()
                        .calibratedLayers()
                        .patterns())
                .as("how many layers there are was not recorded")
                .containsExactly("conv1");
    }
}
