package org.driftscope.experiment.archive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** SQL on one connection; what is run again and again is prepared once. Used by one thread at a time. */
final class Statements implements AutoCloseable {
    /** What is done with a row; returns whether the next one is wanted. */
    @FunctionalInterface
    interface Row {
        boolean take(ResultSet row) throws SQLException;
    }

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    Path file() {
        return file;
    }

    /** Returns how many rows it changed. @param sql one of few, which is kept prepared */
    int update(String sql, Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw ArchiveProblem.of(file, e);
        }
    }

    /** Rows of a statement that is kept prepared; not from within itself. */
    void each(String sql, Row row, Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            goThrough(rows, row);
        } catch (SQLException e) {
            throw ArchiveProblem.of(file, e);
        }
    }

    /** Rows of a statement that is prepared for this time. */
    void eachOnce(String sql, Row row, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                goThrough(rows, row);
            }
        } catch (SQLException e) {
            throw ArchiveProblem.of(file, e);
        }
    }

    /** The first number of the first row; 0 without one. */
    long number(String sql, Object... values) {
        long[] found = {0};
        each(
                sql,
                row -> {
                    found[0] = row.getLong(1);
                    return false;
                },
                values);
        return found[0];
    }

    /** All that is done within is kept, or nothing of it. */
    void transaction(Runnable work) {
        update("BEGIN IMMEDIATE");
        try {
            work.run();
            update("COMMIT");
        } catch (RuntimeException e) {
            update("ROLLBACK");
            throw e;
        }
    }

    private static void goThrough(ResultSet rows, Row row) throws SQLException {
        boolean more = true;
        while (more && rows.next()) {
            more = row.take(rows);
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        bind(statement, values);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw ArchiveProblem.of(file, e);
        }
    }
}
