package org.driftscope.experiment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.stream.IntStream;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunArchiveTest {
    @TempDir
    Path folder;

    private static ArchivedTrial trial(String key, double calibrated) {
        TrialOutcome outcome = new TrialOutcome(1000, 0.93, 0.7, calibrated, 7093, 2.6, 113488, 0, 0.5, "");
        return new ArchivedTrial(key, "rank", "2026-01-01T00:00:00Z", "", "{\"rank\":1}", "{}", outcome);
    }

    @Test
    void whatWasPutIsFoundAfterReopening() {
        Path file = folder.resolve("runs.sqlite");
        try (RunArchive archive = RunArchive.open(file)) {
            archive.put(trial("a", 0.9), false);
        }
        try (RunArchive archive = RunArchive.open(file)) {
            assertThat(archive.find("a")).contains(trial("a", 0.9));
            assertThat(archive.find("b")).isEmpty();
            assertThat(archive.list("rank")).hasSize(1);
            assertThat(archive.list("other")).isEmpty();
        }
    }

    @Test
    void aTrialStaysUnlessItIsToBeReplaced() {
        try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"))) {
            archive.put(trial("a", 0.9), false);
            archive.put(trial("a", 0.8), false);
            assertThat(archive.find("a").orElseThrow().outcome().calibratedTop1())
                    .isEqualTo(0.9);
            archive.put(trial("a", 0.8), true);
            assertThat(archive.find("a").orElseThrow().outcome().calibratedTop1())
                    .isEqualTo(0.8);
        }
    }

    @Test
    void twoConnectionsWriteAtOnce() {
        Path file = folder.resolve("runs.sqlite");
        try (RunArchive one = RunArchive.open(file);
                RunArchive two = RunArchive.open(file)) {
            IntStream.range(0, 100).parallel().forEach(i -> (i % 2 == 0 ? one : two).put(trial("k" + i, 0.9), false));
            assertThat(one.list("")).hasSize(100);
            assertThat(two.list("")).hasSize(100);
        }
    }

    @Test
    void tagsGoByTheStartOfTheKey() {
        try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"))) {
            archive.put(trial("abc1", 0.9), false);
            archive.put(trial("xyz1", 0.9), false);
            assertThat(archive.tag("abc", "good")).isEqualTo(1);
            assertThat(archive.find("abc1").orElseThrow().tag()).isEqualTo("good");
            archive.compact();
            assertThat(archive.list("")).hasSize(2);
        }
    }

    @Test
    void aFileThatIsNoArchiveIsRefusedAndLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "these are notes, not an archive");
        assertThatThrownBy(() -> RunArchive.open(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("left as it is");
        assertThat(Files.readString(file)).isEqualTo("these are notes, not an archive");
    }

    @Test
    void aDamagedArchiveIsRefusedAndLeftAsItIs() throws IOException {
        Path file = folder.resolve("runs.sqlite");
        try (RunArchive archive = RunArchive.open(file)) {
            IntStream.range(0, 2000).forEach(i -> archive.put(trial("k" + i, 0.9), false));
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4096; i < bytes.length; i += 7) {
            bytes[i] = (byte) (bytes[i] ^ 0x5A);
        }
        Files.write(file, bytes);
        assertThatThrownBy(() -> RunArchive.open(file))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("damaged");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void anotherProgramsDatabaseAndANewerArchiveAreRefused() throws Exception {
        Path foreign = folder.resolve("foreign.sqlite");
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + foreign)) {
            c.createStatement().execute("CREATE TABLE cookies (a TEXT)");
        }
        assertThatThrownBy(() -> RunArchive.open(foreign)).hasMessageContaining("another program");
        Path newer = folder.resolve("newer.sqlite");
        RunArchive.open(newer).close();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + newer)) {
            c.createStatement().execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> RunArchive.open(newer)).hasMessageContaining("newer Driftscope");
    }
}
