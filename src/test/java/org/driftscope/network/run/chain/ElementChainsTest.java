package org.driftscope.network.run.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.op.NodeEvaluation;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A chain gives to the bit what its nodes give one by one. */
class ElementChainsTest {
    private static final String[] JOINING = {"Add", "Sub", "Mul", "Div", "Min", "Max", "Sum", "Pow"};
    private static final String[] SINGLE = {"Erf", "Relu", "Neg", "Abs", "Reciprocal", "Sqrt"};
    private static final long[][] SHAPES = {
        {1, 4, 5, 6}, {1, 4, 1, 1}, {6}, {1}, {}, {5, 1}, {1, 1, 1, 6}, {4, 5, 1}, {4, 1, 6}
    };

    private static final Attributes WINDOW_OF_ONE = Attributes.of(Map.of("kernel_shape", new long[] {1, 1}));

    @TestFactory
    Stream<DynamicTest> aChainGivesWhatItsNodesGiveOneByOne() {
        return IntStream.range(0, 60)
                .mapToObj(i -> DynamicTest.dynamicTest("graph " + i, () -> checkRandom(RandomSource.of(i))));
    }

    private static void checkRandom(RandomSource random) {
        List<Node> nodes = new ArrayList<>();
        // pooling lays its result out with channels last
        nodes.add(new Node("p", "MaxPool", List.of("x"), List.of("p"), WINDOW_OF_ONE));
        Map<String, Tensor> constants = new HashMap<>();
        for (int i = 0; i < SHAPES.length; i++) {
            constants.put("c" + i, random("c" + i, random, SHAPES[i]));
        }
        List<String> known =
                new ArrayList<>(constants.keySet().stream().sorted().toList());
        known.addAll(List.of("x", "p"));
        for (int i = 0; i < 8; i++) {
            boolean joins = draw(random, "kind" + i, 3) > 0;
            String[] ops = joins ? JOINING : SINGLE;
            String op = ops[draw(random, "op" + i, ops.length)];
            // mostly what was computed last, so that chains come about
            String left = i == 0 || draw(random, "near" + i, 5) == 0 ? pick(random, "left" + i, known) : "v" + (i - 1);
            List<String> inputs = joins ? List.of(left, pick(random, "right" + i, known)) : List.of(left);
            nodes.add(node("v" + i, op, inputs));
            known.add("v" + i);
        }
        nodes.add(node("y", "Add", List.of("v7", "x")));
        Tensor x = random("x", random, 3, 4, 5, 6);
        assertThat(throughTheNetwork(nodes, constants, x).floats())
                .isEqualTo(oneByOne(nodes, constants, x).floats());
    }

    @Test
    void longRowsAndManyRowsPassInPieces() {
        Map<String, Tensor> constants = Map.of(
                "row", random("row", RandomSource.of(1), 192), "all", random("all", RandomSource.of(2), 1, 1, 1, 1));
        for (long[] shape :
                List.of(new long[] {2, 3, 7, 192}, new long[] {1, 1, 3, 5000}, new long[] {2, 1, 1031, 1})) {
            String row = shape[3] == 192 ? "row" : "all";
            List<Node> nodes = List.of(
                    node("a", "Sub", List.of("x", row)),
                    node("b", "Mul", List.of("a", "a")),
                    node("c", "Div", List.of(row, "b")),
                    node("y", "Add", List.of("c", "x")));
            Tensor x = random("x", RandomSource.of(3), shape);
            assertThat(throughTheNetwork(nodes, constants, x).floats())
                    .isEqualTo(oneByOne(nodes, constants, x).floats());
        }
    }

