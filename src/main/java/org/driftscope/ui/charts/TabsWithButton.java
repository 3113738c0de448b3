package org.driftscope.ui.charts;

import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Tabs, and buttons at the end of their row; where both do not fit, the buttons stand above. */
final class TabsWithButton extends Pane {
    private static final double GAP = 12;
    private static final double BELOW = 4;

    private final TabPane tabs;
    private final Region buttons;

    TabsWithButton(TabPane tabs, Region buttons) {
        this.tabs = tabs;
        this.buttons = buttons;
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
        double width = snapSizeX(buttons.prefWidth(-1));
        double height = snapSizeY(buttons.prefHeight(-1));
        Node headers = tabs.lookup(".headers-region");
        double wanted = headers == null ? 0 : headers.prefWidth(-1);
        double top = wanted + GAP + width > getWidth() ? height + BELOW : 0;
        buttons.resizeRelocate(Math.max(0, getWidth() - width), 0, Math.min(width, getWidth()), height);
        tabs.resizeRelocate(0, top, getWidth(), Math.max(0, getHeight() - top));
    }
}
