package org.driftscope.ui.main;

import javafx.beans.binding.DoubleExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** The left column: the layers, and above them the lesson while one is given. */
final class LeftColumn extends SplitPane {
    /** Of its height for the lesson. */
    private static final double SHARE = 0.6;
    /** Below this height, px at normal size, the list of layers needs the room that the map of tiles takes. */
    private static final double LOW = 800;

    private final Node lessons;
    private final BooleanProperty lessonsShown = new SimpleBooleanProperty(this, "lessonsShown", false);
    private double share = SHARE;

    /**
     * @param tiles beneath the layers; gives way where the column is low
     * @param scale of the window, 1 is normal
     */
    LeftColumn(Node lessons, Node layers, Node tiles, DoubleExpression scale) {
        this.lessons = lessons;
        var low = heightProperty().lessThan(scale.multiply(LOW));
        tiles.visibleProperty().bind(lessonsShown.and(low).not());
        tiles.managedProperty().bind(tiles.visibleProperty());
        setId("left-column");
        setOrientation(Orientation.VERTICAL);
        getStyleClass().add("left-column");
        getItems().add(layers);
    }

    void showLessons(boolean shown) {
        if (shown == lessonsShown.get()) {
            return;
        }
        lessonsShown.set(shown);
        if (shown) {
            getItems().add(0, lessons);
            setDividerPositions(share);
        } else {
            share = getDividerPositions()[0];
            getItems().remove(lessons);
        }
    }
}
