package org.driftscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import org.driftscope.network.Network;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.ModelFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Models that a fuzzer found: each was accepted, or met with an exception, and must be refused in words or run. */
class FuzzedModelsTest {
    @TempDir
    private Path folder;

    @Test
    void splitTakesItsSizesFromOnePlaceOnly() throws IOException {
        NodeProto.Builder split =
                Protos.node("split", "Split", "s", "y0").addOutput("t").addAttribute(Protos.ints("split", 0, 3));
        assertRunsOrRefused(20, behindDense(split, Protos.node("relu", "Relu", "y", "s")));
    }

    @Test
    void productsOfNothingAreNothing() throws IOException {
        GraphProto.Builder graph = behindDense(
                        Protos.node("flat", "Flatten", "f", "none"),
                        Protos.node("product", "MatMul", "p", "f", "d"),
                        Protos.node("join", "Concat", "y", "y0", "p").addAttribute(Protos.axis(0)))
                .addInitializer(Protos.weight("none", new float[0], 0, 1, 2, 2))
                .addInitializer(Protos.weight("d", new float[8], 4, 2));
        assertThat(assertRunsOrRefused(21, graph)).containsExactly(2, 2);
    }

    /** A layer on a crossbar that no row of inputs enters, and a product that sums over nothing. */
    @Test
    void layersWithoutInputsGiveNothing() throws IOException {
        GraphProto.Builder graph = behindDense(
                        Protos.node("pick", "Gather", "none", "y0", "places"),
                        Protos.node("product", "MatMul", "p", "none", "d"),
                        Protos.node("sum", "ReduceSum", "s", "p"),
                        Protos.node("join", "Add", "y", "y0", "s"))
                .addInitializer(Protos.longs("places"))
                .addInitializer(Protos.weight("d", new float[8], 2, 4));
        assertThat(assertRunsOrRefused(17, graph)).containsExactly(2, 2);
        GraphProto.Builder turned = behindDense(
                        Protos.node("pick", "Gather", "none", "y0", "places"),
                        Protos.node("turn", "Transpose", "t", "none"),
                        Protos.node("product", "MatMul", "p", "t", "none"),
                        Protos.node("join", "Add", "y", "y0", "p"))
                .addInitializer(Protos.longs("places"));
        assertThat(assertRunsOrRefused(17, turned)).containsExactly(2, 2);
    }

    @Test
    void slicesStepAsFarAsALongGoes() throws IOException {
        NodeProto.Builder slice = Protos.node("slice", "Slice", "y", "y0", "from", "to", "axes", "steps");
        GraphProto.Builder graph = behindDense(slice)
                .addInitializer(Protos.longs("from", 0))
                .addInitializer(Protos.longs("to", Long.MAX_VALUE))
                .addInitializer(Protos.longs("axes", 1))
                .addInitializer(Protos.longs("steps", Long.MAX_VALUE));
        assertThat(assertRunsOrRefused(13, graph)).containsExactly(2, 1);
    }

    @Test
    void wholeNumbersAreClippedByAttributesBeforeOpset11() throws IOException {
        NodeProto.Builder clip = Protos.node("clip", "Clip", "k", "whole", "none");
        GraphProto.Builder graph = behindDense(clip, Protos.node("shape", "Reshape", "y", "y0", "k"))
                .addInitializer(Protos.longs("whole", -1, 2))
                .addInitializer(Protos.longs("none"));
        assertThat(assertRunsOrRefused(9, graph)).containsExactly(2, 2);
    }

    @Test
    void wholeNumbersAreNotDividedByNothing() throws IOException {
        GraphProto.Builder graph = behindDense(
                        Protos.node("quotient", "Div", "k", "whole", "zero"),
                        Protos.node("shape", "Reshape", "y", "y0", "k"))
                .addInitializer(Protos.longs("whole", -1, 2))
                .addInitializer(Protos.longs("zero", 0));
        assertThat(assertRunsOrRefused(13, graph)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"strides", "dilations", "output_padding", "pads", "output_shape"})
    void transposedWindowsNeedANumberAnAxis(String setting) throws IOException {
        GraphProto.Builder graph = behindDense(
                        Protos.node("up", "Reshape", "u", "y0", "image"),
                        Protos.node("transposed", "ConvTranspose", "t", "u", "k")
                                .addAttribute(Protos.ints(setting, 1)),
                        Protos.node("flat", "Flatten", "y", "t"))
                .addInitializer(Protos.longs("image", -1, 1, 2, 1))
                .addInitializer(Protos.weight("k", new float[4], 1, 1, 2, 2));
        assertThat(assertRunsOrRefused(13, graph)).isEmpty();
    }

    private long[] assertRunsOrRefused(int opset, GraphProto.Builder graph) throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, Protos.model(opset, graph).build().toByteArray());
        try {
            return scores(OnnxReader.read(file));
        } catch (ModelFormatException refused) {
            assertThat(refused.userMessage()).contains("model.onnx");
            return new long[0];
        }
    }

    private static long[] scores(Network network) {
        long[] shape = network.inputs().get(0).dims().stream()
                .mapToLong(dim -> dim < 1 ? 2 : dim)
                .toArray();
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            shape[0] = compiled.fixedBatch() > 0 ? compiled.fixedBatch() : shape[0];
            try (INDArray images = Nd4j.zeros(shape);
                    INDArray scores = compiled.forward(images)) {
                assertThat(scores.isEmpty()).isFalse();
                return scores.shape();
            }
        }
    }

    /** The dense layer's result becomes y0, and nodes that lead from it to y follow. */
    private static GraphProto.Builder behindDense(NodeProto.Builder... nodes) {
        GraphProto.Builder graph = Protos.dense();
        graph.getNodeBuilder(0).setOutput(0, "y0");
        List.of(nodes).forEach(graph::addNode);
        return graph;
    }
}
