package org.driftscope.figure.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.driftscope.support.DriftscopeException;

/** Writes a file whole or not at all: beside its place first, then moved there. */
final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes a file.
     *
     * @throws DriftscopeException if it cannot be written; an older file is then left as it was
     */
    static void write(Path target, Content content) {
        Path place = target.toAbsolutePath();
        try {
            Path folder = place.getParent() == null ? place : place.getParent();
            Files.createDirectories(folder);
            Path draft = folder.resolve(draftName(place));
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                    content.writeTo(out);
                }
                move(draft, place);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new DriftscopeException(
                    "Could not write " + target + ". Check that the folder can be written to and has room.", e);
        }
    }

    /** A name no other process or thread uses; a temporary file proper would be readable by its owner only. */
    private static String draftName(Path place) {
        long process = ProcessHandle.current().pid();
        return "." + place.getFileName() + "." + process + "-"
                + Thread.currentThread().getId() + ".part";
    }

    private static void move(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What goes into a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
