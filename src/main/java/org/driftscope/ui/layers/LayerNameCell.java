package org.driftscope.ui.layers;

import javafx.css.PseudoClass;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A layer's name, indented below its stage; a click on a stage's name opens or closes it. */
final class LayerNameCell extends TableCell<LayerRow, LayerRow> {
    private static final PseudoClass STAGE = PseudoClass.getPseudoClass("stage");
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    /** Behind the name of a layer with settings of its own. */
    private static final String OWN = " \u25c6";

    private static final String INDENT = "\u2003";

    private final StageTree tree;
    private Subscription follow = Subscription.EMPTY;

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
        follow.unsubscribe();
        pseudoClassStateChanged(DIFFERS, false);
        pseudoClassStateChanged(STAGE, row != null && row.isStage());
        if (empty || row == null) {
            setText(null);
        } else if (row.isStage()) {
            setText((tree.isOpen(row) ? "\u25be " : "\u25b8 ") + row.name());
        } else {
            // changes only: the row itself is shown here
            follow = row.ownProperty().subscribe(() -> show(row));
            show(row);
        }
    }

    private void show(LayerRow row) {
        String name = tree.isBelowStage(row) ? INDENT + row.shortName() : row.name();
        boolean isOwn = !row.ownProperty().get().isEmpty();
        setText(isOwn ? name + OWN : name);
        pseudoClassStateChanged(DIFFERS, isOwn);
    }
}
