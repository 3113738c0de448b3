package org.driftscope.ui.files;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.driftscope.io.device.TablePreview;
import org.driftscope.io.device.ValueUnit;
import org.driftscope.ui.control.ListWords;
import org.driftscope.ui.control.OverWindow;
import org.driftscope.ui.theme.Appearance;

/** Asks which column of a table of measurements is which: its first rows, a choice a column, the units. */
public final class ColumnsDialog implements ColumnAsker {
    private static final double WIDTH = 760;
    private static final double TEXT_WIDTH = 700;
    private static final double TABLE_HEIGHT = 200;
    private static final double GAP = 8;
    /** Beside the table in its window, and beside that on the screen. */
    private static final double AROUND = 120;

    private static final String BY_NUMBERS = "As heading or size say";
    private static final List<String> TIME_UNITS = List.of("", "ns", "us", "ms", "s", "min", "h", "d", "y");

    private final Window owner;
    private final Appearance looks;

    /** What is chosen so far. */
    private static final class Draft {
        private ColumnChoice choice;

        Draft(ColumnChoice choice) {
            this.choice = choice;
        }
    }

    public ColumnsDialog(Window owner, Appearance looks) {
        this.owner = owner;
        this.looks = looks;
    }

    @Override
    public void ask(String file, String why, ColumnChoice start, Consumer<ColumnChoice> answer) {
        Draft draft = new Draft(start);
        Dialog<ButtonType> dialog = new Dialog<>();
        OverWindow.place(dialog, owner);
        dialog.setTitle("Columns of " + file);
        dialog.setHeaderText("Which column of " + file + " is which?");
        ButtonType read = new ButtonType("Read the table", ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(read, ButtonType.CANCEL);
        Label missing = text("columns-missing", start.missing());
        Node button = dialog.getDialogPane().lookupButton(read);
        button.setId("columns-read");
        Runnable check = () -> {
            missing.setText(draft.choice.missing());
            button.setDisable(!draft.choice.missing().isEmpty());
        };
        ScrollPane table = new ScrollPane(table(draft, check));
        table.setPrefViewportHeight(TABLE_HEIGHT * looks.scaleProperty().get());
        table.setId("columns-table");
        VBox content = new VBox(GAP, text("columns-why", why), table, units(draft), missing);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().setId("columns");
        // as wide as its columns, which scroll only where the screen is too small for them
        dialog.getDialogPane().setMinWidth(WIDTH * looks.scaleProperty().get());
        table.setMaxWidth(Screen.getPrimary().getVisualBounds().getWidth() - AROUND);
        dialog.setResizable(true);
        looks.dress(dialog.getDialogPane());
        check.run();
        dialog.setOnHidden(event -> {
            if (dialog.getResult() == read) {
                answer.accept(draft.choice);
            }
        });
        // not showAndWait: a nested event loop would keep jobs from publishing in order
        dialog.show();
    }

    private static Label text(String id, String words) {
        Label label = new Label(words);
        label.setId(id);
        label.setWrapText(true);
        label.setMaxWidth(TEXT_WIDTH);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static GridPane table(Draft draft, Runnable check) {
        TablePreview preview = draft.choice.preview();
        GridPane grid = new GridPane();
        grid.setHgap(GAP);
        grid.setVgap(GAP / 2);
        grid.setPadding(new Insets(GAP));
        for (int column = 0; column < preview.names().size(); column++) {
            int at = column;
            Label name = new Label(preview.names().get(column));
            name.setStyle("-fx-font-weight: bold;");
            grid.add(name, column, 0);
            ComboBox<ColumnRole> box = new ComboBox<>();
            box.getItems().setAll(ColumnRole.values());
            box.setConverter(new ListWords<>(ColumnRole::label));
            box.setId("column-" + (column + 1));
            box.setAccessibleText("What " + preview.names().get(column) + " is");
            box.setValue(draft.choice.roles().get(column));
            box.setOnAction(event -> {
                if (box.getValue() != draft.choice.roles().get(at)) {
                    draft.choice = draft.choice.with(at, box.getValue());
                    check.run();
                }
            });
            grid.add(box, column, 1);
            for (int row = 0; row < preview.rows().size(); row++) {
                List<String> cells = preview.rows().get(row);
                grid.add(new Label(column < cells.size() ? cells.get(column) : ""), column, row + 2);
            }
        }
        return grid;
    }

    private static Node units(Draft draft) {
        ComboBox<String> unit = new ComboBox<>();
        unit.setId("columns-unit");
        unit.getItems().add("");
        Arrays.stream(ValueUnit.values()).map(ValueUnit::word).forEach(unit.getItems()::add);
        unit.setConverter(new ListWords<>(word -> word.isEmpty() ? BY_NUMBERS : word));
        ValueUnit known = draft.choice.unit();
        unit.setValue(known == null ? "" : known.word());
        ComboBox<String> time = new ComboBox<>();
        time.setId("columns-time-unit");
        time.getItems().setAll(TIME_UNITS);
        time.setConverter(new ListWords<>(word -> word.isEmpty() ? "As heading says, else s" : word));
        time.setValue(draft.choice.timeUnit());
        CheckBox skip = new CheckBox("Leave out rows without a usable number");
        skip.setId("columns-skip");
        skip.setSelected(draft.choice.skipInvalid());
        Runnable take = () -> draft.choice = new ColumnChoice(
                draft.choice.preview(),
                draft.choice.roles(),
                unit.getValue().isEmpty() ? null : ValueUnit.parse(unit.getValue()),
                time.getValue(),
                skip.isSelected());
        unit.setOnAction(event -> take.run());
        time.setOnAction(event -> take.run());
        skip.setOnAction(event -> take.run());
        HBox units = new HBox(GAP, new Label("Values in"), unit, new Label("Times in"), time);
        units.setStyle("-fx-alignment: center-left;");
        return new VBox(GAP, units, skip);
    }
}
