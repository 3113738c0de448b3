package org.driftscope.ui.main;

import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.driftscope.ui.session.Preferences.Bounds;

/**
 * Sees to it that a window has the size that it asked for. Some window managers, such as Openbox, show a new one at its
 * smallest size whatever it asks; then it asks again, now that it is there. Others, such as Xfwm, take a window that fills
 * the screen out of it, larger than the screen, when a file chooser opens; then it comes back into it.
 */
final class AskedSize {
    private static final Duration ASK_AGAIN = Duration.millis(250);
    private static final int TIMES = 4;
    /** After which a size that somebody drags at is taken to be meant. */
    private static final Duration REST = Duration.millis(300);
    /** Frames are counted differently here and there, px. */
    private static final double CLOSE = 40;

    private final Stage stage;
    private final Bounds asked;

    private AskedSize(Stage stage, Bounds asked) {
        this.stage = stage;
        this.asked = asked;
    }

    /** Asks for bounds on a screen that has room for them. */
    static void of(Stage stage, Bounds wanted) {
        Bounds asked = onScreen(wanted);
        stage.setX(asked.x());
        stage.setY(asked.y());
        stage.setWidth(asked.width());
        stage.setHeight(asked.height());
        neverLargerThanTheScreen(stage);
        AskedSize size = new AskedSize(stage, asked);
        Timeline again = new Timeline(new KeyFrame(ASK_AGAIN, event -> size.askAgain()));
        again.setCycleCount(TIMES);
        stage.showingProperty().subscribe(shown -> {
            if (shown) {
                again.playFromStart();
            } else {
                again.stop();
            }
        });
    }

    /** What lies beyond the screen cannot be reached. */
    private static void neverLargerThanTheScreen(Stage stage) {
        PauseTransition rest = new PauseTransition(REST);
        rest.setOnFinished(event -> {
            Bounds now = new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
            Bounds fits = onScreen(now);
            boolean beyond = fits.width() < now.width() || fits.height() < now.height();
            if (stage.isShowing() && !stage.isMaximized() && !stage.isFullScreen() && beyond) {
                stage.setX(fits.x());
                stage.setY(fits.y());
                stage.setWidth(fits.width());
                stage.setHeight(fits.height());
            }
        });
        stage.widthProperty().subscribe(width -> rest.playFromStart());
        stage.heightProperty().subscribe(height -> rest.playFromStart());
    }

    private static Bounds onScreen(Bounds wanted) {
        Rectangle2D screen = Screen.getScreensForRectangle(wanted.x(), wanted.y(), 1, 1).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
        double width = Math.min(wanted.width(), screen.getWidth());
        double height = Math.min(wanted.height(), screen.getHeight());
        return new Bounds(
                Math.max(screen.getMinX(), Math.min(wanted.x(), screen.getMaxX() - width)),
                Math.max(screen.getMinY(), Math.min(wanted.y(), screen.getMaxY() - height)),
                width,
                height);
    }

    /** Someone may have made it larger meanwhile; only a window that is too small was not given what it asked for. */
    private void askAgain() {
        if (!stage.isMaximized()
                && !stage.isFullScreen()
                && (stage.getWidth() < asked.width() - CLOSE || stage.getHeight() < asked.height() - CLOSE)) {
            stage.setWidth(asked.width());
            stage.setHeight(asked.height());
            stage.setX(asked.x());
            stage.setY(asked.y());
        }
    }
}
