package org.driftscope.experiment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep in another process is killed (SIGKILL, where there is one) again and again while it writes. */
class ArchiveKillTest {
    private static final int KILLS = 20;
    private static final int MOST_TRIALS_A_LIFE = 8;
    private static final int LONGEST_PAUSE_MS = 30;
    /** Processes made ready while another one runs: what takes time is starting them. */
    private static final int AHEAD = 2;

    @TempDir
    Path folder;

    private final Deque<Process> ready = new ArrayDeque<>();
    private final Set<Integer> computed = new HashSet<>();
    private int known;

    @AfterEach
    void endWhatIsLeft() {
        ready.forEach(Process::destroyForcibly);
    }

    @Test
    void nothingReportedDoneIsLostAndNothingIsComputedTwice() throws Exception {
        Path file = folder.resolve("runs.sqlite");
        for (int life = 0; life < KILLS; life++) {
            RandomSource random = RandomSource.of(20).child("kill").child(life);
            int trials = 1 + random.sample(MOST_TRIALS_A_LIFE, 1)[0];
            int pauseMs = random.child("pause").sample(LONGEST_PAUSE_MS, 1)[0];
            killAfter(file, trials, pauseMs);
            assertThat(saved(file)).as("all that was reported done").isGreaterThanOrEqualTo(computed.size());
        }
        int before = saved(file);
        assertThat(before).as("the kills left work to do").isLessThan(KilledSweep.TRIALS);
        finish(file);
        assertThat(known).as("taken from the archive by the last run").isEqualTo(before);
        assertThat(saved(file)).isEqualTo(KilledSweep.TRIALS);
    }

    private void killAfter(Path file, int trials, int pauseMs) throws Exception {
        Process child = next(file);
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            follow(lines, trials);
            Thread.sleep(pauseMs);
            child.toHandle().destroyForcibly(); // unlike the process, its handle leaves what was printed readable
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).as("killed, not ended").isNotZero();
            follow(lines, Integer.MAX_VALUE);
        }
    }

    private void finish(Path file) throws Exception {
        known = 0;
        Process child = next(file);
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            follow(lines, Integer.MAX_VALUE);
        }
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
    }

    /** Reads until so many trials were computed, or to the end; a trial that was computed before fails the test. */
    private void follow(BufferedReader lines, int trials) throws IOException {
        int left = trials;
        String line = left > 0 ? lines.readLine() : null;
        while (line != null) {
            if (line.endsWith(";")) {
                boolean isKnown = line.startsWith("known ");
                int index = Integer.parseInt(line.substring(line.indexOf(' ') + 1, line.length() - 1));
                known += isKnown ? 1 : 0;
                if (!isKnown) {
                    assertThat(computed.add(index))
                            .as("trial %d is computed once", index)
                            .isTrue();
                    left--;
                }
            }
            line = left > 0 ? lines.readLine() : null;
        }
    }

    private static int saved(Path file) {
        try (RunArchive archive = RunArchive.open(file)) {
            return archive.list("killed").size();
        }
    }

    /** Lets a process that is ready go, and starts another in its place. */
    private Process next(Path file) throws IOException {
        while (ready.size() <= AHEAD) {
            ready.add(start(file));
        }
        Process child = ready.removeFirst();
        child.getOutputStream().write('\n');
        child.getOutputStream().flush();
        return child;
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dsample.data=" + System.getProperty("sample.data", "sample-data"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSweep.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
