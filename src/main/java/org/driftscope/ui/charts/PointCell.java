package org.driftscope.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.support.Percent;
import org.driftscope.ui.charts.figure.PointGroup;
import org.driftscope.ui.charts.figure.PointNames;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.RecoveryPoint;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** One point in the list: colour, name, accuracy, show, delete; F2 edits the name, which a double click does not. */
final class PointCell extends ListCell<RecoveryPoint> {
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");
    private static final PseudoClass ELSEWHERE = PseudoClass.getPseudoClass("elsewhere");
    private static final double DOT = 4;
    private static final double SIDES = 6;

    private final ChartActions actions;
    private final ChartsViewModel model;
    private final Circle dot = new Circle(DOT);
    private final NameLine name = new NameLine();
    private final Label value = new Label();
    private final ToggleButton shown = new ToggleButton();
    private final Button delete = new Button();
    private final HBox row = new HBox(dot, name, value, shown, delete);
    private final TextField editor = new TextField();

    PointCell(ChartActions actions, ChartsViewModel model) {
        this.actions = actions;
        this.model = model;
        row.getStyleClass().add("point-row");
        HBox.setHgrow(name, Priority.ALWAYS);
        value.getStyleClass().add("point-value");
        icon(shown, "Show this point on the chart");
        icon(delete, "Delete this point");
        delete.setGraphic(new FontIcon(MaterialDesignD.DELETE_OUTLINE));
        shown.setOnAction(event -> withItem(point -> actions.setHidden(point.id(), !point.hidden())));
        delete.setOnAction(event -> withItem(point -> actions.delete(point.id())));
        editor.getStyleClass().add("point-editor");
        editor.setOnAction(event -> rename());
        editor.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        value.setMinWidth(USE_PREF_SIZE);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                withItem(point -> actions.restore(point.id()));
            }
        });
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        row.prefWidthProperty().bind(widthProperty().subtract(SIDES));
    }

    private static void icon(ButtonBase button, String meaning) {
        button.getStyleClass().addAll("button-icon", "flat", "point-button");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        button.setFocusTraversable(false);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
        }
    }

    private void withItem(Consumer<RecoveryPoint> action) {
        RecoveryPoint point = getItem();
        if (point != null) {
            action.accept(point);
        }
    }

    private void rename() {
        String text = editor.getText().strip();
        cancelEdit();
        withItem(point -> {
            // the label that stood there unchanged is no name
            if (!text.equals(point.name()) && !text.equals(point.label())) {
                actions.rename(point.id(), text);
            }
        });
    }

    @Override
    public void startEdit() {
        super.startEdit();
        RecoveryPoint point = getItem();
        if (isEditing() && point != null) {
            editor.setText(point.label());
            editor.setPromptText(point.label());
            setGraphic(editor);
            editor.selectAll();
            editor.requestFocus();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        setGraphic(getItem() == null ? null : row);
    }

    @Override
    protected void updateItem(@Nullable RecoveryPoint point, boolean empty) {
        super.updateItem(point, empty);
        if (empty || point == null) {
            setGraphic(null);
            return;
        }
        boolean elsewhere = !model.isOfShownNetwork(point);
        List<String> words = new ArrayList<>(PointNames.of(point, model.points()));
        if (elsewhere) {
            words.add("on " + point.network().name());
        }
        name.show(words);
        String label = String.join(", ", words);
        setTooltip(
                new Tooltip((elsewhere ? "Not shown: made on " + point.network().name() + "\n" : "")
                        + new PointGroup(List.of(point))
                                .explanation(
                                        model.recoveryAxisProperty().get(),
                                        model.barsProperty().get())));
        row.pseudoClassStateChanged(ELSEWHERE, elsewhere);
        value.setText(Percent.text(point.scores().calibrated()));
        dot.setFill(fill(point.tint()));
        shown.setSelected(!point.hidden());
        shown.setGraphic(new FontIcon(point.hidden() ? MaterialDesignE.EYE_OFF_OUTLINE : MaterialDesignE.EYE_OUTLINE));
        shown.setId("point-shown-" + point.id());
        delete.setId("point-delete-" + point.id());
        row.pseudoClassStateChanged(HIDDEN, point.hidden());
        setAccessibleText(label + ", " + value.getText() + " %" + (point.hidden() || elsewhere ? ", hidden" : ""));
        setGraphic(Objects.requireNonNull(row));
    }

    private Color fill(SeriesTint tint) {
        java.awt.Color color = (model.darkProperty().get() ? ChartPalette.DARK : ChartPalette.LIGHT).series(tint);
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
    }
}
