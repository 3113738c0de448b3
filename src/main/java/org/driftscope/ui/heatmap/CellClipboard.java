package org.driftscope.ui.heatmap;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.driftscope.ui.heatmap.model.CellSelection;

/** Puts a cell's values on the clipboard. */
final class CellClipboard {
    private CellClipboard() {}

    /** Copies the values of the cell that the probe reads; false where there is none. */
    static boolean copy(CellSelection selection) {
        String text = selection.tabSeparated();
        return !text.isEmpty() && Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
