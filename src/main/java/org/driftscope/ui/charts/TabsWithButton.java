package org.driftscope.ui.charts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/**
 * Tabs, and buttons at the end of their row. Where both do not fit, the buttons are their signs alone, with the words in
 * their tooltips; where even these do not fit, they stand above.
 */
final class TabsWithButton extends Pane {
    private static final double GAP = 12;
    private static final double BELOW = 4;

    private final TabPane tabs;
    private final HBox buttons;
    private final List<ButtonBase> worded;

    TabsWithButton(TabPane tabs, List<ButtonBase> worded) {
        this.tabs = tabs;
        this.worded = worded;
        this.buttons = new HBox();
        buttons.getChildren().addAll(worded);
        buttons.getStyleClass().add("charts-buttons");
        setMinSize(0, 0);
        getChildren().addAll(tabs, buttons);
    }

    @Override
    protected double computePrefWidth(double height) {
        return tabs.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return tabs.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Node headers = tabs.lookup(".headers-region");
        double room = getWidth() - GAP - (headers == null ? 0 : headers.prefWidth(-1));
        double width = shownAs(ContentDisplay.LEFT);
        if (width > room) {
            width = shownAs(ContentDisplay.GRAPHIC_ONLY);
        }
        double height = snapSizeY(buttons.prefHeight(-1));
        double top = width > room ? height + BELOW : 0;
        buttons.resizeRelocate(Math.max(0, getWidth() - width), 0, Math.min(width, getWidth()), height);
        tabs.resizeRelocate(0, top, getWidth(), Math.max(0, getHeight() - top));
    }

    /** How wide the buttons are then. */
    private double shownAs(ContentDisplay display) {
        worded.forEach(button -> button.setContentDisplay(display));
        return snapSizeX(buttons.prefWidth(-1));
    }
}
