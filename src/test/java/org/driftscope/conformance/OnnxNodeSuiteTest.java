package org.driftscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.network.load.ConstantFolding;
import org.driftscope.network.outline.Outline;
import org.driftscope.network.outline.Outlines;
import org.driftscope.network.outline.ValueLimit;
import org.driftscope.network.run.CompiledNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * ONNX's own backend node tests: every case in the folder named by the system property {@code onnx.suite}, at any depth,
 * must pass unless it uses an operator, opset, element type or setting that Driftscope refuses. Each runs twice where it has
 * several inputs: all fed, and all but the first as constants. One case at a time is in memory.
 */
class OnnxNodeSuiteTest {
    private static final double RELATIVE = 1e-3;
    private static final double ABSOLUTE = 1e-5;
    private static final Map<String, Integer> SKIPPED = new TreeMap<>();
    /** Their only input decides the shape of their result, so it cannot be foretold. */
    private static final Set<String> TAKE_SIZES_FROM_FIRST = Set.of("ConstantOfShape", "Range");

    /** Their scales are floats, but settings all the same. */
    private static final Set<String> RESIZING = Set.of("Resize", "Upsample");

    private static int passed;
    private static int all;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        Path suite = Path.of(System.getProperty("onnx.suite", ""));
        Assumptions.assumeTrue(Files.isDirectory(suite), "no suite at " + suite);
        try (Stream<Path> files = Files.walk(suite)) {
            List<SuiteCase> cases = files.filter(file -> file.endsWith("model.onnx"))
                    .filter(file -> Files.isDirectory(file.resolveSibling("test_data_set_0")))
                    .map(file -> new SuiteCase(file.getParent()))
                    .sorted((a, b) -> a.folder().compareTo(b.folder()))
                    .toList();
            assertThat(cases).isNotEmpty();
            return cases.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
        }
    }

    @AfterAll
    static void printCounts() {
        System.out.printf("ONNX node suite: %d of %d cases passed; outside our scope: %s%n", passed, all, SKIPPED);
    }

    private static void check(SuiteCase one) throws IOException {
        all++;
        Optional<String> reason = one.outOfScope();
        reason.ifPresent(text -> SKIPPED.merge(text, 1, Integer::sum));
        Assumptions.assumeTrue(reason.isEmpty(), () -> "outside our scope: " + reason);
        Network network = OnnxReader.readGraph(one.model());
        List<Tensor> inputs = one.tensors("input_").orElseThrow();
        List<Tensor> expected = one.tensors("output_").orElseThrow();
        check(network, inputs, expected);
        if (inputs.size() > 1) {
            check(ConstantFolding.fold(SuiteCase.withConstants(network, inputs)), inputs, expected);
        }
        passed++;
    }

    private static void check(Network network, List<Tensor> inputs, List<Tensor> expected) {
        Map<String, Tensor> feeds = new HashMap<>();
        for (int i = 0; i < network.inputs().size(); i++) {
            feeds.put(network.inputs().get(i).name(), inputs.get(i));
        }
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            Map<String, Tensor> outputs = compiled.evaluate(feeds);
            compareOutlines(network, inputs, outputs);
            for (int i = 0; i < expected.size(); i++) {
                Tensor actual = outputs.get(network.outputs().get(i).name());
                assertThat(actual).as("output %d", i).isNotNull();
                assertThat(actual.shape())
                        .as("shape of output %d", i)
                        .isEqualTo(expected.get(i).shape());
                compare(actual, expected.get(i));
            }
        }
    }

    /** What was foretold of types and shapes, from the inputs' shapes and from constants, is what came out. */
    private static void compareOutlines(Network network, List<Tensor> inputs, Map<String, Tensor> outputs) {
        Map<String, Outline> known = new HashMap<>();
        boolean resizes = network.nodes().stream().anyMatch(node -> RESIZING.contains(node.op()));
        for (int i = 0; i < network.inputs().size(); i++) {
            Tensor tensor = inputs.get(i);
            boolean setting = i > 0 && (tensor.type() != Tensor.Type.FLOAT || resizes);
            known.put(
                    network.inputs().get(i).name(),
                    setting ? Outline.of(tensor) : Outline.of(tensor.type(), tensor.shape()));
        }
        if (network.nodes().stream().anyMatch(node -> TAKE_SIZES_FROM_FIRST.contains(node.op()))) {
            return;
        }
        Outlines outlines = Outlines.of(network, known, ValueLimit.configured());
        outputs.forEach((name, tensor) -> {
            assertThat(outlines.value(name).type()).as("type of " + name).isEqualTo(tensor.type());
            assertThat(outlines.value(name).shape()).as("outline of " + name).isEqualTo(tensor.shape());
        });
    }

    private static void compare(Tensor actual, Tensor expected) {
        assertThat(actual.type()).isEqualTo(expected.type());
        for (int i = 0; i < expected.size(); i++) {
            if (expected.type() == Tensor.Type.FLOAT) {
                compare(i, actual.floats()[i], expected.floats()[i]);
            } else {
                assertThat(actual.longs()[i]).as("element %d", i).isEqualTo(expected.longs()[i]);
            }
        }
    }

    private static void compare(int index, double actual, double expected) {
        boolean close = Double.compare(actual, expected) == 0
                || Math.abs(actual - expected) <= ABSOLUTE + RELATIVE * Math.abs(expected);
        assertThat(close)
                .as("element %d: %s instead of %s", index, actual, expected)
                .isTrue();
    }
}
