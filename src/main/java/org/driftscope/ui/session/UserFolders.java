package org.driftscope.ui.session;

import java.nio.file.Path;
import org.driftscope.experiment.archive.ArchiveLocation;
import org.driftscope.support.UserHome;

/**
 * Where a user's files are kept. The log lies beside them, see {@code logback.xml}.
 *
 * @param config preferences
 * @param state autosaved sessions
 * @param archive file of the run archive, the one that the command line uses
 */
public record UserFolders(Path config, Path state, Path archive) {
    /** The folders of whoever runs this program. */
    public static UserFolders ofThisUser() {
        return in(UserHome.folder());
    }

    /** Where the log files are. */
    public Path logs() {
        return config.resolveSibling("logs");
    }

    /** All in one folder. */
    public static UserFolders in(Path folder) {
        return new UserFolders(folder.resolve("config"), folder.resolve("state"), ArchiveLocation.in(folder));
    }
}
