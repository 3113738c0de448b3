package org.driftscope.experiment.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftscope.support.DataFormatException;

/**
 * Every trial in one SQLite file. A trial is written in one transaction as it finishes; several processes may use a file
 * at once. A damaged file is refused and never written to. Thread-safe.
 */
public final class RunArchive implements AutoCloseable {
    private static final String INSERT = "INSERT INTO trial (key, study, finished_at, tag, spec, provenance, notes, "
            + columns().collect(Collectors.joining(", ")) + ") VALUES (?, ?, ?, ?, ?, ?, ?"
            + ", ?".repeat(TrialColumns.first().size()) + ") ON CONFLICT (key)";

    /** Whatever is computed; study and tag say what the user did. */
    private static final String REPLACE = Stream.concat(
                    Stream.of("finished_at", "spec", "provenance", "notes"), columns())
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", ", " DO UPDATE SET ", ""));

    /** Keys are hexadecimal digits, all of which come before this letter. */
    private static final String AFTER = "g";

    private static final String JOIN = "INSERT OR IGNORE INTO study_trial ";

    private final Statements statements;
    private final TrialReader reader;

    private RunArchive(Path file, Connection connection) {
        this.statements = new Statements(file, connection);
        this.reader = new TrialReader(statements);
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
        return statements.file();
    }

    /** The trial of that key, if it has run. */
    public synchronized Optional<ArchivedTrial> find(String key) {
        return reader.list(" FROM trial WHERE key = ?", key).stream().findFirst();
    }

    /** All trials of a study, or of all studies where {@code study} is empty, oldest first. */
    public List<ArchivedTrial> list(String study) {
        List<ArchivedTrial> trials = new ArrayList<>();
        each(TrialSelection.ofStudy(study), trials::add);
        return trials;
    }

    /**
     * Trials one after the other, however many there are: only one is held. Nothing else can be asked meanwhile.
     *
     * @param visitor says whether it wants the next one too
     */
    public synchronized void each(TrialSelection selection, Predicate<ArchivedTrial> visitor) {
        reader.each(selection.sql(inStudy(selection), true), visitor, selection.values());
    }

    /** Takes trials with the numbers of their rows. */
    @FunctionalInterface
    public interface Numbered {
        /** Returns whether it wants the next one too. */
        boolean test(long number, ArchivedTrial trial);
    }

    /** As {@link #each}, with the number by which {@link #numbered} finds each again. */
    public synchronized void eachNumbered(TrialSelection selection, Numbered visitor) {
        reader.eachNumbered(selection.sql(inStudy(selection), true), visitor, selection.values());
    }

    /** The numbers of their rows, in order, which is quick and small for millions. */
    public synchronized long[] numbers(TrialSelection selection) {
        // as one text: a million rows one by one take longer than finding them
        String[] joined = {""};
        statements.eachOnce(
                "SELECT group_concat(number, ' ') FROM (SELECT rowid AS number"
                        + selection.sql(inStudy(selection), true) + ")",
                row -> {
                    joined[0] = Objects.requireNonNullElse(row.getString(1), "");
                    return false;
                },
                selection.values());
        return RowNumbers.parse(joined[0]);
    }

    /** The trials of those rows, in that order, without those that are gone. */
    public synchronized List<ArchivedTrial> numbered(long... numbers) {
        List<ArchivedTrial> trials = new ArrayList<>();
        for (long number : numbers) {
            trials.addAll(reader.list(" FROM trial WHERE rowid = ?", number));
        }
        return trials;
    }

    /** How many there are. */
    public synchronized long count(TrialSelection selection) {
        if (selection.tag().isEmpty() && selection.numbers().isEmpty()) {
            return selection.study().isEmpty() ? statements.number("SELECT count(*) FROM trial") : inStudy(selection);
        }
        return statements.number("SELECT count(*)" + selection.sql(0, false), selection.values());
    }

    private long inStudy(TrialSelection selection) {
        return selection.study().isEmpty()
                ? 0
                : statements.number("SELECT count(*) FROM study_trial WHERE study = ?", selection.study());
    }

    /** All trials whose key starts so, oldest first. */
    public synchronized List<ArchivedTrial> startingWith(String keyPrefix) {
        return reader.list(
                " FROM trial WHERE key >= ? AND key < ? ORDER BY finished_at, key", keyPrefix, keyPrefix + AFTER);
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
            statements.transaction(() -> trials.forEach(trial -> insert(trial, replace)));
        }
    }

    private void insert(ArchivedTrial trial, boolean replace) {
        statements.update(INSERT + (replace ? REPLACE : " DO NOTHING"), values(trial));
        putMeasures(trial, replace);
        for (String study : trial.studies()) {
            statements.update(JOIN + "VALUES (?, ?)", study, trial.key());
        }
    }

    /** Says that a trial which is there belongs to a study as well. */
    public synchronized void join(String key, String study) {
        statements.update(JOIN + "SELECT ?, key FROM trial WHERE key = ?", study, key);
    }

    /** Names in SQL of the numbers that every trial has. */
    private static Stream<String> columns() {
        return TrialColumns.first().stream().map(TrialReader::inSql);
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
            statements.update("DELETE FROM measure WHERE trial = ?", trial.key());
        }
        for (TrialColumn column : TrialColumns.later()) {
            double value = trial.outcome().number(column.name());
            if (!Double.isNaN(value)) {
                statements.update("INSERT OR IGNORE INTO measure VALUES (?, ?, ?)", trial.key(), column.name(), value);
            }
        }
    }

    /** Gives trials whose key starts so a tag; returns how many. */
    public synchronized int tag(String keyPrefix, String tag) {
        return statements.update(
                "UPDATE trial SET tag = ? WHERE key >= ? AND key < ?", tag, keyPrefix, keyPrefix + AFTER);
    }

    /**
     * Looks at every page and every index, which takes a while for large ones.
     *
     * @throws DataFormatException if anything is damaged
     */
    public synchronized void check() {
        ArchiveCheck.whole(statements);
    }

    /** Gives unused space back to the file system. */
    public synchronized void compact() {
        statements.update("VACUUM");
    }

    @Override
    public synchronized void close() {
        statements.close();
    }
}
