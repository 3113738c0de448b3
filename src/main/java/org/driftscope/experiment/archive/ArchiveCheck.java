package org.driftscope.experiment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Looks for damage in an archive. What an answer meets later is reported then, and a transaction that meets it is undone. */
final class ArchiveCheck {
    /** Up to this size all pages are looked at when it is opened, bytes; that takes a tenth of a second. */
    private static final long SMALL = 16L << 20;

    /** Where the newest rows of each table are, which is what a crash of the machine would have spoilt. */
    private static final List<String> NEWEST = List.of(
            "SELECT * FROM trial ORDER BY rowid DESC LIMIT 1",
            "SELECT max(key) FROM trial",
            "SELECT min(key) FROM trial");

    private ArchiveCheck() {}

    /**
     * All of a small file; of a large one its size, its tables and the newest row.
     *
     * @throws org.driftscope.support.DataFormatException if it is damaged
     */
    static void opening(Connection connection, Path file) throws SQLException, IOException {
        opening(connection, file, SMALL);
    }

    /** @param small up to how many bytes all pages are looked at */
    static void opening(Connection connection, Path file, long small) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (Files.size(file) <= small) {
                require(statement, "PRAGMA quick_check(1)", file);
            } else if (Schema.number(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'trial'") == 1) {
                for (String newest : NEWEST) {
                    statement.executeQuery(newest).close();
                }
            }
        }
    }

    /** @throws org.driftscope.support.DataFormatException if anything is damaged */
    static void whole(Statements statements) {
        statements.eachOnce("PRAGMA integrity_check(1)", row -> {
            if (!"ok".equals(row.getString(1))) {
                throw ArchiveProblem.damaged(statements.file(), null);
            }
            return false;
        });
    }

    private static void require(Statement statement, String check, Path file) throws SQLException {
        try (ResultSet row = statement.executeQuery(check)) {
            if (!row.next() || !"ok".equals(row.getString(1))) {
                throw ArchiveProblem.damaged(file, null);
            }
        }
    }
}
