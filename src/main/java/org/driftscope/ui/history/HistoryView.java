package org.driftscope.ui.history;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The history: a filter, the table, a comparison of two, and what can be done with the selected ones. */
public final class HistoryView extends BorderPane {
    /** Of a text at 100 %, px. */
    private static final double USUAL_TEXT = 13;

    private final HistoryViewModel model;
    private final HistoryActions actions;
    private final HistoryTable table;

    public HistoryView(HistoryViewModel model, HistoryActions actions) {
        this.model = model;
        this.actions = actions;
        this.table = new HistoryTable(model);
        setId("history");
        getStyleClass().add("history");
        getStylesheets()
                .add(Objects.requireNonNull(HistoryView.class.getResource("history.css"))
                        .toExternalForm());
        ComparisonPane comparison = new ComparisonPane();
        ObservableList<HistoryRow> selected = table.getSelectionModel().getSelectedItems();
        selected.addListener((ListChangeListener<HistoryRow>) change -> {
            List<HistoryRow> read = selected.stream().filter(HistoryRow::isRead).toList();
            comparison.show(read);
            model.compare(read);
        });
        BorderPane compared = new BorderPane(comparison);
        compared.setBottom(paired());
        SplitPane split = new SplitPane(table, compared);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.6);
        setTop(search());
        setCenter(split);
        setBottom(buttons(Bindings.size(selected)));
    }

    /** What one of two has over the other on all chips that both were tried on. */
    private Label paired() {
        Label paired = new Label();
        paired.setId("history-paired");
        paired.setWrapText(true);
        paired.textProperty().bind(model.pairedProperty());
        paired.managedProperty().bind(model.pairedProperty().isNotEmpty());
        paired.getStyleClass().add("history-row");
        return paired;
    }

    private HBox search() {
        TextField filter = new TextField();
        filter.setId("history-filter");
        filter.setPromptText("e.g. dora rank=4 drift=0.2");
        filter.setAccessibleText("Filter");
        filter.setTooltip(new Tooltip("All words must be there: study, tag, key, time, or a setting as name=value."));
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        Label count = new Label();
        count.setId("history-count");
        count.getStyleClass().add("muted");
        count.textProperty().bind(model.countProperty());
        Button reload = button("history-reload", "Reload", "Read the archive again: " + model.archive());
        reload.setOnAction(event -> model.load());
        Label name = new Label("Filter");
        name.setLabelFor(filter);
        name.setMinWidth(USE_PREF_SIZE);
        name.fontProperty().subscribe(font -> table.scale(font.getSize() / USUAL_TEXT));
        return row(name, filter, count, reload);
    }

    private HBox buttons(IntegerBinding selected) {
        Label hint = new Label();
        hint.setId("history-news");
        hint.textProperty()
                .bind(model.newsProperty().map(said -> said.isEmpty() ? "Double-click a tag to change it." : said));
        hint.getStyleClass().add("muted");
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        Button restore = button("history-restore", "Restore settings", "Take the selected trial's settings over");
        restore.disableProperty().bind(selected.isNotEqualTo(1));
        restore.setOnAction(event -> actions.restore(table.getSelectionModel().getSelectedItem()));
        Button chart = button("history-chart", "Put on chart", "Add the selected trials to the recovery chart");
        chart.disableProperty().bind(selected.isEqualTo(0));
        chart.setOnAction(event -> actions.putOnChart(table.getSelectionModel().getSelectedItems().stream()
                .filter(HistoryRow::isRead)
                .toList()));
        return row(hint, restore, chart);
    }

    private static Button button(String id, String text, String meaning) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        return button;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("history-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
