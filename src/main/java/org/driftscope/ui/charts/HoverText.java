package org.driftscope.ui.charts;

import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.ui.control.FigurePane;
import org.jspecify.annotations.Nullable;

/** A card beside the mark that the pointer or the arrow keys are on. */
final class HoverText {
    private static final double AWAY = 14;

    private final FigurePane pane;
    private final Function<HitArea, String> text;
    private final Tooltip card = new Tooltip();

    HoverText(FigurePane pane, Function<HitArea, String> text) {
        this.pane = pane;
        this.text = text;
        card.getStyleClass().add("chart-hover");
        pane.hoveredProperty().subscribe(this::show);
    }

    private void show(@Nullable HitArea hit) {
        String words = hit == null ? "" : text.apply(hit);
        pane.setAccessibleHelp(words);
        if (hit == null || words.isEmpty() || pane.getScene() == null) {
            card.hide();
            return;
        }
        card.setText(words);
        Point2D place = pane.localToScreen(hit.x() + hit.halfWidth() + AWAY, hit.y() + AWAY);
        if (place != null) {
            card.show(pane, place.getX(), place.getY());
        }
    }
}
