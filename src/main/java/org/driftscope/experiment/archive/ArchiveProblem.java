package org.driftscope.experiment.archive;

import java.nio.file.Path;
import java.sql.SQLException;
import org.driftscope.support.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite refuses, in words: only what is damaged is said to be. */
final class ArchiveProblem {
    /** Extended codes keep the plain one in their last byte. */
    private static final int PLAIN = 0xff;

    private ArchiveProblem() {}

    static DataFormatException of(Path file, SQLException e) {
        int extended = e instanceof SQLiteException sqlite ? sqlite.getResultCode().code : e.getErrorCode();
        int code = extended & PLAIN;
        if (is(code, SQLiteErrorCode.SQLITE_READONLY)) {
            return readOnly(file, e);
        }
        // the index of the write-ahead log is the first that a full disk has no room for
        if (is(code, SQLiteErrorCode.SQLITE_FULL) || is(extended, SQLiteErrorCode.SQLITE_IOERR_SHMSIZE)) {
            return new DataFormatException(
                    "The disk is full, so nothing more can be written to " + file
                            + ". What it holds is sound. Free some space, or give another --archive.",
                    e);
        }
        if (is(code, SQLiteErrorCode.SQLITE_BUSY) || is(code, SQLiteErrorCode.SQLITE_LOCKED)) {
            return new DataFormatException(
                    file + " is in use by another process that does not let go. Wait for it, or end it.", e);
        }
        if (is(code, SQLiteErrorCode.SQLITE_CANTOPEN)
                || is(code, SQLiteErrorCode.SQLITE_PERM)
                || is(code, SQLiteErrorCode.SQLITE_IOERR)) {
            return new DataFormatException(
                    file + " could not be opened (" + e.getMessage()
                            + "). Check that its folder exists and can be written, or give another --archive.",
                    e);
        }
        return damaged(file, e);
    }

    private static boolean is(int code, SQLiteErrorCode kind) {
        return code == kind.code;
    }

    static DataFormatException readOnly(Path file, @Nullable SQLException e) {
        return new DataFormatException(
                file + " is read-only, so no trial can be added. Give another --archive, or copy it where it can be"
                        + " written.",
                e);
    }

    static DataFormatException damaged(Path file, @Nullable SQLException e) {
        String reason = e == null ? "its check failed" : String.valueOf(e.getMessage());
        return new DataFormatException(
                file + " is damaged (" + reason + ") and was left as it is. Move it away to start a new"
                        + " archive, or recover it with sqlite3's .recover command.",
                e);
    }
}
