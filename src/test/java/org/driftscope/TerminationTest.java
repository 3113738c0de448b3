package org.driftscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.ui.main.ComputingWindow;
import org.driftscope.ui.task.EndlessJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever ends the program from outside while it computes gets an end, not a crash in native code. */
class TerminationTest {
    private static final int PATIENCE_SECONDS = 120;
    private static final int TERMINATED = 128 + 15;
    private static final int CANCELLED = 4;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aWindowThatComputesEndsCleanly() throws Exception {
        Process window = start(ComputingWindow.class, folder.toString());
        await(window.inputReader(StandardCharsets.UTF_8), "computing;");
        terminate(window);
        assertThat(window.exitValue()).as(said()).isEqualTo(TERMINATED);
        assertNoCrash();
    }

    @Test
    void aJobOfTheWindowIsCancelledBeforeTheProcessEnds() throws Exception {
        Process process = start(EndlessJob.class);
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        await(lines, "computing;");
        terminate(process);
        await(lines, "stopped;");
        assertThat(process.exitValue()).as(said()).isEqualTo(TERMINATED);
    }

    @Test
    void aStudyThatIsEndedKeepsWhatIsDone() throws Exception {
        Path archive = folder.resolve("runs.sqlite");
        Process study = start(
                Main.class,
                "study",
                "drift",
                "--seeds",
                "40",
                "--limit",
                "200",
                "--out",
                folder.resolve("out").toString(),
                "--archive",
                archive.toString());
        while (study.isAlive() && trials(archive) == 0) {
            Thread.sleep(50);
        }
        terminate(study);
        assertThat(study.exitValue()).as(said()).isEqualTo(CANCELLED);
        assertNoCrash();
        assertThat(trials(archive)).isPositive();
    }

    private static int trials(Path archive) {
        if (!Files.exists(archive)) {
            return 0;
        }
        try (RunArchive open = RunArchive.open(archive)) {
            return open.list("").size();
        }
    }

    private static void await(BufferedReader lines, String wanted) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(wanted)) {
            line = lines.readLine();
        }
        assertThat(line).as("what the process says").isEqualTo(wanted);
    }

    private static void terminate(Process process) throws InterruptedException {
        assumeTrue(process.supportsNormalTermination(), "a system where a process can be asked to end");
        process.toHandle().destroy(); // unlike the process, its handle leaves the streams open
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it ended")
                .isTrue();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("stderr.txt"));
    }

    private void assertNoCrash() throws IOException {
        assertThat(said()).doesNotContain("fatal error").doesNotContain("terminate called");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("hs_err")))
                    .isEmpty();
        }
    }

    private Process start(Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseSerialGC"));
        for (String passedOn :
                List.of("glass.platform", "monocle.platform", "prism.order", "prism.text", "java.awt.headless")) {
            command.add("-D" + passedOn + "=" + System.getProperty(passedOn, ""));
        }
        command.add("-Ddriftscope.home=" + folder);
        command.add("-Dsample.data="
                + Path.of(System.getProperty("sample.data", "sample-data")).toAbsolutePath());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
        started.add(process);
        return process;
    }
}
