package org.driftscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.support.ModelFormatException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Their weights lie in a file that was left out of the collection; without it they are refused for that alone. */
    @ParameterizedTest
    @CsvSource({"ext-amp.onnx,shared by so many", "fold-mm.onnx,at load above"})
    void filesThatGrowAreRefusedForTheirGrowth(String name, String why, @TempDir Path folder) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no hostile models at " + FOLDER);
        Files.copy(FOLDER.resolve("amp.bin"), folder.resolve("amp.bin"));
        byte[] weights = new byte[784 * 10 * Float.BYTES];
        Arrays.fill(weights, (byte) 0x3c);
        Files.write(folder.resolve("w.bin"), weights);
        Path file = Files.copy(FOLDER.resolve(name), folder.resolve(name));

        Throwable thrown =
                Assertions.assertTimeout(Duration.ofSeconds(5), () -> catchThrowable(() -> OnnxReader.read(file)));

        assertThat(thrown).isInstanceOf(ModelFormatException.class).hasMessageContaining(why);
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
