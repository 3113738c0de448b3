package org.driftscope.ui.charts;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.driftscope.figure.chart.Figure;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.task.BackgroundRunner;
import org.jspecify.annotations.Nullable;

/** A figure, or the sentence that says how to get one. */
final class ChartCard {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final FigurePane pane;
    private final Label empty;
    private final Label stale = new Label();
    private final StackPane root;

    /**
     * @param id of the figure's node; the sentence's is the same with "-empty" after it
     * @param hint what to do to see something here
     */
    ChartCard(String id, String hint, ChartsViewModel model, BackgroundRunner runner) {
        pane = new FigurePane(runner);
        pane.setId(id);
        pane.darkProperty().bind(model.darkProperty());
        pane.textScaleProperty().bind(model.textScaleProperty());
        empty = new Label(hint);
        empty.setId(id + "-empty");
        empty.getStyleClass().add("chart-empty");
        empty.setWrapText(true);
        ScrollPane scroll = new ScrollPane(pane);
        scroll.getStyleClass().add("chart-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinSize(0, 0);
        stale.setId(id + "-stale");
        stale.getStyleClass().add("chart-stale");
        StackPane.setAlignment(stale, Pos.TOP_CENTER);
        root = new StackPane(scroll, empty, stale);
        root.setMinSize(0, 0);
        show(Optional.empty());
    }

    Region root() {
        return root;
    }

    FigurePane pane() {
        return pane;
    }

    void show(Optional<? extends Figure> figure) {
        @Nullable Figure shown = figure.isPresent() ? figure.get() : null;
        pane.figureProperty().set(shown);
        empty.setVisible(shown == null);
        markStale(stale.getText());
    }

    /** Fades the figure and says why over it, so that nothing moves. @param why "" where it is of what is set now */
    void markStale(String why) {
        stale.setText(why);
        stale.setVisible(!why.isEmpty() && !empty.isVisible());
        pane.pseudoClassStateChanged(STALE, stale.isVisible());
    }

    void setHint(String hint) {
        empty.setText(hint);
    }
}
