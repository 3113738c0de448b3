package org.driftscope.network.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ConstantFoldingTest {
    private static final Tensor W = Graphs.random(RandomSource.of(3), 12, 5);

    @Test
    void theExportersFlattenBecomesAReshapeWithAConstantTarget() {
        Network raw = Graphs.network(
                13,
                Map.of(
                        "zero", Tensor.ints(new long[] {0}),
                        "axis", Tensor.ints(new long[] {0}, 1),
                        "rest", Tensor.ints(new long[] {-1}, 1),
                        "w", W),
                Graphs.node("Shape", "shape", "x"),
                Graphs.node("Gather", "batch", "shape", "zero"),
                Graphs.node("Unsqueeze", "batch1", "batch", "axis"),
                Graphs.node("Concat", "target", Attributes.of(Map.of("axis", 0L)), "batch1", "rest"),
                Graphs.node("Reshape", "flat", "x", "target"),
                Graphs.node("Dropout", "same", "flat"),
                Graphs.node("MatMul", "y", "same", "w"));
        Network folded = ConstantFolding.fold(raw);
        assertThat(folded.nodes()).extracting(Node::op).containsExactly("Reshape", "MatMul");
        Tensor x = Graphs.random(RandomSource.of(4), 2, 3, 2, 2);
        Graphs.assertClose(scores(folded, x), scores(raw, x), 0);
    }

    @Test
    void constantsAreComputedAndWeightsBehindIdentityAreFound() {
        Network raw = Graphs.network(
                13,
                Map.of("w", Graphs.random(RandomSource.of(3), 5, 12)),
                Graphs.node("Identity", "alias", "w"),
                Graphs.node("Transpose", "wt", "alias"),
                Graphs.node("Flatten", "flat", "x"),
                Graphs.node("MatMul", "y", "flat", "wt"));
        Network folded = ConstantFolding.fold(raw);
        assertThat(folded.nodes()).extracting(Node::op).containsExactly("Flatten", "MatMul");
        assertThat(folded.analogLayers()).hasSize(1);
        assertThat(folded.constants()).containsOnlyKeys("wt");
        Tensor x = Graphs.random(RandomSource.of(4), 2, 3, 2, 2);
        Graphs.assertClose(scores(folded, x), scores(raw, x), 0);
    }

    @Test
    void aBatchSizeFixedByTheExporterIsFreed() {
        Network raw = new Network(
                "fixed",
                8,
                List.of(Graphs.node("Reshape", "flat", "x", "target"), Graphs.node("MatMul", "y", "flat", "w")),
                Map.of("target", Tensor.ints(new long[] {1, 12}, 2), "w", W),
                List.of(new ValueShape("x", List.of(1L, 3L, 2L, 2L))),
                List.of(new ValueShape("y", List.of(1L, 5L))),
                "");
        Network folded = ConstantFolding.fold(raw);
        try (CompiledNetwork fixed = CompiledNetwork.clean(raw);
                CompiledNetwork free = CompiledNetwork.clean(folded);
                INDArray images = NativeArrays.of(Graphs.random(RandomSource.of(4), 7, 3, 2, 2));
                INDArray scores = free.forward(images)) {
            assertThat(fixed.fixedBatch()).isEqualTo(1);
            assertThat(free.fixedBatch()).isZero();
            assertThat(scores.shape()).containsExactly(7, 5);
        }
    }

    private static Tensor scores(Network network, Tensor x) {
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            Tensor y = compiled.evaluate(Map.of("x", x)).get("y");
            assertThat(y).isNotNull();
            return y;
        }
    }
}
