package org.driftscope.experiment.archive;

import java.nio.file.Path;

/** Where the run archive lies unless another file is named: one place for the window and the command line. */
public final class ArchiveLocation {
    private static final String HOME_PROPERTY = "driftscope.home";

    private ArchiveLocation() {}

    /** The archive of whoever runs this program: in the folder of {@code driftscope.home}, else in the home folder. */
    public static Path standard() {
        String home = System.getProperty(HOME_PROPERTY, "");
        return in(home.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".driftscope") : Path.of(home));
    }

    /** The archive kept in a folder. */
    public static Path in(Path folder) {
        return folder.resolve("runs.sqlite");
    }
}
