package org.driftscope.ui.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where a user's files belong on this system.
 *
 * @param config preferences
 * @param state autosaved sessions and the log
 */
public record UserFolders(Path config, Path state) {
    /** System property that puts both elsewhere, for tests and portable installations. */
    public static final String PROPERTY = "driftscope.home";

    /** The folders of whoever runs this program. */
    public static UserFolders ofThisUser() {
        String elsewhere = System.getProperty(PROPERTY, "");
        if (!elsewhere.isEmpty()) {
            return in(Path.of(elsewhere));
        }
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    /** Both in one folder. */
    public static UserFolders in(Path folder) {
        return new UserFolders(folder.resolve("config"), folder.resolve("state"));
    }

    static UserFolders of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return in((local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local))
                    .resolve("Driftscope"));
        }
        if (name.contains("mac")) {
            return in(home.resolve("Library").resolve("Application Support").resolve("Driftscope"));
        }
        return new UserFolders(
                xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                xdg(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state")));
    }

    private static Path xdg(Map<String, String> environment, String variable, Path otherwise) {
        String folder = environment.getOrDefault(variable, "");
        return (folder.isEmpty() ? otherwise : Path.of(folder)).resolve("driftscope");
    }
}
