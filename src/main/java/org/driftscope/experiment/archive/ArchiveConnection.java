package org.driftscope.experiment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.InputFiles;
import org.driftscope.support.IoReason;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * Opens the archive's database. A file that exists is looked at by a connection that cannot write before one that can is
 * opened, so that what is not ours, newer or damaged keeps every byte.
 */
final class ArchiveConnection {
    private static final int BUSY_MILLIS = 30_000;
    /** Of pages, in KiB, at most: keys are random, so that rows of a batch are spread over all pages. */
    private static final String CACHE = "PRAGMA cache_size = -65536";

    private static final String MAGIC = "SQLite format 3";
    private static final String READ_ONLY = "?mode=ro";
    /** Makes no files, not even the index of the write-ahead log. */
    private static final String IMMUTABLE = "?immutable=1";

    static {
        DriverFolder.use();
    }

    private ArchiveConnection() {}

    static Connection toWrite(Path file) {
        try {
            boolean isNew = !Files.exists(file) || Files.isRegularFile(file) && Files.size(file) == 0;
            if (!isNew) {
                try (Connection look = looking(file)) {
                    Schema.isOlder(look, file);
                }
            } else if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            if (!isNew && !Files.isWritable(file)) {
                throw ArchiveProblem.readOnly(file, null);
            }
            return writing(file, isNew);
        } catch (IOException e) {
            throw new DriftscopeException(
                    file + " could not be opened: " + IoReason.of(e) + ". Give another --archive.", e);
        } catch (SQLException e) {
            throw ArchiveProblem.of(file, e);
        }
    }

    /** @param writable whether a file of an older version is brought up to date where it lies; else a copy is */
    static Connection toRead(Path file, boolean writable) {
        String refusal = InputFiles.refusal(file, "a run archive");
        if (!refusal.isEmpty()) {
            throw new DataFormatException("The run archive " + file + refusal);
        }
        try {
            Connection connection = looking(file);
            try {
                boolean older = Schema.isOlder(connection, file);
                if (older && writable) {
                    connection.close();
                    return toWrite(file);
                }
                if (older && !Schema.hasAllRows(connection)) {
                    // rows lack columns: brought up to date first
                    connection.close();
                    return copied(file);
                }
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DriftscopeException(file + " could not be read: " + IoReason.of(e) + ".", e);
        } catch (SQLException e) {
            throw ArchiveProblem.of(file, e);
        }
    }

    /** In memory and brought up to date there; the file stays as it is. */
    private static Connection copied(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try {
            int code = connection
                    .unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .restore("main", uri(file) + IMMUTABLE, null);
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw new SQLException("copying it gave error " + code, null, code);
            }
            Schema.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection writing(Path file, boolean isNew) throws SQLException {
        Connection connection = DriverManager.getConnection(url(file, ""), settings());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
            if (isNew) {
                Schema.mark(connection);
            }
            statement.execute(CACHE);
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            Schema.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Without this the driver asks for the number of each new row, and leaves that question open. */
    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.getPragmaName(), "false");
        return settings;
    }

    /** A sound database that cannot be written through this connection. */
    private static Connection looking(Path file) throws SQLException, IOException {
        requireSqlite(file);
        boolean fixed = !Files.isWritable(file)
                || !Files.isWritable(file.toAbsolutePath().getParent());
        if (fixed && hasLog(file)) {
            throw new DataFormatException(
                    file + " lies where nothing can be written, and its newest trials are still in "
                            + log(file).getFileName() + ". Copy both files to a folder that can be written.");
        }
        // without a log nobody has it open, and looking at it in any other way would start one beside it
        boolean unused = !Files.exists(log(file));
        Connection connection = DriverManager.getConnection(url(file, fixed || unused ? IMMUTABLE : READ_ONLY));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
            statement.execute(CACHE);
            ArchiveCheck.opening(connection, file);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** As a URI: in a plain path all from a question mark on would be settings of the driver. */
    private static String url(Path file, String query) {
        return "jdbc:sqlite:" + uri(file) + query;
    }

    private static String uri(Path file) {
        return "file:" + file.toAbsolutePath().toUri().getRawPath();
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private static boolean hasLog(Path file) throws IOException {
        return Files.exists(log(file)) && Files.size(log(file)) > 0;
    }

    /** A file that does not start like SQLite's would otherwise only be found out at the first read. */
    private static void requireSqlite(Path file) throws IOException {
        String refusal = InputFiles.refusal(file, "a run archive");
        if (!refusal.isEmpty()) {
            throw new DataFormatException(file + refusal);
        }
        byte[] head = new byte[MAGIC.length()];
        try (var in = Files.newInputStream(file)) {
            int read = in.readNBytes(head, 0, head.length);
            if (read < head.length || !new String(head, StandardCharsets.US_ASCII).equals(MAGIC)) {
                throw new DataFormatException(file + " is not a run archive (it is no SQLite file)."
                        + " Give another --archive; this one was left as it is.");
            }
        }
    }
}
