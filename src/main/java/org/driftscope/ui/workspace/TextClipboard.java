package org.driftscope.ui.workspace;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Text for other programs. */
public final class TextClipboard {
    private TextClipboard() {}

    /** Takes the place of what was copied before. */
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
