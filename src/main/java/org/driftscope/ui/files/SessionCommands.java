package org.driftscope.ui.files;

import java.nio.file.Path;

/** Saves the session to its file, or asks for one. */
public final class SessionCommands {
    private final SessionKeeper keeper;
    private final FileChoices choices;

    public SessionCommands(SessionKeeper keeper, FileChoices choices) {
        this.keeper = keeper;
        this.choices = choices;
    }

    /** To the file that the window shows; the first time it asks for one. */
    public void save() {
        save(() -> {});
    }

    /** @param then runs once it is saved; not if it fails or the user changed their mind */
    public void save(Runnable then) {
        Path file = keeper.file();
        if (file != null) {
            keeper.save(file, then);
        } else {
            choices.saveSession().ifPresent(chosen -> keeper.save(chosen, then));
        }
    }

    /** To another file. */
    public void saveAs() {
        choices.saveSession().ifPresent(keeper::save);
    }
}
