package org.driftscope.ui.layers;

import javafx.css.PseudoClass;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A layer's name, indented below its stage; a click on a stage's name opens or closes it. */
final class LayerNameCell extends TableCell<LayerRow, LayerRow> {
    private static final PseudoClass STAGE = PseudoClass.getPseudoClass("stage");
    private static final String INDENT = "\u2003";

    private final StageTree tree;

    LayerNameCell(StageTree tree) {
        this.tree = tree;
        getStyleClass().add("layer-name");
        // what tells layers apart stands at both ends; the whole name is in the row's tip
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setOnMouseClicked(event -> {
            LayerRow row = getItem();
            if (row != null && row.isStage()) {
                tree.toggle(row);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable LayerRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(STAGE, row != null && row.isStage());
        if (empty || row == null) {
            setText(null);
        } else if (row.isStage()) {
            setText((tree.isOpen(row) ? "\u25be " : "\u25b8 ") + row.name());
        } else {
            setText(tree.isBelowStage(row) ? INDENT + row.shortName() : row.name());
        }
    }
}
