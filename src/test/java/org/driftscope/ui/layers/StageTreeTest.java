package org.driftscope.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.driftscope.network.AnalogLayer;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.junit.jupiter.api.Test;

class StageTreeTest {
    private final StateHistory history = new StateHistory(ExplorerState.first(), System::nanoTime);
    private final LayersViewModel layers = new LayersViewModel(history);

    private StageTree open(Stream<String> names) {
        layers.show(
                names.map(name -> new AnalogLayer(name, 0, "Conv", 144, 16, 1, null, "x", name, ""))
                        .toList(),
                layer -> 2 * layer.weights());
        return new StageTree(layers);
    }

    private StageTree openLarge() {
        return open(Stream.concat(
                Stream.of("conv1_weight"),
                IntStream.range(0, 40).mapToObj(i -> "layer" + (1 + i / 10) + "_" + i % 10 + "_conv1_weight")));
    }

    private static List<String> names(StageTree tree) {
        return tree.lines().stream().map(LayerRow::name).toList();
    }

    @Test
    void stagesAreFoundInNamesOfAnyMaker() {
        LayerStages torch = new LayerStages(List.of("conv1", "layer1.0.conv1", "fc"));
        assertThat(torch.stage("layer1.0.conv1")).isEqualTo("layer1");
        assertThat(torch.shortName("layer1.0.conv1")).isEqualTo("0.conv1");
        assertThat(torch.stage("fc")).isEqualTo("fc");
        LayerStages flat = new LayerStages(List.of("conv1_weight", "layer1_0_conv1_weight", "fc_weight"));
        assertThat(flat.stage("layer1_0_conv1_weight")).isEqualTo("layer1");
        assertThat(flat.shortName("layer1_0_conv1_weight")).isEqualTo("0_conv1");
        LayerStages transformer = new LayerStages(List.of("patch.proj", "blocks.3.attn.qkv", "blocks.11.mlp.fc1"));
        assertThat(transformer.stage("blocks.11.mlp.fc1")).isEqualTo("blocks.11");
        LayerStages tensorflow = new LayerStages(List.of("Net/stem/Conv", "Net/block_1/project", "Net/block_1/expand"));
        assertThat(tensorflow.stage("Net/block_1/project")).isEqualTo("block_1");
        assertThat(new LayerStages(List.of("only")).stage("only")).isEqualTo("only");
    }

    /** The layer that is looked at is in both networks, in a stage of the second that no one has opened. */
    @Test
    void aShorterNetworkTakesTheOthersPlace() {
        StageTree tree = open(Stream.of("a.conv1", "a.conv2", "b.conv1", "b.conv2"));
        layers.selectedProperty().set("b.conv1");
        // what a listener throws goes there and nowhere else
        List<Throwable> faults = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
        layers.show(
                Stream.of("x.conv1", "b.conv1")
                        .map(name -> new AnalogLayer(name, 0, "Conv", 144, 16, 1, null, "x", name, ""))
                        .toList(),
                layer -> 2 * layer.weights());
        Thread.currentThread().setUncaughtExceptionHandler(null);
        assertThat(faults).isEmpty();
        assertThat(names(tree)).containsExactly("x.conv1", "b.conv1");
        openLarge();
        assertThat(names(tree)).hasSize(15);
    }

    @Test
    void aLongListIsItsStagesAndOnlyTheOneThatIsLookedAtIsOpen() {
        StageTree tree = openLarge();
        assertThat(layers.selectedProperty().get()).startsWith("layer2");
        assertThat(names(tree)).hasSize(15).startsWith("conv1_weight", "layer1", "layer2", "layer2_0_conv1_weight");
        LayerRow first = tree.lines().get(1);
        assertThat(first.size()).isEqualTo("10 layers");
        tree.toggle(first);
        assertThat(names(tree)).hasSize(25);
        tree.toggle(first);
        layers.selectedProperty().set("layer4_3_conv1_weight");
        assertThat(names(tree)).contains("layer4_3_conv1_weight");
    }

    @Test
    void anotherNetworkOpensOnlyWhatIsLookedAt() {
        StageTree tree = openLarge();
        tree.toggle(tree.lines().get(1));
        layers.selectedProperty().set("conv1_weight");
        List<AnalogLayer> other = IntStream.range(0, 40)
                .mapToObj(i -> "layer" + (1 + i / 10) + "." + i % 10)
                .map(name -> new AnalogLayer(name, 0, "Conv", 144, 16, 1, null, "x", name, ""))
                .toList();
        layers.show(other, layer -> 2 * layer.weights());
        assertThat(names(tree))
                .containsSubsequence("layer1", "layer2", "layer3", "layer3.0", "layer3.9", "layer4")
                .hasSize(14);
        assertThat(tree.isBelowStage(layers.rows().get(20))).isTrue();
    }

    @Test
    void aShortAFilteredAndASortedListAreFlat() {
        StageTree tree = openLarge();
        layers.filterProperty().set("3_conv1");
        assertThat(names(tree)).hasSize(4).noneMatch("layer1"::equals);
        layers.filterProperty().set("");
        tree.setSorted(true);
        assertThat(names(tree)).hasSize(41);
        assertThat(names(open(Stream.of("a.1", "a.2", "b.1")))).containsExactly("a.1", "a.2", "b.1");
    }

    @Test
    void aStagesTickIsThatOfAllItsLayersAndItsErrorTheirMean() {
        StageTree tree = openLarge();
        LayerRow stage = tree.lines().get(1);
        stage.tickedProperty().set(true);
        assertThat(history.get().ticked()).hasSize(10).allMatch(name -> name.startsWith("layer1"));
        layers.rows().get(1).tickedProperty().set(false);
        assertThat(stage.tickedProperty().get()).isFalse();
        assertThat(history.get().ticked()).hasSize(9);
        layers.showErrors(Map.of(
                "layer1_0_conv1_weight", new LayerError(0.09, Double.NaN, 1),
                "layer1_1_conv1_weight", new LayerError(0.5, Double.NaN, 2)));
        assertThat(stage.errorProperty().get().before()).isCloseTo(0.17, within(1e-12));
    }
}
