package org.driftscope.support;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The half-written files beside a target whose writers were killed. Their names carry the writer's process, so that those
 * of a process that runs are left alone; so are young ones, which a process of another machine may be writing.
 */
final class Leftovers {
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final String UUID_PATTERN = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Path folder;
    private final Pattern names;

    private Leftovers(Path folder, String target) {
        this.folder = folder;
        // older versions wrote no process
        this.names = Pattern.compile("\\." + target + "\\.(?:(\\d{1,18})\\.)?" + UUID_PATTERN + "\\.tmp");
    }

    /** Those of one file. @param target absolute */
    static Leftovers of(Path target) {
        return new Leftovers(
                AtomicFiles.folder(target), Pattern.quote(target.getFileName().toString()));
    }

    /** Those of all files of a folder. */
    static Leftovers in(Path folder) {
        return new Leftovers(folder, ".+");
    }

    /** A name for a file that is to become the target. @param target absolute */
    static Path newName(Path target) {
        long process = ProcessHandle.current().pid();
        return target.resolveSibling("." + target.getFileName() + "." + process + "." + UUID.randomUUID() + ".tmp");
    }

    /** Deletes them; what cannot be deleted stays for another time. */
    void remove() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, this::isLeft)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // tidying up is no reason to fail
        }
    }

    private boolean isLeft(Path file) throws IOException {
        Matcher name = names.matcher(file.getFileName().toString());
        if (!name.matches() || !Files.isRegularFile(file)) {
            return false;
        }
        String process = name.group(1);
        boolean runs = process != null
                && ProcessHandle.of(Long.parseLong(process))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
        Instant old = Instant.now().minus(YOUNG);
        return !runs && Files.getLastModifiedTime(file).toInstant().isBefore(old);
    }
}
