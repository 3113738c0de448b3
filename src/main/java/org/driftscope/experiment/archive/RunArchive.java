package org.driftscope.experiment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.DriftscopeException;

/**
 * Every trial in one SQLite file. A trial is written in one transaction as it finishes; several processes may use a file
 * at once. A damaged file is refused and never written to. Thread-safe.
 */
public final class RunArchive implements AutoCloseable {
    private static final int BUSY_MILLIS = 30_000;

    private final Path file;
    private final Connection connection;

    private RunArchive(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens an archive, or starts one where there is no file.
     *
     * @throws DataFormatException if the file is damaged, of another program, or of a newer version
     */
    public static RunArchive open(Path file) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            requireSqlite(file);
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            return prepared(file, connection);
        } catch (IOException e) {
            throw new DriftscopeException(
                    file + " could not be opened: " + e.getMessage() + ". Give another --archive.", e);
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    private static RunArchive prepared(Path file, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!check.next() || !"ok".equals(check.getString(1))) {
                    throw new SQLException("quick_check failed");
                }
            }
            Schema.prepare(connection, file);
            return new RunArchive(file, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** A file that does not start like SQLite's would otherwise only be found out at the first read. */
    private static void requireSqlite(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            byte[] head = new byte[16];
            try (var in = Files.newInputStream(file)) {
                int read = in.readNBytes(head, 0, head.length);
                if (read < head.length
                        || !new String(head, 0, 15, StandardCharsets.US_ASCII).equals("SQLite format 3")) {
                    throw new DataFormatException(file + " is not a run archive (it is no SQLite file)."
                            + " Give another --archive; this one was left as it is.");
                }
            }
        }
    }

    private static DataFormatException damaged(Path file, SQLException e) {
        return new DataFormatException(
                file + " is damaged or locked (" + e.getMessage()
                        + ") and was left as it is. Move it away to start a new"
                        + " archive, or recover it with sqlite3's .recover command.",
                e);
    }

    public Path file() {
        return file;
    }

    /** The trial of that key, if it has run. */
    public Optional<ArchivedTrial> find(String key) {
        return query("SELECT * FROM trial WHERE key = ?", key).stream().findFirst();
    }

    /** All trials of a study, or of all studies where {@code study} is empty, oldest first. */
    public List<ArchivedTrial> list(String study) {
        return study.isEmpty()
                ? query("SELECT * FROM trial ORDER BY finished_at, key")
                : query("SELECT * FROM trial WHERE study = ? ORDER BY finished_at, key", study);
    }

    /** Writes a finished trial; one that is there already stays unless {@code replace}. */
    public void put(ArchivedTrial trial, boolean replace) {
        String sql = (replace ? "INSERT OR REPLACE" : "INSERT OR IGNORE")
                + " INTO trial VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        TrialOutcome outcome = trial.outcome();
        update(
                sql,
                trial.key(),
                trial.study(),
                trial.finishedAt(),
                trial.tag(),
                trial.spec(),
                trial.provenance(),
                outcome.images(),
                outcome.cleanTop1(),
                outcome.driftedTop1(),
                outcome.calibratedTop1(),
                outcome.updatedParameters(),
                outcome.updatedPercent(),
                outcome.rramWrites(),
                outcome.calibrationSeconds(),
                outcome.sramBits(),
                outcome.notes());
    }

    /** Gives trials whose key starts so a tag; returns how many. */
    public int tag(String keyPrefix, String tag) {
        return update("UPDATE trial SET tag = ? WHERE substr(key, 1, length(?)) = ?", tag, keyPrefix, keyPrefix);
    }

    /** Gives unused space back to the file system. */
    public void compact() {
        update("VACUUM");
    }

    private synchronized List<ArchivedTrial> query(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<ArchivedTrial> trials = new ArrayList<>();
            while (rows.next()) {
                trials.add(trial(rows));
            }
            return trials;
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    private synchronized int update(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static ArchivedTrial trial(ResultSet row) throws SQLException {
        return new ArchivedTrial(
                row.getString("key"),
                row.getString("study"),
                row.getString("finished_at"),
                row.getString("tag"),
                row.getString("spec"),
                row.getString("provenance"),
                new TrialOutcome(
                        row.getInt("images"),
                        row.getDouble("clean_top1"),
                        row.getDouble("drifted_top1"),
                        row.getDouble("calibrated_top1"),
                        row.getLong("updated_parameters"),
                        row.getDouble("updated_percent"),
                        row.getLong("sram_bits"),
                        row.getLong("rram_writes"),
                        row.getDouble("calibration_seconds"),
                        row.getString("notes")));
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }
}
