package org.driftscope.ui.charts;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
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
    private String chosenId = "";
    private int chosenIndex = -1;

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
        list.setCellFactory(view -> new PointCell(actions, model));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.shownNetworkProperty().subscribe(shown -> list.refresh());
        model.points().addListener((ListChangeListener<RecoveryPoint>) change -> chooseAgain());
        list.setContextMenu(menu());
        list.setMinHeight(0);
        list.setPrefHeight(0);
    }

    ListView<RecoveryPoint> root() {
        return list;
    }

    private void chosen(@Nullable RecoveryPoint point) {
        if (point != null) {
            chosenId = point.id();
            chosenIndex = list.getSelectionModel().getSelectedIndex();
        }
    }

    /** Every change brings all points anew: the keys go on with the same one, or with what took its place. */
    private void chooseAgain() {
        List<RecoveryPoint> points = list.getItems();
        if (chosenIndex < 0 || points.isEmpty()) {
            return;
        }
        int same = IntStream.range(0, points.size())
                .filter(index -> points.get(index).id().equals(chosenId))
                .findFirst()
                .orElse(Math.min(chosenIndex, points.size() - 1));
        list.getSelectionModel().clearAndSelect(same);
        list.getFocusModel().focus(same);
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
        MenuItem command = item("Copy command", () -> withSelected(point -> actions.copyCommand(point.id())));
        return new ContextMenu(restore, rename, hide, command, delete);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void withSelected(Consumer<RecoveryPoint> action) {
        RecoveryPoint point = selected();
        if (point != null) {
            action.accept(point);
        }
    }

    private @Nullable RecoveryPoint selected() {
        return list.getSelectionModel().getSelectedItem();
    }
}
