package org.driftscope.ui.control;

import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Modality;
import javafx.stage.Window;

/**
 * Puts a dialog over a window that takes no input until it is answered. The window system is not told: it would forbid
 * the window to change its size meanwhile, and some window managers, such as Openbox, then take back that it is maximised.
 */
public final class OverWindow {
    private OverWindow() {}

    /**
     * Over the window that someone is working in.
     *
     * @param main where that is none of ours; has a scene by the time the dialog is shown
     */
    public static void place(Dialog<?> dialog, Window main) {
        Window owner = FrontWindow.or(main);
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        EventHandler<InputEvent> deaf = event -> {
            event.consume();
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
                dialog.getDialogPane().getScene().getWindow().requestFocus();
            }
        };
        // it is kept where the dialog was opened, whatever scene the window has later
        Scene scene = owner.getScene();
        dialog.setOnShown(event -> {
            DialogPane pane = dialog.getDialogPane();
            RoomForScene.in(pane.getScene().getWindow(), owner, pane.prefWidth(-1), pane.prefHeight(-1));
        });
        dialog.showingProperty().subscribe(showing -> {
            if (scene != null && showing) {
                scene.addEventFilter(InputEvent.ANY, deaf);
            } else if (scene != null) {
                scene.removeEventFilter(InputEvent.ANY, deaf);
            }
        });
    }
}
