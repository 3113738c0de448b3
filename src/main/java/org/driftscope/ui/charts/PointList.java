package org.driftscope.ui.charts;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The recovery chart's points by name: rename (F2), hide (H), delete (Delete), restore (Enter). */
final class PointList {
    private final ListView<RecoveryPoint> list;
    private final ChartActions actions;

    PointList(ChartsViewModel model, ChartActions actions) {
        this.actions = actions;
        list = new ListView<>(model.points());
        list.setId("recovery-points");
        list.getStyleClass().add("point-list");
        list.setAccessibleText("Points of the recovery chart");
        list.setTooltip(
                new Tooltip("Enter restores a point's settings, F2 renames, H hides or shows, Delete removes."));
        list.setEditable(true);
        list.setPlaceholder(new Label("None yet"));
        list.setCellFactory(view -> new PointCell(actions, model.darkProperty()));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.setContextMenu(menu());
        list.setMinHeight(0);
        list.setPrefHeight(0);
    }

    ListView<RecoveryPoint> root() {
        return list;
    }

    private void pressed(KeyEvent event) {
        RecoveryPoint point = selected();
        if (point == null || list.getEditingIndex() >= 0) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> actions.restore(point.id());
            case H -> actions.setHidden(point.id(), !point.hidden());
            case DELETE -> actions.delete(point.id());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private ContextMenu menu() {
        MenuItem restore = item("Restore settings", () -> withSelected(point -> actions.restore(point.id())));
        MenuItem rename =
                item("Rename", () -> list.edit(list.getSelectionModel().getSelectedIndex()));
        MenuItem hide =
                item("Hide or show", () -> withSelected(point -> actions.setHidden(point.id(), !point.hidden())));
        MenuItem delete = item("Delete", () -> withSelected(point -> actions.delete(point.id())));
        return new ContextMenu(restore, rename, hide, delete);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void withSelected(java.util.function.Consumer<RecoveryPoint> action) {
        RecoveryPoint point = selected();
        if (point != null) {
            action.accept(point);
        }
    }

    private @Nullable RecoveryPoint selected() {
        return list.getSelectionModel().getSelectedItem();
    }
}
