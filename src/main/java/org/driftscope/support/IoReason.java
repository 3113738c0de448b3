package org.driftscope.support;

import java.io.EOFException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Why a file could not be read or written, as part of a sentence that names the file itself. */
public final class IoReason {
    private IoReason() {}

    /**
     * The reason in words, without the path, which many exceptions give instead of a reason, and without a full stop.
     *
     * @param error what reading or writing threw
     */
    public static String of(Exception error) {
        if (error instanceof AccessDeniedException) {
            return "this user has no permission";
        }
        if (error instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (error instanceof FileAlreadyExistsException || error instanceof NotDirectoryException) {
            return "a file is where a folder should be";
        }
        if (error instanceof CharacterCodingException) {
            return "it is not text in UTF-8";
        }
        if (error instanceof FileSystemException known && known.getReason() != null) {
            return plain(known.getReason(), error);
        }
        return plain(error.getMessage(), error);
    }

    private static String plain(@Nullable String message, Exception error) {
        String text = message == null ? "" : message.strip();
        while (text.endsWith(".")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.isEmpty()) {
            return error instanceof EOFException
                    ? "it ends too early"
                    : error.getClass().getSimpleName();
        }
        return text;
    }
}
