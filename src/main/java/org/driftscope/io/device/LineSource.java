package org.driftscope.io.device;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.IoReason;
import org.jspecify.annotations.Nullable;

/** Lines of a text file, plain or gz, one after the other; neither a long line nor a bomb takes any memory. */
final class LineSource implements Closeable {
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST = 1 << 16;
    /** Less than this is harmless however small it was packed. */
    private static final long HARMLESS = 256L << 20;
    /** Numbers as text, sorted and over again, shrink to a hundredth. */
    private static final long MOST_SHRINKING = 250;

    private final Path file;
    private final InputStream in;
    private final long most;
    private final byte[] chunk = new byte[CHUNK];
    private byte[] line = new byte[256];
    private int next;
    private int filled;
    private long number;
    private long unpacked;

    LineSource(Path file) {
        this.file = file;
        try {
            boolean gz = isGzip(file);
            most = gz ? Math.max(HARMLESS, MOST_SHRINKING * Files.size(file)) : Long.MAX_VALUE;
            in = gz ? new GZIPInputStream(Files.newInputStream(file), CHUNK) : Files.newInputStream(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    /** Number of the line read last, from 1. */
    long number() {
        return number;
    }

    /** The next line without its end; null where there is none. */
    @Nullable
    String next() {
        int length = 0;
        boolean any = false;
        while (true) {
            if (next == filled && !fill()) {
                return any ? text(length) : null;
            }
            any = true;
            byte one = chunk[next++];
            if (one == '\n') {
                return text(length);
            }
            if (length == LONGEST) {
                throw new DataFormatException(file + ", line " + (number + 1) + ": the line is longer than " + LONGEST
                        + " bytes. Give a table with one measurement a row, or as NPZ.");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(LONGEST, 2 * length));
            }
            line[length++] = one;
        }
    }

    private String text(int length) {
        number++;
        int from = number == 1 && length >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb ? 3 : 0;
        int end = length > from && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, from, end - from, StandardCharsets.UTF_8);
    }

    private boolean fill() {
        try {
            next = 0;
            filled = Math.max(0, in.read(chunk));
            unpacked += filled;
        } catch (IOException e) {
            throw failed(e);
        }
        if (unpacked > most) {
            throw new DataFormatException(file + " unpacks to more than " + MOST_SHRINKING
                    + " times its size, which no measurements do. Unpack it with gunzip and look at it.");
        }
        return filled > 0;
    }

    private DataFormatException failed(IOException e) {
        boolean damaged = e instanceof EOFException || e instanceof ZipException;
        return new DataFormatException(
                damaged
                        ? file + " cannot be unpacked: the gzip data are cut off or damaged. Fetch the file again."
                        : file + " cannot be read: " + IoReason.of(e) + ".",
                e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
