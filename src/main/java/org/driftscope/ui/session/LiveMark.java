package org.driftscope.ui.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Says to other processes that a file belongs to one that runs: a lock on a file beside it, which the system lets go
 * however the process ends. Process numbers come again and clocks are set; locks do neither. Where a file system knows no
 * locks there is no mark, and the caller asks for the process instead.
 */
final class LiveMark implements AutoCloseable {
    private static final String ENDING = ".lock";

    private final Path file;
    private @Nullable FileChannel held;

    /** @param owned the file that belongs to this process */
    LiveMark(Path owned) {
        this.file = beside(owned);
    }

    private static Path beside(Path owned) {
        return owned.resolveSibling(owned.getFileName() + ENDING);
    }

    /** From now on, until it is closed or the process ends. */
    synchronized void hold() {
        if (held != null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
            } else {
                held = channel;
            }
        } catch (IOException | OverlappingFileLockException e) {
            // no lock to be had here: the process number has to do
        }
    }

    /** Whether there is a mark at all, held or left behind. */
    static boolean isThere(Path owned) {
        return Files.isRegularFile(beside(owned));
    }

    /** Whether a process that runs holds the mark. */
    static boolean isHeld(Path owned) {
        if (!isThere(owned)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(beside(owned), StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes away what a process that is gone left. */
    static void remove(Path owned) throws IOException {
        Files.deleteIfExists(beside(owned));
    }

    @Override
    public synchronized void close() {
        FileChannel channel = held;
        held = null;
        if (channel != null) {
            try (channel) {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // the lock is gone with the channel; an empty file stays
            }
        }
    }
}
