package org.driftscope.ui.control.table;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Words in a table; where the column is too narrow for them, the pointer finds them whole. */
public final class WholeTextCell<R> extends TableCell<R, String> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        boolean none = empty || text == null || text.isEmpty();
        setText(none ? null : text);
        whole.setText(text);
        setTooltip(none ? null : whole);
    }
}
