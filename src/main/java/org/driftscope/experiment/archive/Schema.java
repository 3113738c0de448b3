package org.driftscope.experiment.archive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.driftscope.support.DataFormatException;

/** The archive's tables, by version; an older file is brought up step by step, a newer one is refused. */
final class Schema {
    /** One list of statements a version: the statements that lead from the version before to this one. */
    private static final List<List<String>> STEPS = List.of(
            List.of(
                    """
            CREATE TABLE trial (
              key TEXT PRIMARY KEY,
              study TEXT NOT NULL,
              finished_at TEXT NOT NULL,
              tag TEXT NOT NULL DEFAULT '',
              spec TEXT NOT NULL,
              provenance TEXT NOT NULL,
              images INTEGER NOT NULL,
              clean_top1 REAL NOT NULL,
              drifted_top1 REAL NOT NULL,
              calibrated_top1 REAL NOT NULL,
              updated_parameters INTEGER NOT NULL,
              updated_percent REAL NOT NULL,
              rram_writes INTEGER NOT NULL,
              calibration_seconds REAL NOT NULL
            )""",
                    "CREATE INDEX trial_study ON trial (study, finished_at)"),
            List.of(
                    "ALTER TABLE trial ADD COLUMN sram_bits INTEGER NOT NULL DEFAULT 0",
                    "ALTER TABLE trial ADD COLUMN notes TEXT NOT NULL DEFAULT ''"),
            List.of(
                    """
            CREATE TABLE study_trial (
              study TEXT NOT NULL,
              trial TEXT NOT NULL REFERENCES trial (key),
              PRIMARY KEY (study, trial)
            ) WITHOUT ROWID""",
                    "INSERT INTO study_trial SELECT study, key FROM trial",
                    "CREATE INDEX study_of_trial ON study_trial (trial)"),
            List.of(
                    """
            CREATE TABLE measure (
              trial TEXT NOT NULL REFERENCES trial (key),
              name TEXT NOT NULL,
              value REAL NOT NULL,
              PRIMARY KEY (trial, name)
            ) WITHOUT ROWID"""),
            List.of(
                    "CREATE INDEX trial_finished ON trial (finished_at, key)",
                    "CREATE INDEX trial_tag ON trial (tag, finished_at) WHERE tag <> ''",
                    // unused since there is study_trial
                    "DROP INDEX trial_study"));

    /** What came after this version makes answers quicker and no others. */
    private static final int ALL_ROWS = 4;

    /** Marks the file as ours ("DRFT"). */
    private static final int APPLICATION_ID = 0x44524654;

    private Schema() {}

    static int version() {
        return STEPS.size();
    }

    /**
     * Whether a database is an archive that this version can use; reads only.
     *
     * @return whether it is of an older version, or still empty
     * @throws DataFormatException if it is of another program or of a newer version
     */
    static boolean isOlder(Connection connection, Path file) throws SQLException {
        boolean empty = number(connection, "SELECT count(*) FROM sqlite_master") == 0;
        if (!empty && number(connection, "PRAGMA application_id") != APPLICATION_ID) {
            throw new DataFormatException(
                    file + " is a database of another program. Give another --archive; this one was left as it is.");
        }
        int found = number(connection, "PRAGMA user_version");
        if (found < 0 || !empty && found == 0) {
            throw new DataFormatException(file + " names archive version " + found
                    + ", which never was. Give another --archive; this one was left as it is.");
        }
        if (found > version()) {
            throw new DataFormatException(file + " was written by a newer Driftscope (archive version " + found
                    + ", this one reads up to " + version()
                    + "). Use a newer Driftscope, or another --archive; this one was left as it is.");
        }
        return found < version();
    }

    /** Whether all that is read is there, though perhaps found more slowly than in a newer version. */
    static boolean hasAllRows(Connection connection) throws SQLException {
        return number(connection, "PRAGMA user_version") >= ALL_ROWS;
    }

    /** Creates or migrates the tables in one transaction. */
    static void prepare(Connection connection) throws SQLException {
        int found = number(connection, "PRAGMA user_version");
        if (found < version()) {
            migrate(connection, found);
        }
    }

    /** Marks a new, empty database as ours before anything else is written to it. */
    static void mark(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
        }
    }

    /** Looks again inside the transaction: another process may have migrated in between. */
    private static void migrate(Connection connection, int seen) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            int found = Math.max(seen, number(connection, "PRAGMA user_version"));
            for (int step = found; step < version(); step++) {
                for (String sql : STEPS.get(step)) {
                    statement.execute(sql);
                }
            }
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + version());
            statement.execute("COMMIT");
        }
    }

    static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
