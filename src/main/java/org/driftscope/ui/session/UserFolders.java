package org.driftscope.ui.session;

import java.nio.file.Path;
import org.driftscope.experiment.archive.ArchiveLocation;

/**
 * Where a user's files are kept. The log lies beside them, see {@code logback.xml}.
 *
 * @param config preferences
 * @param state autosaved sessions
 * @param archive file of the run archive, the one that the command line uses
 */
public record UserFolders(Path config, Path state, Path archive) {
    /** System property that puts them elsewhere, for tests and portable installations. */
    private static final String PROPERTY = "driftscope.home";

    /** The folders of whoever runs this program: {@code .driftscope} in the home folder. */
    public static UserFolders ofThisUser() {
        String elsewhere = System.getProperty(PROPERTY, "");
        return in(
                elsewhere.isEmpty()
                        ? Path.of(System.getProperty("user.home", "."), ".driftscope")
                        : Path.of(elsewhere));
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