    @Test
    void whatOtherNodesReadStaysOutsideAndKeepsItsValue() {
        List<Node> nodes = List.of(
                node("a", "Add", List.of("x", "x")),
                node("b", "Neg", List.of("a")),
                node("c", "Softmax", List.of("a")),
                node("y", "Mul", List.of("b", "c")));
        Tensor x = random("x", RandomSource.of(4), 2, 3, 4, 5);
        ElementChains chains = new ElementChains(network(nodes, Map.of(), x), Set.of());
        assertThat(chains.isWithin(0)).isFalse();
        assertThat(chains.isWithin(1)).isTrue();
        assertThat(throughTheNetwork(nodes, Map.of(), x).floats())
                .isEqualTo(oneByOne(nodes, Map.of(), x).floats());
    }

    @Test
    void integersAreComputedNodeByNode() {
        Map<String, Tensor> constants = Map.of("two", Tensor.ints(new long[] {2}, 1));
        List<Node> nodes = List.of(
                node("s", "Shape", List.of("x")),
                node("h", "Div", List.of("s", "two")),
                node("n", "Mul", List.of("h", "two")),
                node("d", "Sub", List.of("s", "n")),
                new Node("f", "Cast", List.of("d"), List.of("f"), Attributes.of(Map.of("to", 1L))),
                node("g", "Neg", List.of("f")),
                node("y", "Add", List.of("x", "g")));
        Tensor x = random("x", RandomSource.of(5), 1, 1, 3, 4);
        assertThat(throughTheNetwork(nodes, constants, x).floats())
                .isEqualTo(oneByOne(nodes, constants, x).floats());
    }

    @Test
    void shapesThatDoNotFitAreRefusedByTheNodeThatJoinsThem() {
        Map<String, Tensor> constants = Map.of("three", random("three", RandomSource.of(6), 3));
        List<Node> nodes = List.of(
                node("a", "Neg", List.of("x")),
                node("bad", "Add", List.of("a", "three")),
                node("y", "Neg", List.of("bad")));
        Tensor x = random("x", RandomSource.of(7), 1, 1, 3, 4);
        assertThatThrownBy(() -> throughTheNetwork(nodes, constants, x))
                .isInstanceOf(IncompatibleShapeException.class)
                .hasMessageContaining("'bad' (Add)");
    }

    private static Tensor throughTheNetwork(List<Node> nodes, Map<String, Tensor> constants, Tensor x) {
        try (CompiledNetwork network = CompiledNetwork.clean(network(nodes, constants, x));
                INDArray images = NativeArrays.of(x);
                INDArray scores = network.forward(images)) {
            assertThat(images.data().asFloat()).isEqualTo(x.floats());
            return Tensor.floats(scores.data().asFloat(), scores.shape());
        }
    }

    private static Tensor oneByOne(List<Node> nodes, Map<String, Tensor> constants, Tensor x) {
        Map<String, Tensor> known = new HashMap<>(constants);
        known.put("x", x);
        for (Node node : nodes) {
            known.put(node.outputs().get(0), NodeEvaluation.run(node, 17, known).get(0));
        }
        return known.get("y");
    }

    private static Network network(List<Node> nodes, Map<String, Tensor> constants, Tensor x) {
        long[] s = x.shape();
        return new Network(
                "chain",
                17,
                nodes,
                constants,
                List.of(new ValueShape("x", List.of(-1L, s[1], s[2], s[3]))),
                List.of(new ValueShape("y", List.of(-1L, s[1], s[2], s[3]))),
                "");
    }

    private static Node node(String output, String op, List<String> inputs) {
        return new Node(output, op, inputs, List.of(output), Attributes.of(Map.of()));
    }

    /** Above 0, so that roots and powers are numbers. */
    private static Tensor random(String key, RandomSource random, long... shape) {
        int size = 1;
        for (long dim : shape) {
            size *= (int) dim;
        }
        double[] numbers = random.child(key).gaussians(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = 0.1f + (float) Math.abs(numbers[i]);
        }
        return Tensor.floats(values, shape);
    }

    private static int draw(RandomSource random, String key, int bound) {
        return (int) Math.floorMod((long) (1e6 * random.child(key).gaussians(1)[0]), (long) bound);
    }

    private static String pick(RandomSource random, String key, List<String> names) {
        return names.get(draw(random, key, names.size()));
    }
}
