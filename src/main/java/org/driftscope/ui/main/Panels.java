package org.driftscope.ui.main;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.driftscope.ui.presentation.PresentedPanel;
import org.driftscope.ui.workspace.SteadySplit;

/** The splitters: layers, centre, settings side by side; in the centre maps above charts. Any can be hidden. */
public final class Panels {
    private static final double LEFT = 0.23;
    private static final double RIGHT = 0.768;
    private static final double MAPS = 0.58;

    private final SplitPane across = new SteadySplit();
    private final SplitPane centre;
    private final LeftColumn left;
    private final Node middle;
    private final Node right;
    private final Node maps;
    private final Node charts;
    private final Map<PresentedPanel, BooleanProperty> shown = new EnumMap<>(PresentedPanel.class);
    private double leftPosition = LEFT;
    private double rightPosition = RIGHT;
    private double mapsPosition = MAPS;

    /**
     * @param middle holds {@code centre} and what stands above it
     * @param centre the maps above the charts
     */
    Panels(LeftColumn left, Node middle, SplitPane centre, Region right) {
        this.left = left;
        this.middle = middle;
        this.centre = centre;
        this.right = right;
        this.maps = centre.getItems().get(0);
        this.charts = centre.getItems().get(1);
        for (PresentedPanel panel : PresentedPanel.values()) {
            shown.put(panel, new SimpleBooleanProperty(this, panel.name(), true));
        }
        across.setId("panels");
        centre.setOrientation(Orientation.VERTICAL);
        centre.getStyleClass().add("centre-split");
        centre.setDividerPositions(MAPS);
        arrange();
        shown.values().forEach(property -> property.subscribe((before, now) -> rearrange()));
    }

    SplitPane node() {
        return across;
    }

    BooleanProperty leftShownProperty() {
        return shownProperty(PresentedPanel.LAYERS);
    }

    BooleanProperty rightShownProperty() {
        return shownProperty(PresentedPanel.SETTINGS);
    }

    BooleanProperty shownProperty(PresentedPanel panel) {
        return Objects.requireNonNull(shown.get(panel));
    }

    private boolean shows(PresentedPanel panel) {
        return shownProperty(panel).get();
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
        if (centre.getItems().size() == 2) {
            mapsPosition = centre.getDividerPositions()[0];
        }
        if (!across.getItems().contains(middle)) {
            return;
        }
        int next = 0;
        if (across.getItems().contains(left)) {
            leftPosition = positions[next++];
        }
        if (across.getItems().contains(right)) {
            rightPosition = positions[next];
        }
    }

    private void arrange() {
        arrangeCentre();
        boolean inTheMiddle = shows(PresentedPanel.KEY_FIGURES)
                || !centre.getItems().isEmpty()
                || !(shows(PresentedPanel.LAYERS) || shows(PresentedPanel.SETTINGS));
        List<Node> parts = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        if (shows(PresentedPanel.LAYERS)) {
            parts.add(left);
            positions.add(leftPosition);
        }
        if (inTheMiddle) {
            parts.add(middle);
        }
        if (shows(PresentedPanel.SETTINGS)) {
            parts.add(right);
            positions.add(rightPosition);
        }
        if (!parts.equals(across.getItems())) {
            across.getItems().setAll(parts);
        }
        across.setDividerPositions(
                positions.stream().limit(parts.size() - 1L).mapToDouble(d -> d).toArray());
    }

    private void arrangeCentre() {
        List<Node> parts = new ArrayList<>();
        if (shows(PresentedPanel.MAPS)) {
            parts.add(maps);
        }
        if (shows(PresentedPanel.CHARTS)) {
            parts.add(charts);
        }
        if (!parts.equals(centre.getItems())) {
            centre.getItems().setAll(parts);
            centre.setDividerPositions(mapsPosition);
        }
    }

    /** Where the dividers are: left, right, and between maps and charts. */
    List<Double> dividers() {
        remember();
        return List.of(leftPosition, rightPosition, mapsPosition);
    }

    /** Puts the dividers where they were; ignores a list that is not its own. */
    void setDividers(List<Double> positions) {
        if (positions.size() == 3) {
            leftPosition = positions.get(0);
            rightPosition = positions.get(1);
            mapsPosition = positions.get(2);
            arrange();
            centre.setDividerPositions(mapsPosition);
        }
    }
}
