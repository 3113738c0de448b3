package org.driftscope.ui.explorer.pair;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.support.Percent;
import org.driftscope.ui.heatmap.HeatmapView;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.driftscope.ui.heatmap.model.MapWords;
import org.jspecify.annotations.Nullable;

/** A and B: their settings and accuracies, what differs in a sentence, and the layer's linked maps. */
public final class PairView extends BorderPane {
    private static final String UNKNOWN = "\u2013";

    private final PairViewModel model;
    private final GridPane table = new GridPane();
    private final Label sentence = wrapping("pair-sentence");
    private final Label hint = wrapping("pair-hint");
    private final Button back = new Button("Go back to A");
    private final Button export = new Button("Export maps\u2026");
    private final HeatmapView maps;

    /** @param exporting opens the export with the maps first */
    public PairView(PairViewModel model, Runnable exporting) {
        this.model = model;
        this.maps = new HeatmapView(model.maps());
        setId("pair");
        getStyleClass().add("pair");
        getStylesheets()
                .add(Objects.requireNonNull(PairView.class.getResource("pair.css"))
                        .toExternalForm());
        table.getStyleClass().add("pair-table");
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(new ColumnConstraints(), words);
        setTop(new VBox(table, sentence, hint));
        setCenter(maps);
        setBottom(buttons(exporting));
        model.keptProperty().subscribe(this::show);
        model.nowProperty().subscribe(this::show);
        model.maps().pictureProperty().subscribe(this::show);
        show();
    }

    private Node buttons(Runnable exporting) {
        Button keep = new Button("Keep the present as A");
        keep.setId("pair-keep");
        keep.getStyleClass().add(Styles.ACCENT);
        keep.setTooltip(
                new Tooltip("A stays as it is now, whatever you change; B is always what the main window shows"));
        keep.setOnAction(event -> model.keep());
        back.setId("pair-back");
        back.setTooltip(new Tooltip("Sets everything as it was when A was kept; Undo brings B back"));
        back.setOnAction(event -> model.goBack());
        export.setId("pair-export");
        export.setTooltip(new Tooltip("Exports the three maps side by side"));
        export.setOnAction(event -> exporting.run());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox row = new HBox(keep, back, between, export);
        row.getChildren().forEach(node -> ((Region) node).setMinWidth(USE_PREF_SIZE));
        row.getStyleClass().add("pair-below");
        return row;
    }

    private void show() {
        PairSide first = model.keptProperty().get();
        PairSide second = model.nowProperty().get();
        boolean has = first != null;
        back.setDisable(!has || first.sameAs(second));
        export.setDisable(!has);
        maps.setVisible(has);
        table.getChildren().clear();
        head(1, "", "settings", "drifted", "calibrated");
        row(2, "A", first);
        row(3, "B", second);
        sentence.setText(model.sentence());
        hint.setText(has ? hint() : "");
        hint.setVisible(!hint.getText().isEmpty());
        hint.setManaged(hint.isVisible());
    }

    private String hint() {
        LayerPicture shown = model.maps().pictureProperty().get();
        return shown != null && shown.words() == MapWords.PAIR_OF_WEIGHTS
                ? "A and B hold weights in cells differently: their weights are compared, not their cells."
                : "";
    }

    private void head(int row, String... titles) {
        for (int column = 0; column < titles.length; column++) {
            Label title = new Label(titles[column]);
            title.getStyleClass().add(Styles.TEXT_MUTED);
            title.setMinWidth(USE_PREF_SIZE);
            table.add(title, column, row);
        }
    }

    private void row(int row, String name, @Nullable PairSide side) {
        Label letter = new Label(name);
        letter.getStyleClass().add(Styles.TEXT_BOLD);
        Label words = wrapping("pair-words-" + name);
        words.setText(side == null ? UNKNOWN : side.words());
        table.addRow(
                row,
                letter,
                words,
                number("pair-drifted-" + name, side, PairSide::drifted),
                number(
                        "pair-calibrated-" + name,
                        side,
                        of -> of.calibrated() == null ? null : of.calibrated().accuracy()));
    }

    private static Label number(String id, @Nullable PairSide side, Function<PairSide, @Nullable Accuracy> reading) {
        Accuracy accuracy = side == null ? null : reading.apply(side);
        Label label = new Label(accuracy == null ? UNKNOWN : Percent.text(accuracy.top1()) + " %");
        label.setId(id);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("pair-number");
        return label;
    }

    private static Label wrapping(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(id.startsWith("pair-words") ? "pair-words" : id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
