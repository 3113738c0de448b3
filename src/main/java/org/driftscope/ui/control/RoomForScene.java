package org.driftscope.ui.control;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Sees to it that a window beside the main one has room for what it shows. Some window managers, such as Openbox, show a new
 * one at its smallest size, in a corner, whatever it asks; then it asks again, now that it is there.
 */
public final class RoomForScene {
    private static final Duration ASK_AGAIN = Duration.millis(250);
    private static final int TIMES = 4;
    /** Frames are counted differently here and there, px. */
    private static final double CLOSE = 40;

    private RoomForScene() {}

    /**
     * Looks for a second after a window was shown.
     *
     * @param owner over whose middle it then is
     * @param width of the scene, px
     * @param height of the scene, px
     */
    public static void in(Window window, Window owner, double width, double height) {
        Timeline again = new Timeline(new KeyFrame(ASK_AGAIN, event -> {
            Scene scene = window.getScene();
            boolean small = scene.getWidth() < width - CLOSE || scene.getHeight() < height - CLOSE;
            if (window.isShowing() && small) {
                window.setWidth(width + window.getWidth() - scene.getWidth());
                window.setHeight(height + window.getHeight() - scene.getHeight());
                window.setX(owner.getX() + Math.max(0, (owner.getWidth() - window.getWidth()) / 2));
                window.setY(owner.getY() + Math.max(0, (owner.getHeight() - window.getHeight()) / 2));
            }
        }));
        again.setCycleCount(TIMES);
        again.playFromStart();
    }
}
