package org.driftscope.ui.main;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.driftscope.ui.control.HoverCard;
import org.driftscope.ui.control.RoomForScene;
import org.driftscope.ui.control.StuckLayout;
import org.driftscope.ui.theme.AppIcon;
import org.driftscope.ui.theme.Appearance;
import org.jspecify.annotations.Nullable;

/** A window beside the main one; made when it is first asked for, brought to the front after that; Esc closes it. */
final class SideWindow {
    private final Window owner;
    private final Appearance looks;
    private final String title;
    /** At normal scale, px. */
    private final double width;

    private final double height;
    private final Supplier<Parent> content;
    private Runnable hidden = () -> {};
    private Consumer<Scene> made = scene -> {};
    private @Nullable Stage stage;

    SideWindow(Window owner, Appearance looks, String title, double width, double height, Supplier<Parent> content) {
        this.owner = owner;
        this.looks = looks;
        this.title = title;
        this.width = width;
        this.height = height;
        this.content = content;
    }

    void show() {
        if (stage == null) {
            stage = make();
        }
        Scene scene = stage.getScene();
        double sceneWidth = scene.getWidth();
        double sceneHeight = scene.getHeight();
        boolean fresh = !stage.isShowing();
        stage.show();
        stage.toFront();
        // a window manager may leave the keys with the window that was busy
        stage.requestFocus();
        if (fresh) {
            RoomForScene.in(stage, owner, sceneWidth, sceneHeight);
        }
    }

    /** @param keys binds further keys once it is made */
    void onMade(Consumer<Scene> keys) {
        made = made.andThen(keys);
    }

    /** @param action runs whenever the window was closed */
    void onHidden(Runnable action) {
        hidden = action;
    }

    boolean isShowing() {
        return stage != null && stage.isShowing();
    }

    private Stage make() {
        double scale = looks.scaleProperty().get();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                content.get(),
                Math.min(width * scale, screen.getWidth()),
                Math.min(height * scale, screen.getHeight()));
        looks.dress(scene);
        StuckLayout.mend(scene);
        HoverCard.onKey(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                scene.getWindow().hide();
            }
        });
        made.accept(scene);
        Stage window = new Stage();
        window.initOwner(owner);
        AppIcon.on(window);
        window.setTitle(title);
        window.setScene(scene);
        window.setOnHidden(event -> hidden.run());
        return window;
    }
}
