package org.driftscope.ui.control;

import javafx.stage.Stage;
import javafx.stage.Window;

/** The window that someone is working in, which what is opened from it belongs to: else it would lie beneath. */
public final class FrontWindow {
    private FrontWindow() {}

    /** @param otherwise where no window of ours has the focus */
    public static Window or(Window otherwise) {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isShowing() && window.isFocused())
                .findFirst()
                .orElse(otherwise);
    }
}
