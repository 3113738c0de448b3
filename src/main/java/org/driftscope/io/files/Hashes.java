package org.driftscope.io.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.InputFiles;
import org.driftscope.support.IoReason;

/** SHA-256 of files and bytes, as lower-case hex. */
public final class Hashes {
    private Hashes() {}

    /**
     * @return 64 hex digits, as sha256sum prints them
     * @throws DataFormatException if the file cannot be read
     */
    public static String sha256(Path file) {
        String refusal = InputFiles.refusal(file, "a file");
        if (!refusal.isEmpty()) {
            throw new DataFormatException(file + refusal);
        }
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, newSha256())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return hex(digested.getMessageDigest());
        } catch (IOException e) {
            throw new DataFormatException(file + " cannot be read: " + IoReason.of(e) + ".", e);
        }
    }

    /** @return 64 hex digits */
    public static String sha256(byte[] bytes) {
        MessageDigest digest = newSha256();
        digest.update(bytes);
        return hex(digest);
    }

    /** A fresh digest, for bytes that come in pieces. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Ends a digest. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
