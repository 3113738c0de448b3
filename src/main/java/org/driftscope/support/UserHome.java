package org.driftscope.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of whoever runs this program: preferences, autosaved sessions, archive and log; for its owner alone. */
public final class UserHome {
    private static final String PROPERTY = "driftscope.home";
    private static final String PRIVATE = "rwx------";
    private static final String LOGS = "logs";

    private UserHome() {}

    /** {@code .driftscope} in the home folder, or what the system property {@code driftscope.home} names. */
    public static Path folder() {
        String elsewhere = System.getProperty(PROPERTY, "");
        return elsewhere.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".driftscope") : Path.of(elsewhere);
    }

    /** Where the log lies; {@code logback.xml} says the same. */
    public static Path logs() {
        return folder().resolve(LOGS);
    }

    /** Where libraries are unpacked that only run from a file. */
    public static Path natives() {
        return folder().resolve("native");
    }

    /**
     * Makes the folders that hold what a user did, readable by nobody else. Sessions name the user's files, and the log
     * names even more. Called before the log is opened; where it fails, whoever writes there will say so.
     */
    public static void makePrivate() {
        for (Path folder :
                new Path[] {folder(), logs(), folder().resolve("state"), folder().resolve("config"), natives()}) {
            try {
                makePrivate(folder);
            } catch (IOException e) {
                // whoever writes there says so, with its own reason
            }
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        boolean isNew = Files.notExists(folder);
        Files.createDirectories(folder);
        // a folder that was there may be shared on purpose; those within are this program's own
        if (posix && (isNew || !folder.equals(folder()))) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(PRIVATE));
        }
    }
}
