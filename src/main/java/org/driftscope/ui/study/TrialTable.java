package org.driftscope.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.ui.control.table.SettingText;
import org.driftscope.ui.control.table.WholeTextCell;

/** The grid of a study: what is swept, and the numbers as trials finish. */
final class TrialTable extends TableView<TrialRow> {
    private static final double CHARACTER = 8.2;
    private static final double PADDING = 27;

    private final StudyViewModel model;

    TrialTable(StudyViewModel model) {
        super(model.rows());
        this.model = model;
        setId("study-table");
        setAccessibleText("Trials of the study");
        setPlaceholder(new Label("Run a study to see its trials fill in."));
        setMinSize(0, 0);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        model.swept().subscribe(this::showColumns);
        showColumns();
    }

    private void showColumns() {
        List<TableColumn<TrialRow, ?>> columns = new ArrayList<>();
        columns.add(column("#", 40, row -> new ReadOnlyObjectWrapper<>(Integer.toString(row.number()))));
        for (String setting : model.swept()) {
            columns.add(column(
                    SettingText.title(setting),
                    width(SettingText.title(setting)),
                    row -> new ReadOnlyObjectWrapper<>(SettingText.value(setting, row.value(setting)))));
        }
        TrialColumns.brief().forEach(column -> columns.add(number(column)));
        columns.add(column("State", 90, row -> row.readingProperty()
                .map(reading -> reading.state().words())));
        getColumns().setAll(columns);
    }

    /** Wide enough for the title. */
    private static double width(String title) {
        return title.length() * CHARACTER + PADDING;
    }

    private static TableColumn<TrialRow, String> number(TrialColumn number) {
        TableColumn<TrialRow, String> column =
                column(number.label(), width(number.label()), row -> row.readingProperty()
                        .map(reading -> reading.outcome() == null ? "" : number.text(reading.outcome())));
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<TrialRow, String> column(
            String title, double width, Function<TrialRow, ObservableValue<String>> text) {
        TableColumn<TrialRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> text.apply(cell.getValue()));
        column.setCellFactory(c -> new WholeTextCell<>());
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
