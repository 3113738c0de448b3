package org.driftscope.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The bundled sample with few of its images, so that thousands of readings take minutes. */
final class SmallSample implements AutoCloseable, AfterEachCallback {
    private static final String PROPERTY = "sample.data";
    private static final int RECORD = 1 + 3 * 32 * 32;
    private static final int SCORED = 60;
    private static final int CALIBRATION = 40;

    private final Path folder;
    private final String before = System.getProperty(PROPERTY);

    /** Made in a folder; the window opens it as the bundled sample until this is closed. */
    SmallSample(Path parent) {
        folder = parent.resolve("small-sample");
        try {
            Files.createDirectories(folder);
            Path whole = Path.of(before);
            Files.copy(whole.resolve("model.onnx"), folder.resolve("model.onnx"));
            part(whole, "evaluation", SCORED);
            part(whole, "calibration", CALIBRATION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty(PROPERTY, folder.toString());
    }

    private void part(Path whole, String name, int images) throws IOException {
        byte[] all = Files.readAllBytes(whole.resolve(name + ".bin"));
        Files.write(folder.resolve(name + ".bin"), Arrays.copyOf(all, images * RECORD));
        Files.copy(whole.resolve(name + ".classes.txt"), folder.resolve(name + ".classes.txt"));
    }

    Path folder() {
        return folder;
    }

    /** Registered with a journey it is closed after it. */
    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        System.setProperty(PROPERTY, before);
    }
}
