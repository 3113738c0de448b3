package org.driftscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.support.ModelFormatException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every model of ONNX's node tests is read, or refused because of an operator by name; every tensor is read. */
class NodeSuiteReadTest {
    private static final Path SUITE = Path.of(System.getProperty("onnx.suite", "."));

    @Test
    void everyModelIsReadOrNamed() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SUITE));
        List<Path> models = find("model.onnx");

        for (Path model : models) {
            try {
                assertThat(OnnxReader.readGraph(model).outputs()).isNotEmpty();
            } catch (ModelFormatException e) {
                assertThat(e.userMessage()).contains("operators that Driftscope does not support");
            }
        }
        assertThat(models).isNotEmpty();
    }

    @Test
    void everyTensorIsRead() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SUITE));

        for (Path tensor : find(".pb")) {
            assertThat(OnnxTensorReader.read(tensor).size()).isNotNegative();
        }
    }

    private static List<Path> find(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(SUITE)) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
