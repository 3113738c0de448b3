package org.driftscope.ui.control;

import javafx.scene.input.KeyCombination;

/** Keys as this platform writes them: Ctrl+C here is ⌘C on a Mac. */
public final class Keys {
    private static final String ANY = "C";

    private Keys() {}

    /** A combination in words. @param keys as JavaFX names them, e.g. "Shortcut+C" */
    public static String shown(String keys) {
        return KeyCombination.valueOf(keys).getDisplayText();
    }

    /** The key that shortcuts are held with, alone. */
    public static String shortcut() {
        String withLetter = shown("Shortcut+" + ANY);
        String alone = withLetter.substring(0, withLetter.length() - ANY.length());
        return alone.endsWith("+") ? alone.substring(0, alone.length() - 1) : alone;
    }
}
