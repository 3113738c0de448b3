package org.driftscope.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.support.DriftscopeException;

/** A file that is written anew for each execution, and what a reader may do with it: take it, or refuse it in a sentence. */
public final class ScratchFile {
    private final Path file;

    /** @param name of the file, since some readers look at the ending */
    public ScratchFile(String name) {
        try {
            Path memory = Path.of("/dev/shm");
            Path folder = Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "driftscope-fuzz")
                    : Files.createTempDirectory("driftscope-fuzz");
            this.file = folder.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScratchFile(Path file) {
        this.file = file;
    }

    /** Another file in the same folder. */
    public ScratchFile beside(String name) {
        return new ScratchFile(file.resolveSibling(name));
    }

    public Path path() {
        return file;
    }

    /** Writes the bytes and lets a reader at them; whatever is thrown but a refusal in words is a finding. */
    public void readWith(byte[] bytes, Runnable reader) {
        put(bytes);
        accepting(reader);
    }

    /** Writes the file anew. */
    public void put(byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a reader work; refusals in words are right. */
    public static void accepting(Runnable reader) {
        try {
            reader.run();
        } catch (DriftscopeException refused) {
            if (refused.userMessage().isBlank()) {
                throw new IllegalStateException("a refusal without words", refused);
            }
        }
    }
}
