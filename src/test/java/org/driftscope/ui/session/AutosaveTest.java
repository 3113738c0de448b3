package org.driftscope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.driftscope.ui.state.ExplorerState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {
    private static final long NO_PROCESS = 4_000_000_000L;

    @TempDir
    Path folder;

    private @Nullable Process finder;

    @AfterEach
    void endTheOther() {
        if (finder != null) {
            finder.destroyForcibly();
        }
    }

    private final Session session = new Session(
            new FileReference(Path.of("/m.onnx"), ""),
            new FileReference(Path.of("/e.bin"), ""),
            null,
            List.of(),
            ExplorerState.first(),
            "",
            null);

    @Test
    void aRunningWindowIsNoCrash() {
        Autosave autosave = new Autosave(folder);
        autosave.write(session);
        assertThat(new Autosave(folder).leftByCrash()).isEmpty();
        autosave.end();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothingIsWrittenAfterTheEnd() {
        Autosave autosave = new Autosave(folder);
        autosave.end();
        autosave.write(session);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatADeadProcessLeftIsOfferedUntilDeclined() throws IOException {
        Files.writeString(left(NO_PROCESS), "{}");
        Autosave autosave = new Autosave(folder);
        assertThat(autosave.leftByCrash()).get().satisfies(file -> assertThat(file)
                .hasContent("{}"));
        assertThat(autosave.leftByCrash()).as("asked again").isPresent();
        autosave.discard(autosave.leftByCrash().orElseThrow());
        assertThat(autosave.leftByCrash()).isEmpty();
        assertThat(new Autosave(folder).leftByCrash()).isEmpty();
    }

    @Test
    void whatOneWindowOffersIsNotOfferedByAnother() throws Exception {
        Files.writeString(left(NO_PROCESS), "{}");
        assertThat(firstLine(startFinder())).as("another window's offer").startsWith("left-");
        assertThat(new Autosave(folder).leftByCrash())
                .as("while that window runs")
                .isEmpty();
    }

    @Test
    void whatTheFinderLeftBehindIsFoundByTheNext() throws Exception {
        Files.writeString(left(NO_PROCESS), "{}");
        Process finder = startFinder();
        firstLine(finder);
        finder.destroyForcibly().waitFor();
        assertThat(new Autosave(folder).leftByCrash()).get().satisfies(file -> assertThat(file)
                .hasContent("{}"));
    }

    @Test
    void aWindowDoesNotTouchAnothersSession() throws Exception {
        Process other = startFinder();
        assertThat(firstLine(other)).isEqualTo("nothing");
        String theirs = "autosave-" + other.pid() + "-"
                + other.info().startInstant().orElseThrow().toEpochMilli() + ".driftscope";
        Files.writeString(folder.resolve(theirs), "{}");
        Autosave autosave = new Autosave(folder);
        assertThat(autosave.leftByCrash()).isEmpty();
        autosave.write(session);
        autosave.end();
        assertThat(folder.resolve(theirs)).hasContent("{}");
    }

    @Test
    void aWindowIsKnownByItsLockEvenIfTheClockWasSet() throws Exception {
        Path theirs = folder.resolve("autosave-" + NO_PROCESS + "-1.driftscope");
        Files.writeString(theirs, "{}");
        Process other = startLockHolder(theirs);
        assertThat(firstLine(other)).isEqualTo("held");
        for (long step : new long[] {0, 1, -1}) {
            FileTime set = FileTime.from(Instant.now().plus(step, ChronoUnit.DAYS));
            Files.setLastModifiedTime(theirs, set);
            Files.setLastModifiedTime(folder.resolve(theirs.getFileName() + ".lock"), set);
            assertThat(new Autosave(folder).leftByCrash())
                    .as("while the lock is held, the clock set by %d days", step)
                    .isEmpty();
        }
        other.destroyForcibly().waitFor();
        assertThat(new Autosave(folder).leftByCrash()).isPresent();
    }

    @Test
    void foreignNamesAndFoldersAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("autosave-99999999999999999999-1.driftscope"), "{}");
        Files.createDirectory(left(NO_PROCESS));
        assertThat(new Autosave(folder).leftByCrash()).isEmpty();
        assertThat(left(NO_PROCESS)).isDirectory();
    }

    private Process startLockHolder(Path file) throws IOException {
        finder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return finder;
    }

    private Path left(long process) {
        return folder.resolve("autosave-" + process + "-1.driftscope");
    }

    /** A process that looks for what was left, says what it found, and waits to be ended. */
    private Process startFinder() throws IOException {
        finder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashFinder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return finder;
    }

    private static String firstLine(Process process) throws IOException {
        return process.inputReader(StandardCharsets.UTF_8).readLine();
    }
}
