package org.driftscope.ui.workspace;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.driftscope.ui.control.prompt.Choices;
import org.driftscope.ui.control.prompt.FilePrompt;
import org.driftscope.ui.control.prompt.SystemFilePrompt;
import org.driftscope.ui.session.UserFolders;

/**
 * What the window asks of the desktop around it.
 *
 * @param files asks which file to open or write
 * @param browser shows a folder to the user
 * @param exportChoices what was chosen last in the export dialog
 */
public record Desktop(FilePrompt files, Consumer<Path> browser, Choices exportChoices) {
    /**
     * The user's own.
     *
     * @param owner the window that choosers belong to
     * @param folders where choices are kept
     */
    public static Desktop ofThisUser(Window owner, UserFolders folders, Consumer<Path> browser) {
        Choices choices = new Choices(folders.config());
        return new Desktop(new SystemFilePrompt(owner, choices), browser, choices);
    }
}
