package org.driftscope.network.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Activations that a convolution's step takes over. */
class BoundedLayersTest {
    private final Tensor x = Graphs.random(RandomSource.of(3).child("x"), 2, 6, 7, 7);
    private final Map<String, Tensor> constants = new HashMap<>(Map.of(
            "w", Graphs.random(RandomSource.of(3).child("w"), 6, 6, 3, 3),
            "depthwise", Graphs.random(RandomSource.of(3).child("d"), 6, 1, 3, 3),
            "low", Tensor.floats(new float[] {-0.5f}),
            "high", Tensor.floats(new float[] {0.75f})));

    @ParameterizedTest
    @ValueSource(strings = {"w", "depthwise"})
    void reluAndClipGiveWhatTheyGiveOfTheLayersOutputs(String weights) {
        Node layer = convolution(weights);
        Map<String, Tensor> positive = run(layer, Graphs.node("Relu", "y", "a"));
        Map<String, Tensor> clipped = run(layer, Graphs.node("Clip", "y", "a", "low", "high"));
        Map<String, Tensor> raised = run(layer, Graphs.node("Clip", "y", "a", "low"));
        float[] own = run(layer, Graphs.node("Identity", "y", "a")).get("y").floats();
        for (int i = 0; i < own.length; i++) {
            assertThat(positive.get("y").floats()[i]).isEqualTo(Math.max(0, own[i]));
            assertThat(clipped.get("y").floats()[i]).isEqualTo(Math.min(0.75f, Math.max(-0.5f, own[i])));
            assertThat(raised.get("y").floats()[i]).isEqualTo(Math.max(-0.5f, own[i]));
        }
        assertThat(steps(layer, Graphs.node("Relu", "y", "a"))).isEqualTo(1);
        assertThat(steps(layer, Graphs.node("Clip", "y", "a", "", "high"))).isEqualTo(1);
    }

    @Test
    void anOutputThatIsReadElsewhereOrBoundsThatAreComputedStayNodesOfTheirOwn() {
        Node layer = convolution("w");
        Node relu = Graphs.node("Relu", "b", "a");
        assertThat(steps(layer, relu, Graphs.node("MatMul", "y", "a", "b"))).isEqualTo(3);
        Node bound = Graphs.node("ReduceMax", "top", Attributes.of(Map.of("keepdims", 0L)), "a");
        assertThat(steps(layer, bound, Graphs.node("Clip", "y", "a", "", "top")))
                .isEqualTo(3);
        float[] own = run(layer, Graphs.node("Identity", "y", "a")).get("y").floats();
        Network both = network(List.of("a", "b"), layer, relu);
        try (CompiledNetwork compiled = CompiledNetwork.clean(both)) {
            assertThat(compiled.evaluate(Map.of("x", x)).get("a").floats()).isEqualTo(own);
        }
    }

    @Test
    void aTapSeesTheOutputsBeforeTheActivationAndTheScoresStayTheSame() {
        Network network = network(List.of("y"), convolution("w"), Graphs.node("Relu", "y", "a"));
        float[] own = run(convolution("w"), Graphs.node("Identity", "y", "a"))
                .get("y")
                .floats();
        float[][] seen = new float[1][];
        FeatureTap tap = new FeatureTap() {
            @Override
            public void input(AnalogLayer layer, INDArray input) {}

            @Override
            public void output(AnalogLayer layer, Supplier<Tensor> output) {
                seen[0] = output.get().floats();
            }
        };
        try (CompiledNetwork compiled = CompiledNetwork.clean(network);
                INDArray images = NativeArrays.of(x);
                INDArray plain = compiled.forward(images);
                INDArray tapped = compiled.forward(images, tap)) {
            assertThat(seen[0]).isEqualTo(own);
            assertThat(tapped.data().asFloat()).isEqualTo(plain.data().asFloat());
        }
    }

    private static Node convolution(String weights) {
        Attributes settings =
                Attributes.of(Map.of("pads", new long[] {1, 1, 1, 1}, "group", weights.equals("depthwise") ? 6L : 1L));
        return Graphs.node("Conv", "a", settings, "x", weights);
    }

    private Map<String, Tensor> run(Node... nodes) {
        try (CompiledNetwork compiled = CompiledNetwork.clean(network(List.of("y"), nodes))) {
            return compiled.evaluate(Map.of("x", x));
        }
    }

    private int steps(Node... nodes) {
        return PlanBuilder.build(network(List.of("y"), nodes)).steps().size();
    }

    private Network network(List<String> outputs, Node... nodes) {
        return new Network(
                "test",
                13,
                List.of(nodes),
                constants,
                List.of(new ValueShape("x", List.of(-1L, 6L, 7L, 7L))),
                outputs.stream().map(name -> new ValueShape(name, List.of())).toList(),
                "");
    }
}
