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
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;

/** Networks exported for other forms of images take images, and give what they gave for their own form. */
class ImageInputTest {
    private static final Tensor DENSE = Graphs.random(RandomSource.of(1), 12, 2);

    private static Network dense(List<Long> dims, Node... nodes) {
        Network any = Graphs.network(13, Map.of("w", DENSE), nodes);
        return new Network(
                "m", 13, any.nodes(), any.constants(), List.of(new ValueShape("x", dims)), any.outputs(), "");
    }

    private static float[] scores(Network network, Tensor images) {
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            String input = network.inputs().get(0).name();
            String output = network.outputs().get(0).name();
            return compiled.evaluate(Map.of(input, images)).get(output).floats();
        }
    }

    private static List<Long> dims(Network network) {
        return network.inputs().get(0).dims();
    }

    @Test
    void flatRowsAreSquareImages() {
        Network rows = dense(List.of(-1L, 12L), Graphs.node("MatMul", "y", "x", "w"));
        Network images = ImageInput.of(rows, false);
        assertThat(dims(images)).containsExactly(-1L, 3L, 2L, 2L);
        assertThat(scores(images, Graphs.ramp(2, 3, 2, 2))).isEqualTo(scores(rows, Graphs.ramp(2, 12)));
        assertThat(FixedBatch.of(images)).isZero();
    }

    @Test
    void whatIsNoSquareStaysAsItIs() {
        Network rows = dense(List.of(-1L, 13L), Graphs.node("Relu", "y", "x"));
        assertThat(ImageInput.of(rows, false)).isSameAs(rows);
    }

    @Test
    void greyImagesNeedNoAxisOfChannels() {
        Network grey = dense(List.of(-1L, 4L, 4L), Graphs.node("ReduceMax", "y", "x"));
        Network images = ImageInput.of(grey, false);
        assertThat(dims(images)).containsExactly(-1L, 1L, 4L, 4L);
        assertThat(scores(images, Graphs.ramp(1, 1, 4, 4))).containsExactly(15);
    }

    @Test
    void channelsMayBeLast() {
        Node flat = Graphs.node("Flatten", "f", "x");
        Network last = dense(List.of(-1L, 2L, 2L, 3L), flat, Graphs.node("MatMul", "y", "f", "w"));
        Network images = ImageInput.of(last, false);
        assertThat(dims(images)).containsExactly(-1L, 3L, 2L, 2L);
        float[] first = {0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11};
        assertThat(scores(images, Tensor.floats(first, 1, 3, 2, 2))).isEqualTo(scores(last, Graphs.ramp(1, 2, 2, 3)));
    }

    @Test
    void bytesAreWholeNumbers() {
        Network bytes = dense(List.of(-1L, 1L, 1L, 2L), Graphs.node("Cast", "y", Attributes.of(Map.of("to", 1L)), "x"));
        Network images = ImageInput.of(bytes, true);
        assertThat(scores(images, Tensor.floats(new float[] {3.7f, 250}, 1, 1, 1, 2)))
                .containsExactly(3, 250);
    }

    @Test
    void aShapeThatIsNotDeclaredIsFound() {
        Tensor kernel = Graphs.random(RandomSource.of(2), 2, 3, 3, 3);
        Node conv = Graphs.node("Conv", "c", "x", "k");
        Network open = Graphs.network(13, Map.of("k", kernel), conv, Graphs.node("GlobalAveragePool", "y", "c"));
        Network without = new Network(
                "m", 13, open.nodes(), open.constants(), List.of(new ValueShape("x", List.of())), open.outputs(), "");
        assertThat(dims(ImageInput.of(without, false))).containsExactly(-1L, 3L, -1L, -1L);

        Network flat = dense(List.of(), Graphs.node("MatMul", "y", "x", "w"));
        assertThat(dims(ImageInput.of(flat, false))).containsExactly(-1L, 3L, 2L, 2L);
    }

    @Test
    void whereTheOutputIsADecisionItsScoresAre() {
        Network top = dense(
                List.of(-1L, 12L),
                Graphs.node("MatMul", "scores", "x", "w"),
                Graphs.node("ArgMax", "best", Attributes.of(Map.of("axis", 1L)), "scores"),
                Graphs.node("Cast", "y", Attributes.of(Map.of("to", 1L)), "best"));
        assertThat(ScoreOutput.of(top).outputs()).extracting(ValueShape::name).containsExactly("scores");
        Network plain = dense(List.of(-1L, 12L), Graphs.node("MatMul", "y", "x", "w"));
        assertThat(ScoreOutput.of(plain)).isSameAs(plain);
    }
}
