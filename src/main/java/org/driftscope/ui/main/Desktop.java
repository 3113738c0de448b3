package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import javafx.stage.Window;
import org.driftscope.ui.control.FilePrompt;
import org.driftscope.ui.control.SystemFilePrompt;

/**
 * What the window asks of the desktop around it.
 *
 * @param files asks which file to open or write
 * @param browser shows a folder to the user
 * @param exportChoices where the choices of the export dialog are kept
 */
public record Desktop(FilePrompt files, Consumer<Path> browser, Preferences exportChoices) {
    /**
     * The user's own.
     *
     * @param owner the window that choosers belong to
     */
    public static Desktop ofThisUser(Window owner, Consumer<Path> browser) {
        Preferences preferences = Preferences.userRoot().node("org/driftscope/export");
        return new Desktop(new SystemFilePrompt(owner, preferences), browser, preferences);
    }
}
