package org.driftscope.ui.control;

import java.util.List;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.driftscope.figure.chart.HitArea;

/** Pointer and keys of a figure: hover and click, or arrow keys and Enter. */
final class FigurePointing {
    private final FigurePane pane;

    FigurePointing(FigurePane pane) {
        this.pane = pane;
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pane.hover(event.getX(), event.getY()));
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pane.hover(null));
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        pane.focusedProperty().subscribe(focused -> {
            if (!focused) {
                pane.hover(null);
            }
        });
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            pane.hover(event.getX(), event.getY());
            pane.select();
            if (event.getClickCount() == 2) {
                pane.choose();
            }
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, DOWN -> step(1);
            case LEFT, UP -> step(-1);
            case SPACE -> pane.select();
            case ENTER -> pane.choose();
            case ESCAPE -> pane.hover(null);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        List<HitArea> hits = pane.hits();
        if (!hits.isEmpty()) {
            HitArea now = pane.hoveredProperty().get();
            int from = now == null ? (by > 0 ? -1 : hits.size()) : hits.indexOf(now);
            pane.hover(hits.get(Math.floorMod(from + by, hits.size())));
        }
    }
}
