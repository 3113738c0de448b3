package org.driftscope.ui.heatmap;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;

/** Keys on the maps: arrows move the cell cursor (Ctrl by ten, Shift pans), + − 0 zoom and fit, Space pins, Ctrl+C copies. */
final class MapKeys {
    static final double ZOOM_STEP = 1.5;
    private static final int FAR = 10;
    private static final double PAN_STEP = 0.1;

    private final HeatmapViewModel model;

    private MapKeys(HeatmapViewModel model) {
        this.model = model;
    }

    static void install(Node maps, HeatmapViewModel model) {
        MapKeys keys = new MapKeys(model);
        maps.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (model.pictureProperty().get() != null && keys.handle(event)) {
                event.consume();
            }
        });
    }

    private boolean handle(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            return CellClipboard.copy(model.selection());
        }
        if (event.getCode().isArrowKey()) {
            return move(event);
        }
        return !event.isShortcutDown() && !event.isAltDown() && command(event.getCode());
    }

    private boolean move(KeyEvent event) {
        int down = sign(event.getCode(), KeyCode.DOWN, KeyCode.UP);
        int across = sign(event.getCode(), KeyCode.RIGHT, KeyCode.LEFT);
        if (event.isAltDown()) {
            return false;
        }
        if (event.isShiftDown()) {
            model.navigation().pan(across * PAN_STEP, down * PAN_STEP);
        } else {
            int cells = event.isShortcutDown() ? FAR : 1;
            model.selection().step(down * cells, across * cells);
        }
        return true;
    }

    private boolean command(KeyCode code) {
        switch (code) {
            case PLUS, EQUALS, ADD -> model.navigation().zoom(ZOOM_STEP, 0.5, 0.5);
            case MINUS, SUBTRACT -> model.navigation().zoom(1 / ZOOM_STEP, 0.5, 0.5);
            case DIGIT0, NUMPAD0 -> model.navigation().fit();
            case SPACE, ENTER -> model.selection().togglePin();
            case ESCAPE -> {
                return model.selection().unpin();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int sign(KeyCode code, KeyCode plus, KeyCode minus) {
        return code == plus ? 1 : code == minus ? -1 : 0;
    }
}
