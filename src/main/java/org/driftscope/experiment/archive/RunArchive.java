package org.driftscope.experiment.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Every trial in one SQLite file. A trial is written in one transaction as it finishes; several processes may use a file
 * at once. A damaged file is refused and never written to. Thread-safe.
 */
public final class RunArchive implements AutoCloseable {
    /** Studies as one text; no name holds the separator. */
    private static final String SEPARATOR = "\u001f";

    private static final String TRIALS = "SELECT *, (SELECT group_concat(study, char(31)) FROM"
            + " (SELECT study FROM study_trial WHERE trial = key ORDER BY study)) AS studies FROM trial";

    private static final String OF_STUDY = "(SELECT trial FROM study_trial WHERE study = ?)";

    private static final String INSERT = "INSERT INTO trial (key, study, finished_at, tag, spec, provenance, notes, "
            + columns().collect(Collectors.joining(", ")) + ") VALUES (?, ?, ?, ?, ?, ?, ?"
            + ", ?".repeat(TrialColumns.first().size()) + ") ON CONFLICT (key)";

    /** Whatever is computed; study and tag say what the user did. */
    private static final String REPLACE = Stream.concat(
                    Stream.of("finished_at", "spec", "provenance", "notes"), columns())
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", ", " DO UPDATE SET ", ""));

    private final Path file;
    private final Connection connection;

    private RunArchive(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens an archive, or starts one where there is no file.
     *
     * @throws DataFormatException if the file is damaged, of another program, of a newer version, or cannot be written;
     *     not one of its bytes is then changed
     */
    public static RunArchive open(Path file) {
        return new RunArchive(file, ArchiveConnection.toWrite(file));
    }

    /**
     * Opens an archive that is only read, on read-only media too. Nothing is created or changed, but that a file of an older
     * version is brought up to date where it can be written.
     *
     * @throws DataFormatException if there is none, or it is damaged, of another program or of a newer version
     */
    public static RunArchive openToRead(Path file) {
        return openToRead(file, Files.isWritable(file));
    }

    static RunArchive openToRead(Path file, boolean writable) {
        return new RunArchive(file, ArchiveConnection.toRead(file, writable));
    }

    public Path file() {
        return file;
    }

    /** The trial of that key, if it has run. */
    public Optional<ArchivedTrial> find(String key) {
        return query(measures(" WHERE trial = ?", key), TRIALS + " WHERE key = ?", key).stream()
                .findFirst();
    }

    /** All trials of a study, or of all studies where {@code study} is empty, oldest first. */
    public List<ArchivedTrial> list(String study) {
        return study.isEmpty()
                ? query(measures(""), TRIALS + " ORDER BY finished_at, key")
                : query(
                        measures(" WHERE trial IN " + OF_STUDY, study),
                        TRIALS + " WHERE key IN " + OF_STUDY + " ORDER BY finished_at, key",
                        study);
    }

    /** All trials whose key starts so, oldest first. */
    public List<ArchivedTrial> startingWith(String keyPrefix) {
        // keys are hexadecimal digits, all of which come before this letter
        String end = keyPrefix + "g";
        return query(
                measures(" WHERE trial >= ? AND trial < ?", keyPrefix, end),
                TRIALS + " WHERE key >= ? AND key < ? ORDER BY finished_at, key",
                keyPrefix,
                end);
    }

    /**
     * Writes a finished trial and that it belongs to its studies; numbers that are there already stay unless {@code
     * replace}. The tag of a trial that is there, and the studies it already belongs to, stay in any case.
     */
    public void put(ArchivedTrial trial, boolean replace) {
        putAll(List.of(trial), replace);
    }

    /** As {@link #put}, several in one transaction: all of them are written or none. */
    public synchronized void putAll(List<ArchivedTrial> trials, boolean replace) {
        if (!trials.isEmpty()) {
            transaction(() -> trials.forEach(trial -> insert(trial, replace)));
        }
    }

    private void insert(ArchivedTrial trial, boolean replace) {
        update(INSERT + (replace ? REPLACE : " DO NOTHING"), values(trial));
        putMeasures(trial, replace);
        for (String study : trial.studies()) {
            update("INSERT OR IGNORE INTO study_trial VALUES (?, ?)", study, trial.key());
        }
    }

    /** Says that a trial which is there belongs to a study as well. */
    public void join(String key, String study) {
        update("INSERT OR IGNORE INTO study_trial SELECT ?, key FROM trial WHERE key = ?", study, key);
    }

    /** Names in SQL of the numbers that every trial has. */
    private static Stream<String> columns() {
        return TrialColumns.first().stream().map(RunArchive::inSql);
    }

    private static String inSql(TrialColumn column) {
        return column.name().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static Object[] values(ArchivedTrial trial) {
        List<Object> values = new ArrayList<>(List.of(
                trial.key(),
                trial.study(),
                trial.finishedAt(),
                trial.tag(),
                trial.spec(),
                trial.provenance(),
                trial.outcome().notes()));
        Map<String, Number> numbers = trial.outcome().json();
        TrialColumns.first().forEach(column -> values.add(numbers.get(column.name())));
        return values.toArray();
    }

    private void putMeasures(ArchivedTrial trial, boolean replace) {
        if (replace) {
            update("DELETE FROM measure WHERE trial = ?", trial.key());
        }
        for (TrialColumn column : TrialColumns.later()) {
            double value = trial.outcome().number(column.name());
            if (!Double.isNaN(value)) {
                update("INSERT OR IGNORE INTO measure VALUES (?, ?, ?)", trial.key(), column.name(), value);
            }
        }
    }

    private void transaction(Runnable work) {
        update("BEGIN IMMEDIATE");
        try {
            work.run();
            update("COMMIT");
        } catch (RuntimeException e) {
            update("ROLLBACK");
            throw e;
        }
    }

    /** Gives trials whose key starts so a tag; returns how many. */
    public int tag(String keyPrefix, String tag) {
        return update("UPDATE trial SET tag = ? WHERE substr(key, 1, length(?)) = ?", tag, keyPrefix, keyPrefix);
    }

    /** Gives unused space back to the file system. */
    public void compact() {
        update("VACUUM");
    }

    private synchronized List<ArchivedTrial> query(
            Map<String, Map<String, Double>> measures, String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<ArchivedTrial> trials = new ArrayList<>();
            while (rows.next()) {
                trials.add(trial(rows, measures));
            }
            return trials;
        } catch (SQLException e) {
            throw ArchiveProblem.of(file, e);
        }
    }

    private synchronized int update(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw ArchiveProblem.of(file, e);
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    /** A row of a file that anyone may have written. */
    private ArchivedTrial trial(ResultSet row, Map<String, Map<String, Double>> measures) throws SQLException {
        String key = row.getString("key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw new DataFormatException(file + " has a trial whose key is '" + PlainText.of(String.valueOf(key))
                    + "', which is no sha256: it is damaged or not written by Driftscope. Give another --archive.");
        }
        return new ArchivedTrial(
                key,
                row.getString("study"),
                studies(row.getString("studies")),
                row.getString("finished_at"),
                row.getString("tag"),
                row.getString("spec"),
                row.getString("provenance"),
                outcome(row, measures.getOrDefault(key, Map.of())));
    }

    private static TrialOutcome outcome(ResultSet row, Map<String, Double> measures) throws SQLException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (TrialColumn column : TrialColumns.first()) {
            numbers.put(column.name(), row.getDouble(inSql(column)));
        }
        numbers.putAll(measures);
        return new TrialOutcome(numbers, row.getString("notes"));
    }

    /** The numbers that came later, by trial. */
    private synchronized Map<String, Map<String, Double>> measures(String where, Object... values) {
        try (PreparedStatement statement =
                        prepare("SELECT trial, name, value FROM measure" + where + " ORDER BY trial, name", values);
                ResultSet rows = statement.executeQuery()) {
            Map<String, Map<String, Double>> measures = new HashMap<>();
            while (rows.next()) {
                measures.computeIfAbsent(rows.getString("trial"), trial -> new LinkedHashMap<>())
                        .put(rows.getString("name"), rows.getDouble("value"));
            }
            return measures;
        } catch (SQLException e) {
            throw ArchiveProblem.of(file, e);
        }
    }

    private static List<String> studies(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(SEPARATOR));
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw ArchiveProblem.of(file, e);
        }
    }
}
