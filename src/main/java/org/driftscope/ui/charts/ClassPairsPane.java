package org.driftscope.ui.charts;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.driftscope.ui.charts.figure.WorstPairs;
import org.jspecify.annotations.Nullable;

/** The worst pairs of many classes as a list that can be searched: a matrix of a thousand could not be read. */
final class ClassPairsPane extends VBox {
    private final Label summary = new Label();
    private final TextField search = TextFields.createClearableTextField();
    private final ObservableList<WorstPairs.Line> lines = FXCollections.observableArrayList();
    private @Nullable WorstPairs shown;
    private String stale = "";

    ClassPairsPane() {
        setId("class-pairs");
        getStyleClass().add("class-pairs");
        setMinSize(0, 0);
        summary.setId("class-pairs-summary");
        summary.getStyleClass().add("chart-note");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        search.setId("class-pairs-search");
        search.setPromptText("Search classes by name or number");
        search.setAccessibleText("Search classes by name or number");
        search.textProperty().subscribe(words -> fill());
        TableView<WorstPairs.Line> table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(summary, search, table);
    }

    private TableView<WorstPairs.Line> table() {
        TableView<WorstPairs.Line> table = new TableView<>(lines);
        table.setId("class-pairs-table");
        table.setAccessibleText("Pairs of classes, the worst first");
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setMinHeight(0);
        table.getColumns().add(column("Class", 200, WorstPairs.Line::label));
        table.getColumns().add(column("Taken for", 200, WorstPairs.Line::answer));
        TableColumn<WorstPairs.Line, String> images = column("Images", 90, WorstPairs.Line::share);
        images.setMinWidth(90);
        table.getColumns().add(images);
        table.setPlaceholder(new Label("No mistakes with such a class"));
        return table;
    }

    private static TableColumn<WorstPairs.Line, String> column(
            String heading, double width, Function<WorstPairs.Line, String> words) {
        TableColumn<WorstPairs.Line, String> column = new TableColumn<>(heading);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(words.apply(features.getValue())));
        column.setCellFactory(c -> new WholeWords());
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    void show(WorstPairs pairs) {
        shown = pairs;
        summarise();
        fill();
    }

    /** @param why the list is not of what is set now; "" where it is */
    void markStale(String why) {
        stale = why;
        summarise();
    }

    private void summarise() {
        String words = shown == null ? "" : shown.summary();
        summary.setText(stale.isEmpty() ? words : stale + " " + words);
    }

    private void fill() {
        if (shown != null) {
            lines.setAll(shown.lines(search.getText()));
        }
    }

    /** Names of ImageNet's classes are long: the whole of one is in its tooltip. */
    private static final class WholeWords extends TableCell<WorstPairs.Line, String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
            setTooltip(empty || words == null ? null : new Tooltip(words));
        }
    }
}
