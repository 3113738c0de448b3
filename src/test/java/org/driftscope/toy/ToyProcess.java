package org.driftscope.toy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A Java process with the toys on its class path, which no other test has. */
final class ToyProcess {
    private static final int PATIENCE_SECONDS = 400;

    private ToyProcess() {}

    /** Runs to its end, which has to be a good one. */
    static void run(Path folder, Class<?> main) throws IOException, InterruptedException, URISyntaxException {
        Path toys = Path.of(
                Objects.requireNonNull(ToyProcess.class.getResource("added")).toURI());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        for (String name : List.of(
                "glass.platform",
                "monocle.platform",
                "prism.order",
                "prism.text",
                "java.awt.headless",
                "testfx.robot",
                "testfx.headless")) {
            command.add("-D" + name + "=" + System.getProperty(name, ""));
        }
        command.add("-Ddriftscope.home=" + folder);
        command.add("-Dsample.data="
                + Path.of(System.getProperty("sample.data", "sample-data")).toAbsolutePath());
        String path = toys + System.getProperty("path.separator") + System.getProperty("java.class.path");
        command.addAll(List.of("-cp", path, main.getName(), folder.toString()));
        Path log = folder.resolve(main.getSimpleName() + ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as(() -> said(log))
                    .isTrue();
            assertThat(process.exitValue()).as(() -> said(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String said(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "nothing";
        }
    }
}
