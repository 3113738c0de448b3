package org.driftscope.ui.control;

import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A card on the screen, exactly as large as its text. */
final class CardPopup extends Tooltip {
    /** With type of the usual size; larger type makes it wider, but not so wide that it has no room beside a control. */
    static final double WIDTH = 360;

    static final double WIDEST = 540;
    private static final double USUAL_TYPE = 13;

    private Runnable forget = () -> {};

    CardPopup(Explained explained) {
        getStyleClass().add("hover-card-popup");
        setGraphic(new Page(explained));
        setShowDuration(Duration.INDEFINITE);
        setAutoFix(false);
        setAutoHide(false);
    }

    /** Calls this when a key is pressed, the focus goes elsewhere, or the window is no longer in front. */
    void hideWhenLeft(Scene scene, Runnable hide) {
        EventHandler<KeyEvent> key = event -> {
            // the key that asked for the card comes by here, too
            if (!HoverCard.asks(event)) {
                hide.run();
            }
        };
        ChangeListener<Object> change = (value, before, after) -> hide.run();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key);
        scene.focusOwnerProperty().addListener(change);
        scene.getWindow().focusedProperty().addListener(change);
        forget = () -> {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, key);
            scene.focusOwnerProperty().removeListener(change);
            scene.getWindow().focusedProperty().removeListener(change);
        };
    }

    void forget() {
        forget.run();
    }

    /**
     * The texts below each other. It says its height for its own width, since what holds it asks for a height without
     * saying for which width, and wrapped text would answer for the narrowest.
     */
    private static final class Page extends VBox {
        Page(Explained explained) {
            getStyleClass().add("hover-card");
            line(explained.label(), "card-title");
            line(explained.meaning(), "card-text");
            line(explained.formula(), "card-formula");
            line(explained.source(), "card-source");
            setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
            setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        }

        private void line(String text, String style) {
            if (!text.isEmpty()) {
                Label line = new Label(text);
                line.getStyleClass().add(style);
                line.setWrapText(true);
                line.setMinHeight(USE_PREF_SIZE);
                getChildren().add(line);
            }
        }

        @Override
        protected double computePrefWidth(double height) {
            double type =
                    getChildren().get(0) instanceof Label line ? line.getFont().getSize() : USUAL_TYPE;
            double most = Math.max(WIDTH, Math.min(WIDEST, WIDTH * type / USUAL_TYPE));
            return Math.ceil(Math.min(most, super.computePrefWidth(-1)));
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(super.computePrefHeight(computePrefWidth(-1)));
        }
    }
}
