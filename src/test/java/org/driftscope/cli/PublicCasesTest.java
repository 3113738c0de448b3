package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.support.PlainText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Models as others' users bring them give what another engine gives, by the command line. */
class PublicCasesTest {
    @TestFactory
    Stream<DynamicTest> aBatchThatWasExportedIsKeptUnlessItIsProvedToBeFree() throws IOException {
        return PublicCases.of("batch-").stream()
                .map(folder -> named(folder, () -> {
                    PublicCases.Ran ran = PublicCases.evaluate(folder);
                    assertThat(ran.exit()).as(ran.errors()).isZero();
                    assertThat(ran.json().get("top1").asDouble()).isEqualTo(1.0);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aBatchThatWasExportedIsKeptInCalibration() throws IOException {
        return PublicCases.of("batch-torch").stream()
                .map(folder -> named(folder, () -> {
                    PublicCases.Ran ran = PublicCases.calibrate(folder, "dora");
                    assertThat(ran.exit()).as(ran.errors()).isZero();
                }));
    }

    @TestFactory
    Stream<DynamicTest> paddingMayReachPastTheMap() throws IOException {
        return PublicCases.of("patch-").stream()
                .map(folder -> named(folder, () -> {
                    PublicCases.Ran ran = PublicCases.calibrate(folder, "dora");
                    assertThat(ran.exit()).as(ran.errors()).isZero();
                    assertThat(ran.json().get("cleanTop1").asDouble()).isEqualTo(1.0);
                }));
    }

    @TestFactory
    Stream<DynamicTest> gradientsPassThroughWhatTheReaderTakes() throws IOException {
        return PublicCases.of("train-").stream()
                .map(folder -> named(folder, () -> {
                    for (String method : List.of("sparse", "allocated", "backprop")) {
                        PublicCases.Ran ran = PublicCases.calibrate(folder, method, "--budget", "20", "--steps", "5");
                        assertThat(ran.exit()).as(method + ": " + ran.errors()).isZero();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> networksOfAFixedBatchAreTrainedWithIt() throws IOException {
        return PublicCases.of("batch-torch").stream()
                .map(folder -> named(folder, () -> {
                    PublicCases.Ran ran =
                            PublicCases.calibrate(folder, "backprop", "--learning-rate", "1e-4", "--steps", "3");
                    assertThat(ran.exit()).as(ran.errors()).isZero();
                }));
    }

    @TestFactory
    Stream<DynamicTest> masksTextsAndTrainingModeAreRead() throws IOException {
        return Stream.of(
                        "onnx-attn-mask-inf",
                        "onnx-string-initializer",
                        "onnx-trainbn_o13",
                        "onnx-flat-input",
                        "onnx-uint8-input",
                        "npz-one-image")
                .flatMap(PublicCasesTest::folders)
                .map(folder -> named(folder, () -> {
                    PublicCases.Ran ran = PublicCases.evaluate(folder);
                    assertThat(ran.exit()).as(ran.errors()).isZero();
                }));
    }

    @TestFactory
    Stream<DynamicTest> controlCharactersInNamesAreSpelledOut() throws IOException {
        return PublicCases.of("names-control").stream()
                .flatMap(folder -> Stream.of("newline", "u2028", "bell").map(name -> folder.resolve(name + ".onnx")))
                .map(model -> named(model, () -> {
                    PublicCases.Ran ran = PublicCases.run("inspect", model.toString(), "--json");
                    assertThat(ran.exit()).as(ran.errors()).isZero();
                    ran.json().get("layers").forEach(layer -> assertThat(
                                    layer.get("name").asText())
                            .isEqualTo(PlainText.of(layer.get("name").asText())));
                }));
    }

    private static Stream<Path> folders(String kind) {
        try {
            return PublicCases.of(kind).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicTest named(Path folder, org.junit.jupiter.api.function.Executable check) {
        return DynamicTest.dynamicTest(folder.getFileName().toString(), check);
    }
}
