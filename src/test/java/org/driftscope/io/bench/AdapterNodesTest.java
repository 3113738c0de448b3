package org.driftscope.io.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.driftscope.network.Graphs.node;
import static org.driftscope.network.Graphs.random;

import java.util.Map;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Graphs;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;

class AdapterNodesTest {
    private static final RandomSource RANDOM = RandomSource.of(8);

    /** As many channels as positions, so that a shape of the wrong rank would fit as well. */
    private static Network alongALine() {
        return Graphs.network(
                13,
                Map.of(
                        "line.weight", random(RANDOM.child("w"), 4, 3, 1),
                        "line.bias", random(RANDOM.child("b"), 4)),
                node("Conv", "scores", "x", "line.weight", "line.bias"));
    }

    @Test
    void aConvolutionAlongALineHasScaleAndBiasAChannel() {
        Network network = alongALine();
        AnalogLayer layer = network.analogLayer("line");
        LowRankAdapter adapter = new LowRankAdapter(
                "line",
                1,
                3,
                4,
                1,
                random(RANDOM.child("a"), 3).floats(),
                random(RANDOM.child("c"), 4).floats(),
                new float[] {1, 2, 3, 4},
                new float[] {5, 6, 7, 8});
        LayerChange change = adapter.apply(network.weights(layer));
        assertThat(AdapterNodes.canStandBeside(layer, network.nodes().get(0), adapter))
                .isTrue();
        Network beside = AdapterNodes.add(network, Map.of("line", adapter), Map.of("line", change));
        Map<String, Tensor> images = Map.of("x", random(RANDOM.child("x"), 1, 3, 4));
        try (CompiledNetwork whole = CompiledNetwork.with(network, Map.of("line", change));
                CompiledNetwork parts = CompiledNetwork.clean(beside)) {
            float[] expected = whole.evaluate(images).get("scores").floats();
            float[] actual = parts.evaluate(images).get("scores").floats();
            assertThat(actual).hasSameSizeAs(expected);
            for (int i = 0; i < actual.length; i++) {
                assertThat(actual[i]).as("score %d", i).isCloseTo(expected[i], within(1e-4f));
            }
        }
    }
}
