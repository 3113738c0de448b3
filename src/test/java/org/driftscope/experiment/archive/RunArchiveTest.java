package org.driftscope.experiment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class RunArchiveTest {
    @TempDir
    Path folder;

    /** A sha256 that starts so. */
    private static String key(String start) {
        return start + "0".repeat(64 - start.length());
    }

    private static ArchivedTrial trial(String key, double calibrated) {
        TrialOutcome outcome = Outcomes.of(1000, 0.93, 0.7, calibrated, 7093, 2.6, 113488, 0, 0.5, "");
        return ArchivedTrial.finished(key(key), "rank", "2026-01-01T00:00:00Z", "{\"rank\":1}", "{}", outcome);
    }

    @Test
    void whatWasPutIsFoundAfterReopening() {
        Path file = folder.resolve("runs.sqlite");
        try (RunArchive archive = RunArchive.open(file)) {
            archive.put(trial("a", 0.9), false);
        }
        try (RunArchive archive = RunArchive.open(file)) {
            assertThat(archive.find(key("a"))).contains(trial("a", 0.9));
            assertThat(archive.find(key("b"))).isEmpty();
            assertThat(archive.list("rank")).hasSize(1);
            assertThat(archive.list("other")).isEmpty();
        }
    }

    /** The driver unpacks its library at every start; one of a process that was killed would stay for ever. */
    @Test
    void librariesThatKilledProcessesLeftAreCleanedUp() throws Exception {
        String before = System.getProperty("org.sqlite.tmpdir");
        Path left = Files.createFile(folder.resolve("sqlite-3-left-libsqlitejdbc.so"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path young = Files.createFile(folder.resolve("sqlite-3-young-libsqlitejdbc.so"));
        Path other = Files.createFile(folder.resolve("other"));
        Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));
        try {
            DriverFolder.use(folder);
            assertThat(left).doesNotExist();
            assertThat(young).exists();
            assertThat(other).exists();
            assertThat(System.getProperty("org.sqlite.tmpdir")).isEqualTo(folder.toString());
        } finally {
            if (before == null) {
                System.clearProperty("org.sqlite.tmpdir");
            } else {
                System.setProperty("org.sqlite.tmpdir", before);
            }
        }
    }

    @Test
    void aTrialStaysUnlessItIsToBeReplaced() {
        try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"))) {
            archive.put(trial("a", 0.9), false);
            archive.put(trial("a", 0.8), false);
            assertThat(archive.find(key("a")).orElseThrow().outcome().calibratedTop1())
                    .isEqualTo(0.9);
            archive.put(trial("a", 0.8), true);
            assertThat(archive.find(key("a")).orElseThrow().outcome().calibratedTop1())
                    .isEqualTo(0.8);
        }
    }

    @Test
    void aTrialBelongsToEveryStudyThatItRanIn() {
        try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"))) {
            archive.put(trial("a", 0.9), false);
            archive.put(trial("b", 0.9), false);
            archive.join(key("a"), "drift");
            archive.join(key("a"), "drift");
            archive.join("nosuch", "drift");
            assertThat(archive.list("drift")).extracting(ArchivedTrial::key).containsExactly(key("a"));
            assertThat(archive.list("rank")).extracting(ArchivedTrial::key).containsExactly(key("a"), key("b"));
            assertThat(archive.find(key("a")).orElseThrow().studies()).containsExactly("drift", "rank");
            assertThat(archive.list("")).hasSize(2);
        }
    }

    @Test
    void replacingKeepsTagAndStudies() {
        try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"))) {
            archive.put(trial("a", 0.9), false);
            archive.tag("a", "good");
            archive.join(key("a"), "drift");
            archive.put(trial("a", 0.8), true);
            ArchivedTrial found = archive.find(key("a")).orElseThrow();
            assertThat(found.tag()).isEqualTo("good");
            assertThat(found.studies()).containsExactly("drift", "rank");
            assertThat(found.outcome().calibratedTop1()).isEqualTo(0.8);
        }
    }

    @Test
    void olderArchivesKeepTheirStudies() throws Exception {
        Path file = folder.resolve("older.sqlite");
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = c.createStatement()) {
            s.execute("CREATE TABLE trial (key TEXT PRIMARY KEY, study TEXT NOT NULL, finished_at TEXT NOT NULL,"
                    + " tag TEXT NOT NULL DEFAULT '', spec TEXT NOT NULL, provenance TEXT NOT NULL,"
                    + " images INTEGER NOT NULL, clean_top1 REAL NOT NULL, drifted_top1 REAL NOT NULL,"
                    + " calibrated_top1 REAL NOT NULL, updated_parameters INTEGER NOT NULL,"
                    + " updated_percent REAL NOT NULL, rram_writes INTEGER NOT NULL,"
                    + " calibration_seconds REAL NOT NULL)");
            s.execute("CREATE INDEX trial_study ON trial (study, finished_at)");
            s.execute("INSERT INTO trial VALUES ('" + key("c")
                    + "', 'rank, old', '2026-01-01T00:00:00Z', 'mine', '{}', '{}', 10,"
                    + " 0.9, 0.5, 0.8, 7, 2.6, 0, 0.5)");
            s.execute("PRAGMA application_id = " + 0x44524654);
            s.execute("PRAGMA user_version = 1");
        }
        for (int times = 0; times < 2; times++) {
            try (RunArchive archive = RunArchive.open(file)) {
                ArchivedTrial found = archive.list("rank, old").get(0);
                assertThat(found.studies()).contains("rank, old");
                assertThat(found.tag()).isEqualTo("mine");
                assertThat(found.outcome().calibratedTop1()).isEqualTo(0.8);
                archive.join(key("c"), "another");
                assertThat(archive.list("another")).hasSize(1);
            }
        }
    }

    @Test
    void twoConnectionsWriteAtOnce() {
        Path file = folder.resolve("runs.sqlite");
        try (RunArchive one = RunArchive.open(file);
                RunArchive two = RunArchive.open(file)) {
            IntStream.range(0, 100).parallel().forEach(i -> (i % 2 == 0 ? one : two)
                    .put(trial(String.format("%04x", i), 0.9), false));
            assertThat(one.list("")).hasSize(100);
            assertThat(two.list("")).hasSize(100);
        }
    }

    @Test
    void tagsGoByTheStartOfTheKey() {
        try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"))) {
            archive.put(trial("abc1", 0.9), false);
            archive.put(trial("fed1", 0.9), false);
            assertThat(archive.tag("abc", "good")).isEqualTo(1);
            assertThat(archive.find(key("abc1")).orElseThrow().tag()).isEqualTo("good");
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
            IntStream.range(0, 2000).forEach(i -> archive.put(trial(String.format("%04x", i), 0.9), false));
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

    @Test
    void notOneByteOfAnotherProgramsDatabaseChanges() throws Exception {
        Path foreign = folder.resolve("foreign.sqlite");
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + foreign)) {
            c.createStatement().execute("CREATE TABLE cookies (a TEXT)");
        }
        Path newer = folder.resolve("newer.sqlite");
        RunArchive.open(newer).close();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + newer)) {
            c.createStatement().executeUpdate("PRAGMA user_version = 99");
        }
        for (Path file : List.of(foreign, newer)) {
            byte[] before = Files.readAllBytes(file);
            assertThatThrownBy(() -> RunArchive.open(file)).isInstanceOf(DataFormatException.class);
            assertThatThrownBy(() -> RunArchive.openToRead(file)).isInstanceOf(DataFormatException.class);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(foreign, newer);
        }
    }

    @Test
    void aQuestionMarkIsPartOfTheName() {
        Path file = folder.resolve("x?journal_mode=off");
        try (RunArchive archive = RunArchive.open(file)) {
            archive.put(trial("a", 0.9), false);
        }
        assertThat(file).isRegularFile();
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void readingLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("runs.sqlite");
        try (RunArchive archive = RunArchive.open(file)) {
            archive.put(trial("a", 0.9), false);
        }
        byte[] before = Files.readAllBytes(file);
        try (RunArchive archive = RunArchive.openToRead(file)) {
            assertThat(archive.list("")).hasSize(1);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    /** Its rows lack columns; on media that are read-only it cannot be brought up to date where it lies. */
    @ParameterizedTest
    @ValueSource(strings = {"build-0c2723a", "build-8f63b60"})
    void anOlderArchiveIsReadWhereItCannotBeWritten(String build) throws IOException {
        Path file = folder.resolve("runs?.sqlite");
        Files.copy(Path.of("src/test/resources/org/driftscope/golden", build, "runs.sqlite"), file);
        byte[] before = Files.readAllBytes(file);
        List<ArchivedTrial> read;
        try (RunArchive archive = RunArchive.openToRead(file, false)) {
            read = archive.list("");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
        try (RunArchive archive = RunArchive.openToRead(file, true)) {
            assertThat(archive.list("")).isNotEmpty().isEqualTo(read);
        }
        assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
    }

    @Test
    void readingCreatesNothing() {
        Path file = folder.resolve("absent").resolve("runs.sqlite");
        assertThatThrownBy(() -> RunArchive.openToRead(file)).hasMessageContaining("does not exist");
        assertThat(file.getParent()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE trial SET key = 'short'", "PRAGMA user_version = -3", "PRAGMA user_version = 0"})
    void whatAnArchiveSaysIsNotTrusted(String damage) throws Exception {
        Path file = folder.resolve("runs.sqlite");
        try (RunArchive archive = RunArchive.open(file)) {
            archive.put(trial("a", 0.9), false);
        }
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            c.createStatement().execute(damage);
        }
        assertThatThrownBy(() -> {
                    try (RunArchive archive = RunArchive.openToRead(file)) {
                        archive.list("");
                    }
                })
                .isInstanceOf(DataFormatException.class);
    }

    @Test
    void onlyWhatIsDamagedIsSaidToBe() {
        Path file = folder.resolve("runs.sqlite");
        assertThat(ArchiveProblem.of(file, new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL)))
                .hasMessageContaining("disk is full")
                .hasMessageNotContaining("recover");
        assertThat(ArchiveProblem.of(file, new SQLiteException("shm", SQLiteErrorCode.SQLITE_IOERR_SHMSIZE)))
                .hasMessageContaining("disk is full")
                .hasMessageNotContaining("recover");
        assertThat(ArchiveProblem.of(file, new SQLiteException("ro", SQLiteErrorCode.SQLITE_READONLY_DIRECTORY)))
                .hasMessageContaining("read-only")
                .hasMessageNotContaining("recover");
        assertThat(ArchiveProblem.of(file, new SQLiteException("open", SQLiteErrorCode.SQLITE_CANTOPEN)))
                .hasMessageContaining("could not be opened")
                .hasMessageNotContaining("recover");
        assertThat(ArchiveProblem.of(file, new SQLiteException("bad", SQLiteErrorCode.SQLITE_CORRUPT)))
                .hasMessageContaining("recover");
    }
}
