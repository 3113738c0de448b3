package org.driftscope.experiment.archive;

import java.nio.file.Path;
import org.driftscope.support.UserHome;

/** Where the run archive lies unless another file is named: one place for the window and the command line. */
public final class ArchiveLocation {
    private ArchiveLocation() {}

    /** The archive of whoever runs this program. */
    public static Path standard() {
        return in(UserHome.folder());
    }

    /** The archive kept in a folder. */
    public static Path in(Path folder) {
        return folder.resolve("runs.sqlite");
    }
}
