package org.driftscope.ui.session;

import java.nio.file.Path;

/**
 * Where a user's files are kept. The log lies beside them, see {@code logback.xml}.
 *
 * @param config preferences
 * @param state autosaved sessions
 */
public record UserFolders(Path config, Path state) {
    /** System property that puts both elsewhere, for tests and portable installations. */
    private static final String PROPERTY = "driftscope.home";

    /** The folders of whoever runs this program: {@code .driftscope} in the home folder. */
    public static UserFolders ofThisUser() {
        String elsewhere = System.getProperty(PROPERTY, "");
        return in(
                elsewhere.isEmpty()
                        ? Path.of(System.getProperty("user.home", "."), ".driftscope")
                        : Path.of(elsewhere));
    }

    /** Both in one folder. */
    public static UserFolders in(Path folder) {
        return new UserFolders(folder.resolve("config"), folder.resolve("state"));
    }
}
