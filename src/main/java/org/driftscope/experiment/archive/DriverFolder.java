package org.driftscope.experiment.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.driftscope.support.UserHome;

/**
 * Where SQLite's driver puts its native library. It unpacks it anew for every process and deletes it when that ends, but not
 * where it is killed: in a folder of our own such leftovers can be told and are cleaned up.
 */
final class DriverFolder {
    private static final String PROPERTY = "org.sqlite.tmpdir";
    /** A process that starts now may be about to load its own; what is loaded already may go. */
    private static final Duration OLD = Duration.ofHours(1);

    private DriverFolder() {}

    /** Before the driver loads its library. Where the folder cannot be used, the system's for temporary files is. */
    static void use() {
        if (System.getProperty(PROPERTY) == null) {
            use(UserHome.natives());
        }
    }

    static void use(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.isWritable(folder)) {
                removeOld(folder);
                System.setProperty(PROPERTY, folder.toAbsolutePath().toString());
            }
        } catch (IOException e) {
            // the driver finds a place by itself
        }
    }

    private static void removeOld(Path folder) throws IOException {
        Instant old = Instant.now().minus(OLD);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "sqlite-*")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    delete(file);
                }
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // in use, where the system keeps such files
        }
    }
}
