package org.driftscope.ui.charts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.RecoveryPoint;
import org.driftscope.ui.control.Keys;

/**
 * The recovery chart's points by name. Selecting only selects; Enter and a double click restore a point's settings, F2
 * renames, H hides or shows, Delete removes, the last two all that are selected.
 */
final class PointList {
    private final ListView<RecoveryPoint> list;
    private final ChartActions actions;
    private Set<String> chosenIds = Set.of();
    private Set<String> knownIds = Set.of();
    private int chosenIndex = -1;
    private boolean choosing;

    PointList(ChartsViewModel model, ChartActions actions) {
        this.actions = actions;
        list = new ListView<>(model.points());
        list.setId("recovery-points");
        list.getStyleClass().add("point-list");
        list.setAccessibleText("Points of the recovery chart");
        list.setTooltip(new Tooltip("Enter or a double click restores a point's settings, F2 renames. H hides or shows"
                + " and Delete removes all that are selected (" + Keys.shortcut() + " or Shift for several)."));
        // the chart says how to add one
        list.setPlaceholder(new Region());
        list.setCellFactory(view -> new PointCell(actions, model));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RecoveryPoint>) change -> chosen());
        model.shownNetworkProperty().subscribe(shown -> list.refresh());
        model.darkProperty().subscribe(dark -> list.refresh());
        model.points().addListener((ListChangeListener<RecoveryPoint>) change -> {
            chooseAgain();
            showNewest();
        });
        // what is selected, if anything, is what one reads
        list.heightProperty().subscribe(height -> {
            if (selection().isEmpty()) {
                scrollToNewest();
            }
        });
        list.setContextMenu(menu());
        list.setPrefHeight(0);
        // editable only while a name is edited: a second click on a selected point is no wish to rename it
        list.setEditable(false);
        list.setOnEditCancel(event -> list.setEditable(false));
        list.setOnEditCommit(event -> list.setEditable(false));
    }

    ListView<RecoveryPoint> root() {
        return list;
    }

    /** Selects a point and brings it into view. */
    void select(String id) {
        indices(Set.of(id)).stream().findFirst().ifPresent(index -> {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(index);
        });
    }

    /**
     * By index: while the points are being replaced, the selected items still ask for places that are gone, and throw.
     */
    List<RecoveryPoint> selection() {
        List<RecoveryPoint> points = list.getItems();
        return list.getSelectionModel().getSelectedIndices().stream()
                .filter(index -> index >= 0 && index < points.size())
                .map(points::get)
                .toList();
    }

    private List<Integer> indices(Set<String> ids) {
        List<RecoveryPoint> points = list.getItems();
        return IntStream.range(0, points.size())
                .filter(index -> ids.contains(points.get(index).id()))
                .boxed()
                .toList();
    }

    private void chosen() {
        List<RecoveryPoint> selected = selection();
        if (!choosing && !selected.isEmpty()) {
            chosenIds = selected.stream().map(RecoveryPoint::id).collect(Collectors.toSet());
            chosenIndex = list.getSelectionModel().getSelectedIndex();
        }
    }

    /** Every change brings all points anew: the keys go on with the same ones, or with what took their place. */
    private void chooseAgain() {
        List<RecoveryPoint> points = list.getItems();
        if (chosenIndex < 0 || points.isEmpty()) {
            return;
        }
        List<Integer> same = indices(chosenIds);
        int focused = same.isEmpty() ? Math.min(chosenIndex, points.size() - 1) : same.get(same.size() - 1);
        choosing = true;
        list.getSelectionModel().clearAndSelect(focused);
        same.forEach(list.getSelectionModel()::select);
        list.getFocusModel().focus(focused);
        choosing = false;
        chosen();
    }

    /** A point that has just come is in view, whatever was scrolled to before. */
    private void showNewest() {
        List<RecoveryPoint> points = list.getItems();
        Set<String> ids = points.stream().map(RecoveryPoint::id).collect(Collectors.toSet());
        if (!points.isEmpty()
                && !knownIds.contains(points.get(points.size() - 1).id())) {
            scrollToNewest();
        }
        knownIds = ids;
    }

    /** Once the list knows of its newest point and of its own height. */
    private void scrollToNewest() {
        Platform.runLater(() -> {
            list.layout();
            list.scrollTo(list.getItems().size() - 1);
        });
    }

    private void pressed(KeyEvent event) {
        List<RecoveryPoint> selected = selection();
        if (selected.isEmpty() || list.getEditingIndex() >= 0) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> restore();
            case F2 -> rename();
            case H -> hideOrShow();
            case DELETE -> delete();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Takes over the settings of the one that is selected. */
    void restore() {
        List<RecoveryPoint> selected = selection();
        if (selected.size() == 1) {
            actions.restore(selected.get(0).id());
        }
    }

    private void rename() {
        list.setEditable(true);
        list.edit(list.getSelectionModel().getSelectedIndex());
    }

    /** All that are selected, by what the first of them is. */
    private void hideOrShow() {
        List<RecoveryPoint> selected = selection();
        if (!selected.isEmpty()) {
            actions.setAllHidden(ids(selected), !selected.get(0).hidden());
        }
    }

    private void copyCommand() {
        List<RecoveryPoint> selected = selection();
        if (selected.size() == 1) {
            actions.copyCommand(selected.get(0).id());
        }
    }

    private void delete() {
        actions.deleteAll(ids(selection()));
    }

    /** Deletes all points; undo brings them back. */
    void clear() {
        actions.deleteAll(ids(list.getItems()));
    }

    private static List<String> ids(List<RecoveryPoint> points) {
        return points.stream().map(RecoveryPoint::id).toList();
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("Restore settings", this::restore),
                item("Rename", this::rename),
                item("Hide or show", this::hideOrShow),
                item("Copy command", this::copyCommand),
                item("Delete", this::delete),
                item("Clear all", this::clear));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
