package org.driftscope.experiment.archive;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.driftscope.support.DataFormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found when an archive is opened, and what only the whole check finds. */
class ArchiveCheckTest {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void archive() throws Exception {
        file = folder.resolve("runs.sqlite");
        try (RunArchive archive = RunArchive.open(file)) {
            archive.putAll(ManyTrials.batch(0, 500), false);
            archive.compact();
        }
    }

    private void spoil(long from, long to) throws Exception {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(from);
            bytes.write(new byte[(int) (to - from)]);
        }
    }

    private void open(long small) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            ArchiveCheck.opening(connection, file, small);
        }
    }

    private void whole() throws Exception {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statements statements = new Statements(file, connection)) {
            ArchiveCheck.whole(statements);
        }
    }

    @Test
    void aSoundArchivePassesAllChecks() {
        assertThatCode(() -> open(0)).doesNotThrowAnyException();
        assertThatCode(() -> open(Long.MAX_VALUE)).doesNotThrowAnyException();
        assertThatCode(this::whole).doesNotThrowAnyException();
    }

    @Test
    void aPageInTheMiddleIsFoundInSmallFilesAndByTheWholeCheck() throws Exception {
        long middle = Files.size(file) / PAGE / 2 * PAGE;
        spoil(middle, middle + PAGE);
        assertThatCode(() -> open(0)).doesNotThrowAnyException();
        assertThatThrownBy(() -> open(Long.MAX_VALUE)).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(this::whole).isInstanceOf(DataFormatException.class).hasMessageContaining("damaged");
    }

    @Test
    void aFileThatWasCutShortIsFoundAtOnce() throws Exception {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }
        assertThatThrownBy(() -> open(0)).hasMessageContaining("malformed");
    }
}
