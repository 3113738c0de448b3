package org.driftscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.support.ModelFormatException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files that were made to break the reader are refused in a sentence, soon, and before much is allocated. */
class HostileModelsTest {
    private static final Path FOLDER = Path.of(System.getProperty(
                    "shared.cases",
                    Path.of(System.getProperty("shared.data", "none"))
                            .resolveSibling("cases")
                            .toString()))
            .resolve("files");

    @TestFactory
    Stream<DynamicTest> files() throws IOException {
        return found().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Throwable thrown = Assertions.assertTimeout(
                            Duration.ofSeconds(10), () -> catchThrowable(() -> OnnxReader.read(file)));
                    assertThat(thrown).isInstanceOf(ModelFormatException.class);
                    assertThat(thrown.getMessage())
                            .contains(file.getFileName().toString())
                            .doesNotContain("null");
                }));
    }

    private static List<Path> found() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("onnx-")
                            || file.getFileName().toString().endsWith(".onnx"))
                    .sorted()
                    .toList();
        }
    }
}
