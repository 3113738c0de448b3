package org.driftscope.ui.presentation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.driftscope.ui.control.Keys;
import org.driftscope.ui.control.WrappingBar;

/** The row at the top while presenting: what is shown, the numbers, the pointer, and what is done in front of a class. */
public final class PresentationBar extends WrappingBar {
    /**
     * @param doing what the program is at; "" for nothing
     * @param actions buttons for what is done in front of a class
     */
    public PresentationBar(PresentationViewModel model, ObservableValue<String> doing, List<? extends Node> actions) {
        super(
                left(model, doing),
                Stream.concat(actions.stream(), Stream.of(leave(model))).toList());
        setId("presentation");
        getStyleClass().addAll("top-bar", "presentation-bar");
        visibleProperty().bind(model.onProperty());
        managedProperty().bind(visibleProperty());
    }

    private static List<Node> left(PresentationViewModel model, ObservableValue<String> doing) {
        Stream<Node> panels = Arrays.stream(PresentedPanel.values()).map(panel -> panel(model, panel));
        return Stream.concat(panels, Stream.of(numbers(model), askFirst(model), pointer(model), doing(doing)))
                .toList();
    }

    private static ToggleButton panel(PresentationViewModel model, PresentedPanel panel) {
        ToggleButton button = toggle(panel.id(), panel.label(), "Show or leave out");
        button.selectedProperty().bindBidirectional(model.shownProperty(panel));
        // something is always shown
        button.disableProperty().bind(model.lastProperty().isEqualTo(panel));
        return button;
    }

    private static Button numbers(PresentationViewModel model) {
        Button button = new Button();
        button.setId("present-numbers");
        button.getStyleClass().add("present-numbers");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(model.coveredProperty().map(covered -> covered ? "Show numbers" : "Cover numbers"));
        button.setTooltip(new Tooltip("Cover the measured numbers until the class has said what it expects (F3)"));
        button.setOnAction(event -> model.coverOrShow());
        return button;
    }

    private static ToggleButton askFirst(PresentationViewModel model) {
        ToggleButton button = toggle(
                "present-ask-first", "Ask first", "Cover the numbers again at every change, until they are asked for");
        button.selectedProperty().bindBidirectional(model.askFirstProperty());
        return button;
    }

    private static ToggleButton pointer(PresentationViewModel model) {
        ToggleButton button = toggle(
                "present-pointer", "Pointer", "A large spot that follows the mouse (" + Keys.shown("Shortcut+P") + ")");
        button.selectedProperty().bindBidirectional(model.pointerProperty());
        return button;
    }

    private static ToggleButton toggle(String id, String text, String meaning) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        return button;
    }

    private static Label doing(ObservableValue<String> doing) {
        Label label = new Label();
        label.setId("present-doing");
        label.getStyleClass().add("muted");
        label.setMinWidth(0);
        label.textProperty().bind(doing);
        return label;
    }

    private static Button leave(PresentationViewModel model) {
        Button button = new Button("Leave");
        button.setId("present-leave");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Back to the window as it was (Esc, or F9)"));
        button.setOnAction(event -> model.leave());
        return button;
    }
}
