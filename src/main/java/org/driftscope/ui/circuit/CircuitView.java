package org.driftscope.ui.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.driftscope.figure.circuit.CircuitDrawing;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.control.ListWords;
import org.driftscope.ui.task.BackgroundRunner;
import org.jspecify.annotations.Nullable;

/** The crossbar as a circuit: inputs above, the drawing, and below it the marked weight in words. */
public final class CircuitView extends BorderPane {
    private static final String HOW =
            "Voltages come in on the rows. Every cell passes a current to its column, which adds"
                    + " them up. Strokes mark what was asked for. Pin a cell in the maps to see it here.";

    private final CircuitViewModel model;
    private final FigurePane figure;
    private final Label sentence = new Label();
    private final Label caption = new Label();
    private final List<Slider> sliders = new ArrayList<>();
    private final List<Label> rows = new ArrayList<>();

    /**
     * @param runner draws the figure
     * @param export opens the export with the figure first
     */
    public CircuitView(CircuitViewModel model, BackgroundRunner runner, Runnable export) {
        this.model = model;
        this.figure = new FigurePane(runner);
        setId("circuit");
        getStyleClass().add("circuit");
        getStylesheets()
                .add(Objects.requireNonNull(CircuitView.class.getResource("circuit.css"))
                        .toExternalForm());
        figure.setId("circuit-figure");
        figure.setFocusTraversable(true);
        figure.setOnSelected(hit -> model.markedProperty().set(hit.pointIndex()));
        sentence.setId("circuit-sentence");
        caption.setId("circuit-caption");
        caption.getStyleClass().add("text-muted");
        for (Label words : List.of(sentence, caption)) {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
        }
        Button button = new Button("Export drawing\u2026");
        button.setId("circuit-export");
        button.setTooltip(new Tooltip("Exports the drawing as SVG, PDF or PNG, or its numbers as CSV"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> export.run());
        VBox words = new VBox(sentence, caption);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox below = new HBox(words, button);
        below.getStyleClass().add("circuit-below");
        Label how = new Label(HOW);
        how.setWrapText(true);
        how.setMinHeight(USE_PREF_SIZE);
        VBox above = new VBox(how, controls());
        above.getStyleClass().add("circuit-above");
        setTop(above);
        setCenter(figure);
        setBottom(below);
        model.drawingProperty().subscribe(this::show);
        model.noneProperty().subscribe(why -> sentence.setText(model.sentence()));
    }

    /** The drawing's node. */
    public FigurePane figure() {
        return figure;
    }

    private Region controls() {
        HBox row = new HBox();
        row.getStyleClass().add("circuit-controls");
        ChoiceBox<Integer> size = new ChoiceBox<>();
        size.setId("circuit-size");
        size.getItems().setAll(CircuitViewModel.SIZES);
        size.setConverter(
                new ListWords<>(cells -> cells == 1 ? "One weight" : cells + " \u00d7 " + cells + " weights"));
        size.valueProperty().bindBidirectional(model.sizeProperty());
        size.setAccessibleText("How many weights are drawn");
        row.getChildren().add(size);
        for (int i = 0; i < model.inputs().size(); i++) {
            Slider slider = new Slider(0, 1, 0);
            slider.setId("circuit-input-" + i);
            slider.setBlockIncrement(0.05);
            slider.setAccessibleText("Voltage of row " + (i + 1) + " of those drawn, as a share of the read voltage");
            slider.setTooltip(new Tooltip("Voltage of this row, from 0 to the read voltage"));
            slider.valueProperty().bindBidirectional(model.inputs().get(i));
            Label name = new Label();
            name.setMinWidth(USE_PREF_SIZE);
            name.setLabelFor(slider);
            rows.add(name);
            sliders.add(slider);
            row.getChildren().addAll(name, slider);
        }
        return row;
    }

    private void show(@Nullable CircuitDrawing drawing) {
        figure.figureProperty().set(drawing);
        sentence.setText(model.sentence());
        caption.setText(model.caption());
        for (int i = 0; i < sliders.size(); i++) {
            boolean drawn = drawing != null && i < drawing.corner().rows();
            rows.get(i)
                    .setText(
                            drawing != null && drawn
                                    ? "Row " + (drawing.corner().firstRow() + i)
                                    : "");
            rows.get(i).setVisible(drawn);
            sliders.get(i).setVisible(drawn);
        }
    }
}
