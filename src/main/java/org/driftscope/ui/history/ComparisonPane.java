package org.driftscope.ui.history;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.driftscope.ui.control.Keys;

/** Two trials side by side: the settings that differ, and their numbers. */
final class ComparisonPane extends TableView<Difference> {
    private final TableColumn<Difference, String> first = column("", Difference::first);
    private final TableColumn<Difference, String> second = column("", Difference::second);

    ComparisonPane() {
        setId("history-comparison");
        setAccessibleText("Two trials side by side");
        setPlaceholder(new Label("Select two trials (" + Keys.shortcut() + "+click) to compare them."));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().addAll(List.of(column("", Difference::name), first, second));
    }

    /** Compares the first two; fewer show nothing. */
    void show(List<HistoryRow> rows) {
        if (rows.size() < 2) {
            getItems().clear();
            return;
        }
        HistoryRow one = rows.get(0);
        HistoryRow other = rows.get(1);
        first.setText(one.heading());
        second.setText(other.heading());
        getItems().setAll(Difference.between(one, other));
    }

    private static TableColumn<Difference, String> column(String title, Function<Difference, String> text) {
        TableColumn<Difference, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
