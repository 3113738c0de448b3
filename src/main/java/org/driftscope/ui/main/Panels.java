package org.driftscope.ui.main;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.driftscope.ui.workspace.SteadySplit;

/** The splitters: layers, centre, settings side by side; in the centre maps above charts. Side panels can be hidden. */
public final class Panels {
    private static final double LEFT = 0.23;
    private static final double RIGHT = 0.768;
    private static final double MAPS = 0.58;

    private final SplitPane across = new SteadySplit();
    private final SplitPane centre;
    private final LeftColumn left;
    private final Node middle;
    private final Node right;
    private final BooleanProperty leftShown = new SimpleBooleanProperty(this, "leftShown", true);
    private final BooleanProperty rightShown = new SimpleBooleanProperty(this, "rightShown", true);
    private double leftPosition = LEFT;
    private double rightPosition = RIGHT;

    /**
     * @param middle holds {@code centre} and what stands above it
     * @param centre the maps above the charts
     */
    Panels(LeftColumn left, Node middle, SplitPane centre, Region right) {
        this.left = left;
        this.middle = middle;
        this.centre = centre;
        this.right = right;
        across.setId("panels");
        centre.setOrientation(Orientation.VERTICAL);
        centre.getStyleClass().add("centre-split");
        centre.setDividerPositions(MAPS);
        arrange();
        leftShown.subscribe((before, shown) -> rearrange());
        rightShown.subscribe((before, shown) -> rearrange());
    }

    SplitPane node() {
        return across;
    }

    BooleanProperty leftShownProperty() {
        return leftShown;
    }

    BooleanProperty rightShownProperty() {
        return rightShown;
    }

    /** Shows the lessons above the layers, or the layers alone. */
    void showLessons(boolean shown) {
        left.showLessons(shown);
    }

    private void rearrange() {
        remember();
        arrange();
    }

    /** Keeps where the dividers are, of the panels that are there. */
    private void remember() {
        double[] positions = across.getDividerPositions();
        int next = 0;
        if (across.getItems().contains(left)) {
            leftPosition = positions[next++];
        }
        if (across.getItems().contains(right)) {
            rightPosition = positions[next];
        }
    }

    private void arrange() {
        List<Node> shown = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        if (leftShown.get()) {
            shown.add(left);
            positions.add(leftPosition);
        }
        shown.add(middle);
        if (rightShown.get()) {
            shown.add(right);
            positions.add(rightPosition);
        }
        across.getItems().setAll(shown);
        across.setDividerPositions(positions.stream().mapToDouble(d -> d).toArray());
    }

    /** Where the dividers are: left, right, and between maps and charts. */
    List<Double> dividers() {
        remember();
        double[] middlePositions = centre.getDividerPositions();
        return List.of(leftPosition, rightPosition, middlePositions.length == 0 ? MAPS : middlePositions[0]);
    }

    /** Puts the dividers where they were; ignores a list that is not its own. */
    void setDividers(List<Double> positions) {
        if (positions.size() == 3) {
            leftPosition = positions.get(0);
            rightPosition = positions.get(1);
            arrange();
            centre.setDividerPositions(positions.get(2));
        }
    }
}
