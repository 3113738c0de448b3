package org.driftscope.support;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes whole files: a reader sees the old file or the new one, never half of it, even after a crash. */
public final class AtomicFiles {
    /** Puts out a file's bytes. */
    @FunctionalInterface
    public interface Content {
        /** @param out buffered; need not be flushed or closed */
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFiles() {}

    /**
     * Replaces or creates a file.
     *
     * @throws DriftscopeException if it cannot be written; what was there before is then unchanged
     */
    public static void write(Path file, byte[] bytes) {
        write(file, out -> out.write(bytes));
    }

    /**
     * Replaces or creates a file; missing folders are made.
     *
     * @throws DriftscopeException if it cannot be written; what was there before is then unchanged
     */
    public static void write(Path file, Content content) {
        try {
            Path target = resolveLink(file.toAbsolutePath());
            Path folder = target.getParent();
            String refusal = OutputPlaces.refusal(target);
            if (folder == null || !refusal.isEmpty()) {
                throw new IOException(folder == null ? "it is a folder" : refusal);
            }
            Files.createDirectories(folder);
            Leftovers.of(target).remove();
            Path temporary = Leftovers.newName(target);
            try {
                writeDurably(temporary, content);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new DriftscopeException(
                    file + " cannot be written: " + IoReason.of(e) + ". Choose another place or free some space.", e);
        }
    }

    /** Deletes what writers that were killed left in a folder; on the start of a program that writes there. */
    public static void tidy(Path folder) {
        if (Files.isDirectory(folder)) {
            Leftovers.in(folder).remove();
        }
    }

    /** A link stays a link: what it points to is replaced. */
    private static Path resolveLink(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file;
    }

    private static void writeDurably(Path temporary, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The folder a file is or would be in; its own root where it has none above it. */
    public static Path folder(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return parent == null ? absolute : parent;
    }
}
