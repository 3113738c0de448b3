package org.driftscope.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.driftscope.network.AnalogLayer;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LayersViewModelTest {
    private final StateHistory history = new StateHistory(ExplorerState.first(), System::nanoTime);
    private final LayersViewModel layers = new LayersViewModel(history);

    @BeforeEach
    void open() {
        List<AnalogLayer> all = Stream.of("conv1", "layer1.0.conv1", "layer1.0.conv2", "layer2.0.conv1", "linear")
                .map(name -> new AnalogLayer(name, 0, "Conv", 144, 16, 1, null, "x", name, ""))
                .toList();
        layers.show(all, layer -> 2 * layer.weights());
    }

    @Test
    void ticksGoThroughTheState() {
        layers.rows().get(0).tickedProperty().set(true);
        assertThat(history.get().ticked()).containsExactly("conv1");
        history.undo();
        assertThat(layers.rows().get(0).tickedProperty().get()).isFalse();
    }

    @Test
    void quickChoicesAreOneStepEach() {
        layers.tickAll();
        assertThat(history.get().ticked()).hasSize(5);
        layers.toggleStage("layer1");
        assertThat(history.get().ticked()).containsExactlyInAnyOrder("conv1", "layer2.0.conv1", "linear");
        layers.invertTicks();
        assertThat(history.get().ticked()).containsExactlyInAnyOrder("layer1.0.conv1", "layer1.0.conv2");
        layers.tickNone();
        assertThat(history.get().ticked()).isEmpty();
        history.undo();
        assertThat(history.get().ticked()).hasSize(2);
        assertThat(layers.stages()).containsExactly("conv1", "layer1", "layer2", "linear");
    }

    @Test
    void mostAffectedAreThoseOfTheLargestError() {
        layers.showErrors(Map.of(
                "conv1", new LayerError(0.1, Double.NaN, 1),
                "linear", new LayerError(3, Double.NaN, 1),
                "layer1.0.conv2", new LayerError(2, Double.NaN, 1)));
        layers.tickMostAffected(2);
        assertThat(history.get().ticked()).isEqualTo(Set.of("linear", "layer1.0.conv2"));
    }

    @Test
    void filterAndSelectionSurviveAnotherNetwork() {
        layers.filterProperty().set("CONV2");
        assertThat(layers.shownRows()).extracting(LayerRow::name).containsExactly("layer1.0.conv2");
        layers.selectedProperty().set("linear");
        open();
        assertThat(layers.selectedProperty().get()).isEqualTo("linear");
    }

    @Test
    void openingTheSameNetworkAgainKeepsTheTicks() {
        layers.tickAll();
        open();
        assertThat(history.get().ticked()).hasSize(5);
        assertThat(layers.rows()).allMatch(row -> row.tickedProperty().get());
    }
}
