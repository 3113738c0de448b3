package org.driftscope.ui.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.driftscope.support.AtomicFiles;

/** Which session the next start offers to go on with: the user's file, or one kept here where there was none. */
public final class LastSession {
    private static final long LONGEST_PATH = 1 << 16;

    private final Path note;
    private final Path own;

    /** @param folder kept for this user */
    public LastSession(Path folder) {
        this.note = folder.resolve("last-session.txt");
        this.own = folder.resolve("last" + SessionFiles.EXTENSION);
    }

    /**
     * The next start offers the user's file.
     *
     * @throws org.driftscope.support.DriftscopeException if that cannot be noted
     */
    public void remember(Path session) {
        AtomicFiles.write(note, session.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Keeps a session that has no file, and offers it at the next start.
     *
     * @throws org.driftscope.support.DriftscopeException if it cannot be written
     */
    public void keep(Session session) {
        SessionFiles.write(own, session);
        remember(own);
    }

    /** Whether a session is the one kept here, which is no file of the user's. */
    public boolean isOwn(Path session) {
        return session.equals(own.toAbsolutePath());
    }

    /** What was remembered last, if it is still there. */
    public Optional<Path> find() {
        try {
            return Files.isRegularFile(note) && Files.size(note) <= LONGEST_PATH
                    ? Optional.of(Path.of(Files.readString(note).strip())).filter(Files::isRegularFile)
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
