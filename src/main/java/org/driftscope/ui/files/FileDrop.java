package org.driftscope.ui.files;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/** Lets files be dropped anywhere on the window, and says so while they hover over it. */
public final class FileDrop {
    private final StackPane hint = new StackPane(
            new Label("Drop a model, images, factory statistics, a device, a session or an experiment to open it"));
    private final Consumer<List<Path>> open;

    public FileDrop(StackPane root, Consumer<List<Path>> open) {
        this.open = open;
        hint.setId("drop-hint");
        hint.getStyleClass().add("drop-hint");
        hint.setMouseTransparent(true);
        hint.setVisible(false);
        root.getChildren().add(hint);
        root.addEventHandler(DragEvent.DRAG_OVER, this::over);
        root.addEventHandler(DragEvent.DRAG_EXITED, event -> hint.setVisible(false));
        root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            hint.setVisible(true);
            hint.toFront();
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        hint.setVisible(false);
        if (event.getDragboard().hasFiles()) {
            List<Path> paths =
                    event.getDragboard().getFiles().stream().map(File::toPath).toList();
            event.setDropCompleted(true);
            event.consume();
            open.accept(paths);
        }
    }
}
