package org.driftscope.network.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.op.Operators;
import org.driftscope.network.outline.Outlines;
import org.driftscope.network.outline.ValueLimit;
import org.junit.jupiter.api.Test;

class BatchAxesTest {
    /** What a batch never enters, or what a network cannot be shown to keep it in. */
    private static final Set<String> WITHOUT_RULE = Set.of("Constant", "ConstantOfShape", "Shape", "Size", "Range");

    @Test
    void everyOperatorThatImagesEnterHasARule() {
        TreeSet<String> missing = new TreeSet<>(Operators.names());
        missing.removeAll(BatchRules.names());
        assertThat(missing).isSubsetOf(WITHOUT_RULE);
    }

    @Test
    void anAxisIsFollowedThroughTransposes() {
        assertThat(axisAfter(new long[] {4, 3, 5}, node("Transpose", Map.of("perm", new long[] {2, 0, 1}))))
                .isEqualTo(1);
    }

    @Test
    void meansOverTheBatchLoseIt() {
        assertThat(axisAfter(new long[] {4, 3, 5}, node("ReduceMean", Map.of("axes", new long[] {0}))))
                .isEqualTo(BatchAxes.LOST);
        assertThat(axisAfter(new long[] {4, 3, 5}, node("ReduceMean", Map.of())))
                .isEqualTo(BatchAxes.LOST);
        assertThat(axisAfter(new long[] {4, 3, 5}, node("ReduceMean", Map.of("axes", new long[] {-1}))))
                .isZero();
    }

    @Test
    void aReshapeKeepsTheBatchWhereItStaysApart() {
        assertThat(axisAfter(new long[] {4, 3, 5}, reshape(4, 15))).isZero();
        assertThat(axisAfter(new long[] {1, 3, 5}, reshape(3, 1, 5))).isEqualTo(BatchAxes.LOST);
        assertThat(axisAfter(new long[] {4, 4, 5}, reshape(16, 5))).isEqualTo(BatchAxes.LOST);
    }

    @Test
    void aConstantThatDiffersFromImageToImageLosesIt() {
        Node plus = new Node("plus", "Add", List.of("x", "c"), List.of("y"), Attributes.none());
        assertThat(axisAfter(new long[] {4, 3}, plus, Tensor.floats(new float[12], 4, 3)))
                .isEqualTo(BatchAxes.LOST);
        assertThat(axisAfter(new long[] {4, 3}, plus, Tensor.floats(new float[3], 1, 3)))
                .isZero();
    }

    @Test
    void aProductOverTheBatchLosesIt() {
        Node product = new Node("product", "MatMul", List.of("c", "x"), List.of("y"), Attributes.none());
        assertThat(axisAfter(new long[] {4, 3}, product, Tensor.floats(new float[8], 2, 4)))
                .isEqualTo(BatchAxes.LOST);
        Node rows = new Node("rows", "MatMul", List.of("x", "c"), List.of("y"), Attributes.none());
        assertThat(axisAfter(new long[] {4, 3}, rows, Tensor.floats(new float[6], 3, 2)))
                .isZero();
    }

    private static Node node(String op, Map<String, Object> attributes) {
        return new Node(op, op, List.of("x"), List.of("y"), Attributes.of(attributes));
    }

    private static Node reshape(long... target) {
        return new Node(
                "Reshape",
                "Reshape",
                List.of("x", "t"),
                List.of("y"),
                Attributes.of(Map.of("target", Tensor.ints(target, target.length))));
    }

    private static int axisAfter(long[] shape, Node node) {
        Tensor target = node.attributes().tensor("target");
        return axisAfter(shape, node, target == null ? Tensor.ints(new long[0], 0) : target);
    }

    private static int axisAfter(long[] shape, Node node, Tensor constant) {
        Network network = new Network(
                "test",
                13,
                List.of(node),
                Map.of("c", constant, "t", constant),
                List.of(new ValueShape(
                        "x", java.util.Arrays.stream(shape).boxed().toList())),
                List.of(new ValueShape("y", List.of())),
                "");
        Outlines outlines = Outlines.of(network, shape, ValueLimit.configured());
        return BatchAxes.of(network, outlines).of("y");
    }
}
