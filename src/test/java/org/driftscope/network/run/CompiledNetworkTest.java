package org.driftscope.network.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Pointer;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Graphs;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.support.CancelToken;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class CompiledNetworkTest {
    private static final RandomSource RANDOM = RandomSource.of(11);
    private static final Tensor X = random("x", 4, 3, 8, 8);
    private static final Network NETWORK = Graphs.residual(RANDOM);

    @Test
    void batchNormFoldedIntoTheConvolutionChangesNothing() {
        float[] folded = scores(NETWORK, X);
        assertThat(folded).hasSize(4 * 5);
        float[] unfolded = scores(withoutFolding(), X);
        for (int i = 0; i < folded.length; i++) {
            assertThat(folded[i]).isCloseTo(unfolded[i], within(1e-5f * Math.max(10, Math.abs(unfolded[i]))));
        }
    }

    @Test
    void changedWeightsAndBiasAreUsedAndOtherLayersStayClean() {
        AnalogLayer layer = NETWORK.analogLayer("fc");
        WeightMatrix doubled = scaled(NETWORK.weights(layer), 2);
        LayerChange change = new LayerChange(doubled, new float[] {1, 2, 3, 4, 5});
        try (CompiledNetwork clean = CompiledNetwork.clean(NETWORK);
                CompiledNetwork changed = clean.withChanges(Map.of("fc", change));
                CompiledNetwork again = changed.withChanges(Map.of())) {
            float[] before = scores(clean, X);
            float[] after = scores(changed, X);
            for (int i = 0; i < before.length; i++) {
                assertThat(after[i]).isCloseTo(2 * before[i] + i % 5 + 1, within(1e-3f));
            }
            assertThat(scores(again, X)).isEqualTo(before);
        }
    }

    @Test
    void aNetworkOutlivesTheOneItWasMadeFrom() {
        CompiledNetwork clean = CompiledNetwork.clean(NETWORK);
        float[] expected = scores(clean, X);
        try (CompiledNetwork derived = clean.withChanges(Map.of())) {
            clean.close();
            clean.close();
            assertThat(scores(derived, X)).isEqualTo(expected);
        }
    }

    @Test
    void theRestOfThePassFromACutGivesTheSameScores() {
        try (CompiledNetwork clean = CompiledNetwork.clean(NETWORK);
                INDArray images = NativeArrays.of(X)) {
            float[] expected = scores(clean, X);
            assertThat(clean.cuts()).isNotEmpty();
            for (Cut cut : clean.cuts()) {
                try (INDArray value = clean.forwardTo(cut, images, ImageNumbers.inOrder(), new CancelToken());
                        INDArray once = clean.forwardFrom(cut, value, ImageNumbers.inOrder(), new CancelToken());
                        INDArray twice = clean.forwardFrom(cut, value, ImageNumbers.inOrder(), new CancelToken())) {
                    assertThat(once.data().asFloat()).as(cut.value()).isEqualTo(expected);
                    assertThat(twice.data().asFloat()).as(cut.value()).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void theLastCutLiesBeforeTheFirstChangedLayer() {
        try (CompiledNetwork clean = CompiledNetwork.clean(NETWORK)) {
            assertThat(clean.lastCutBefore(Set.of("stem", "fc"))).isNull();
            Cut beforeBlock = clean.lastCutBefore(Set.of("block.conv2"));
            assertThat(beforeBlock).isNotNull();
            assertThat(beforeBlock.value()).isEqualTo("stem.relu");
            Cut beforeHead = clean.lastCutBefore(Set.of("fc"));
            assertThat(beforeHead).isNotNull();
            assertThat(beforeHead.value()).isEqualTo("flat");
        }
    }

    @Test
    void parallelPassesGiveBitwiseTheSame() throws Exception {
        ExecutorService workers = NativeThreads.workers(3, "test");
        try (CompiledNetwork clean = CompiledNetwork.clean(NETWORK)) {
            float[] expected = workers.submit(() -> scores(clean, X)).get();
            List<Future<float[]>> results = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                results.add(workers.submit(() -> scores(clean, X)));
            }
            for (Future<float[]> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            workers.shutdown();
        }
    }

    @Test
    void imagesInAnyMemoryOrderAreReadAndNeverChanged() {
        try (CompiledNetwork clean = CompiledNetwork.clean(NETWORK);
                INDArray plain = NativeArrays.of(X);
                INDArray columns = plain.dup('f');
                INDArray scores = clean.forward(columns)) {
            assertThat(scores.data().asFloat()).isEqualTo(scores(clean, X));
            assertThat(plain.data().asFloat()).isEqualTo(X.floats());
            assertThat(columns.equalsWithEps(plain, 0)).isTrue();
        }
    }

    @Test
    void imagesThatDoNotFitAreRefusedWithBothShapes() {
        Network declared = new Network(
                "small.onnx",
                13,
                NETWORK.nodes(),
                NETWORK.constants(),
                List.of(new ValueShape("x", List.of(-1L, 3L, 8L, 8L))),
                NETWORK.outputs(),
                "");
        try (CompiledNetwork clean = CompiledNetwork.clean(declared);
                INDArray grey = NativeArrays.of(random("grey", 2, 1, 8, 8))) {
            assertThatThrownBy(() -> clean.forward(grey))
                    .isInstanceOf(IncompatibleShapeException.class)
                    .hasMessageContaining("[2, 1, 8, 8]")
                    .hasMessageContaining("[-1, 3, 8, 8]")
                    .hasMessageContaining("small.onnx");
        }
    }

    @Test
    void unsupportedOperatorsAreRefusedByName() {
        Network network = Graphs.network(13, Map.of(), Graphs.node("LSTM", "y", "x"));
        assertThatThrownBy(() -> CompiledNetwork.clean(network)).hasMessageContaining("LSTM");
    }

    /** One image of a large network takes a while: the pass itself stops, at the layer where it is. */
    @Test
    void aCancelledPassStopsAtTheNextStep() {
        CancelToken cancel = new CancelToken();
        List<String> entered = new ArrayList<>();
        try (CompiledNetwork clean = CompiledNetwork.clean(NETWORK);
                INDArray images = NativeArrays.of(X)) {
            assertThatThrownBy(() -> clean.forward(
                            images,
                            (layer, input) -> {
                                entered.add(layer.name());
                                cancel.cancel();
                            },
                            ImageNumbers.inOrder(),
                            cancel))
                    .isInstanceOf(CancellationException.class);
            assertThat(entered).hasSize(1);
            assertThat(clean.network().analogLayers()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void nativeMemoryDoesNotGrow() {
        Tensor many = random("many", 200, 3, 8, 8);
        try (CompiledNetwork clean = CompiledNetwork.clean(NETWORK);
                INDArray images = NativeArrays.of(many)) {
            Cut cut = clean.cuts().get(0);
            passes(clean, images, cut, 20);
            long before = Pointer.physicalBytes();
            passes(clean, images, cut, 100);
            // a pass computes 5 MB of values, so that a single array left open a pass would show
            assertThat(Pointer.physicalBytes() - before).isLessThan(30L << 20);
        }
    }

    private static void passes(CompiledNetwork network, INDArray images, Cut cut, int count) {
        for (int i = 0; i < count; i++) {
            network.forward(images).close();
            try (INDArray value = network.forwardTo(cut, images, ImageNumbers.inOrder(), new CancelToken())) {
                network.forwardFrom(cut, value, ImageNumbers.inOrder(), new CancelToken())
                        .close();
            }
        }
    }

    /** The same network with a second reader of each convolution, so that nothing is folded. */
    private static Network withoutFolding() {
        List<ValueShape> outputs = new ArrayList<>(NETWORK.outputs());
        NETWORK.nodes().stream()
                .filter(node -> node.op().equals("Conv"))
                .forEach(node -> outputs.add(new ValueShape(node.outputs().get(0), List.of())));
        return new Network("open", 13, NETWORK.nodes(), NETWORK.constants(), NETWORK.inputs(), outputs, "");
    }

    private static WeightMatrix scaled(WeightMatrix matrix, float factor) {
        float[] values = matrix.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return new WeightMatrix(matrix.rows(), matrix.cols(), values);
    }

    private static float[] scores(Network network, Tensor x) {
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            return scores(compiled, x);
        }
    }

    private static float[] scores(CompiledNetwork network, Tensor x) {
        try (INDArray images = NativeArrays.of(x);
                INDArray scores = network.forward(images)) {
            return scores.data().asFloat();
        }
    }

    private static Tensor random(String name, long... shape) {
        return Graphs.random(RANDOM.child(name), shape);
    }
}
