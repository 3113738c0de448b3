package org.driftscope.ui.charts;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostQuantity;
import org.driftscope.cost.Quantity;
import org.driftscope.support.SpecException;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.HoverCard;

/** The device figures that the cost rests on: each a field with unit, range in the literature and source. */
public final class CostFigures extends VBox {
    private static final double VIEW_HEIGHT = 420;

    private final ObjectProperty<CostAssumptions> assumptions;
    private final Label refusal = new Label();

    public CostFigures(ObjectProperty<CostAssumptions> assumptions) {
        this.assumptions = assumptions;
        setId("cost-figures");
        getStyleClass().add("cost-figures");
        // a popover has style sheets of its own
        getStylesheets()
                .add(Objects.requireNonNull(CostFigures.class.getResource("charts.css"))
                        .toExternalForm());
        refusal.setId("cost-refusal");
        refusal.setWrapText(true);
        refusal.getStyleClass().add("cost-refusal");
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        Button reset = new Button("Defaults");
        reset.setId("cost-defaults");
        reset.setTooltip(new Tooltip("Take all device figures back to their defaults"));
        reset.setOnAction(event -> {
            refusal.setText("");
            assumptions.set(CostAssumptions.defaults());
        });
        getChildren().addAll(fields(), refusal, reset);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                HoverCard.onKey(scene);
            }
        });
    }

    /** Those of calibrations, then those of an inference; they scroll where there are more than fit. */
    private ScrollPane fields() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cost-grid");
        grid.addRow(
                0,
                heading("Figure"),
                heading("Value"),
                heading("Unit"),
                heading("Default"),
                heading("Range"),
                heading("Source"));
        addGroup(grid, "One calibration", quantity -> !quantity.isOfInference());
        addGroup(grid, "One inference", CostQuantity::isOfInference);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setId("cost-figures-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(VIEW_HEIGHT);
        return scroll;
    }

    private void addGroup(GridPane grid, String title, Predicate<CostQuantity> members) {
        int row = grid.getRowCount();
        Label heading = heading(title);
        grid.add(heading, 0, row++, GridPane.REMAINING, 1);
        for (CostQuantity quantity : CostQuantity.values()) {
            if (members.test(quantity)) {
                addRow(grid, row++, quantity);
            }
        }
    }

    private void addRow(GridPane grid, int row, CostQuantity quantity) {
        TextField field = field(quantity);
        grid.addRow(
                row,
                HoverCard.label(explained(quantity), field),
                field,
                note(quantity.unit()),
                note(Quantity.typed(quantity.standard())),
                note(range(quantity)),
                note(quantity.source()));
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().add("chart-note");
        return note;
    }

    private static String range(CostQuantity quantity) {
        return quantity.low() == quantity.high()
                ? "–"
                : Quantity.typed(quantity.low()) + " to " + Quantity.typed(quantity.high());
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("chart-side-title");
        return heading;
    }

    private static Explained explained(CostQuantity quantity) {
        String span = quantity.low() == quantity.high()
                ? "; no other figure is at hand."
                : (quantity.isChoice() ? "; usual values go from " : "; published values go from ")
                        + Quantity.typed(quantity.low()) + " to " + Quantity.typed(quantity.high()) + ".";
        String meaning = "Default " + Quantity.typed(quantity.standard()) + " " + quantity.unit() + span;
        return new Explained(quantity.label(), meaning, "", quantity.source());
    }

    private TextField field(CostQuantity quantity) {
        TextField field = new TextField();
        field.setId("cost-" + quantity.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        field.setAlignment(Pos.CENTER_RIGHT);
        field.getStyleClass().add("cost-field");
        assumptions.subscribe(values -> field.setText(Quantity.typed(values.get(quantity))));
        field.setOnAction(event -> take(quantity, field));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                take(quantity, field);
            }
        });
        return field;
    }

    /** A value that makes no sense changes nothing; the line below the fields says why. */
    private void take(CostQuantity quantity, TextField field) {
        double before = assumptions.get().get(quantity);
        if (field.getText().equals(Quantity.typed(before))) {
            return;
        }
        try {
            double value = Double.parseDouble(field.getText().strip().replace(",", ""));
            assumptions.set(assumptions.get().with(quantity, value));
            refusal.setText("");
        } catch (NumberFormatException e) {
            refuse(field, before, quantity.label() + " takes a number, not " + field.getText() + ".");
        } catch (SpecException e) {
            refuse(field, before, e.userMessage());
        }
    }

    private void refuse(TextField field, double before, String sentence) {
        refusal.setText(sentence);
        field.setText(Quantity.typed(before));
    }
}
