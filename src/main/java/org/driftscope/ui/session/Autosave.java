package org.driftscope.ui.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a running window keeps its session, and how the next one finds what a crash left. The file's name carries the
 * process and its start, and a running window holds a lock beside it, so that windows side by side do not take each
 * other's for a crash, even where the clock was set meanwhile. What a crash left is given
 * the finder's name, so that of windows that start together only one offers it; should that one crash as well, the next
 * finds it again.
 */
public final class Autosave {
    private static final Pattern NAME =
            Pattern.compile("(?:autosave|left)-(\\d{1,18})-(\\d{1,18})\\" + SessionFiles.EXTENSION);

    private final Path folder;
    private final Path mine;
    private final Path found;
    private final LiveMark alive;
    private final LiveMark offered;
    private boolean ended;

    /**
     * @param folder kept for this user
     */
    public Autosave(Path folder) {
        this.folder = folder;
        ProcessHandle self = ProcessHandle.current();
        String name = "-" + self.pid() + "-" + startOf(self) + SessionFiles.EXTENSION;
        this.mine = folder.resolve("autosave" + name);
        this.found = folder.resolve("left" + name);
        this.alive = new LiveMark(mine);
        this.offered = new LiveMark(found);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /**
     * Keeps a session for the case of a crash; does nothing after {@link #end()}.
     *
     * @throws org.driftscope.support.DriftscopeException if it cannot be written
     */
    public synchronized void write(Session session) {
        if (!ended) {
            alive.hold();
            SessionFiles.write(mine, session);
        }
    }

    /** Ends without a crash: nothing is left to restore. */
    public synchronized void end() {
        ended = true;
        discard(mine);
        alive.close();
        offered.close();
    }

    /** Deletes a session that is not wanted, for good. */
    public void discard(Path session) {
        try {
            Files.deleteIfExists(session);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest session of a process that is gone without having ended, from now on this process's to offer. */
    public Optional<Path> leftByCrash() {
        return Files.exists(found)
                ? Optional.of(found)
                : abandoned().stream().filter(this::claimed).map(left -> found).findFirst();
    }

    /** Fails where another window that starts now was faster. */
    private boolean claimed(Path left) {
        try {
            Files.move(left, found, StandardCopyOption.ATOMIC_MOVE);
            LiveMark.remove(left);
            offered.hold();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<Path> abandoned() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Autosave::isAbandoned)
                    .sorted(Comparator.comparing(Autosave::modified).reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isAbandoned(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !Files.isRegularFile(file)) {
            return false;
        }
        long process = Long.parseLong(name.group(1));
        if (process == ProcessHandle.current().pid() || LiveMark.isHeld(file)) {
            return false;
        }
        long started = Long.parseLong(name.group(2));
        return LiveMark.isThere(file)
                || ProcessHandle.of(process)
                        .filter(ProcessHandle::isAlive)
                        .filter(running -> started == 0 || startOf(running) == started)
                        .isEmpty();
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
