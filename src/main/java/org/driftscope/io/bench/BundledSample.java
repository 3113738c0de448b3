package org.driftscope.io.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.support.DriftscopeException;

/** The model and images that come with Driftscope. */
public final class BundledSample {
    private BundledSample() {}

    /**
     * The sample's files: in the folder of the system property {@code sample.data}, or in {@code sample-data} below the
     * working folder.
     *
     * @throws DriftscopeException if they are not there
     */
    public static BenchFiles find() {
        List<Path> candidates = Stream.of(System.getProperty("sample.data"), "sample-data")
                .filter(Objects::nonNull)
                .map(Path::of)
                .toList();
        for (Path folder : candidates) {
            Path model = folder.resolve("model.onnx");
            if (Files.isRegularFile(model)) {
                return new BenchFiles(
                        model,
                        folder.resolve("evaluation.bin"),
                        folder.resolve("calibration.bin"),
                        PreprocessingChoice.Request.certain("cifar10"),
                        0);
            }
        }
        throw new DriftscopeException("The bundled sample is missing: there is no model.onnx in "
                + candidates.stream().map(Path::toAbsolutePath).toList()
                + ". Start Driftscope from its own folder, or set the system property sample.data.");
    }
}
