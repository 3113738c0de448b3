package org.driftscope.experiment.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.PlainText;

/** Rows as trials, one after the other: no more than one is held. */
final class TrialReader {
    private static final String STUDIES = "SELECT study FROM study_trial WHERE trial = ? ORDER BY study";
    private static final String MEASURES = "SELECT name, value FROM measure WHERE trial = ? ORDER BY name";
    private static final List<String> TEXTS =
            List.of("key", "study", "finished_at", "tag", "spec", "provenance", "notes");
    /** The row's number, the texts, and the numbers that every trial has: places are quicker than names. */
    private static final String SELECT = Stream.of(
                    Stream.of("rowid"),
                    TEXTS.stream(),
                    TrialColumns.first().stream().map(TrialReader::inSql))
            .flatMap(names -> names)
            .collect(Collectors.joining(", ", "SELECT ", ""));

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final Statements statements;

    TrialReader(Statements statements) {
        this.statements = statements;
    }

    /** Name in SQL of a number that every trial has. */
    static String inSql(TrialColumn column) {
        return column.name().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** @param rest of the statement, from FROM on */
    List<ArchivedTrial> list(String rest, Object... values) {
        List<ArchivedTrial> trials = new ArrayList<>();
        each(rest, trials::add, values);
        return trials;
    }

    /** @param visitor says whether it wants the next one too */
    void each(String rest, Predicate<ArchivedTrial> visitor, Object... values) {
        eachNumbered(rest, (number, trial) -> visitor.test(trial), values);
    }

    /** As {@link #each}, with the number of each row. */
    void eachNumbered(String rest, RunArchive.Numbered visitor, Object... values) {
        statements.eachOnce(SELECT + rest, row -> visitor.test(row.getLong(1), trial(row)), values);
    }

    /** A row of a file that anyone may have written. */
    private ArchivedTrial trial(ResultSet row) throws SQLException {
        String key = text(row, "key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw new DataFormatException(
                    statements.file() + " has a trial whose key is '" + PlainText.of(String.valueOf(key))
                            + "', which is no sha256: it is damaged or not written by Driftscope. Give another --archive.");
        }
        return new ArchivedTrial(
                key,
                text(row, "study"),
                studies(key),
                text(row, "finished_at"),
                text(row, "tag"),
                text(row, "spec"),
                text(row, "provenance"),
                outcome(row, key));
    }

    private static String text(ResultSet row, String name) throws SQLException {
        return row.getString(2 + TEXTS.indexOf(name));
    }

    private List<String> studies(String key) {
        List<String> studies = new ArrayList<>();
        statements.each(STUDIES, row -> studies.add(row.getString(1)), key);
        return studies;
    }

    private TrialOutcome outcome(ResultSet row, String key) throws SQLException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        int place = 1 + TEXTS.size();
        for (TrialColumn column : TrialColumns.first()) {
            numbers.put(column.name(), row.getDouble(++place));
        }
        // those that came later
        statements.each(
                MEASURES,
                measure -> {
                    numbers.put(measure.getString(1), measure.getDouble(2));
                    return true;
                },
                key);
        return new TrialOutcome(numbers, text(row, "notes"));
    }
}
