package org.driftscope.journey;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import org.testfx.api.FxRobot;

/** Something in a corner of the window from which files are dragged with the mouse, as from a file manager. */
final class DragSource {
    private static final double SIDE = 24;

    private final ExplorerWindow window;
    private final Label handle = new Label("+");
    private List<Path> files = List.of();

    DragSource(ExplorerWindow window) {
        this.window = window;
        handle.setId("drag-source");
        handle.setManaged(false);
        handle.resize(SIDE, SIDE);
        handle.setOnDragDetected(event -> {
            Dragboard board = handle.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putFiles(files.stream().map(Path::toFile).toList());
            board.setContent(content);
            event.consume();
        });
        window.onFx(() -> {
            ((Pane) window.node("root")).getChildren().add(handle);
        });
    }

    /**
     * Drags files over the main window and lets them fall.
     *
     * @param meanwhile looks at the window while they hover over it
     */
    void drop(FxRobot robot, Runnable meanwhile, Path... dropped) {
        window.onFx(() -> {
            files = List.of(dropped);
            handle.toFront();
        });
        // the headless toolkit must know that the pointer is in this window, not in a dialog that has just closed
        robot.moveTo("#heatmap").moveBy(3, 3);
        robot.drag("#drag-source").moveTo("#heatmap").moveBy(5, 5);
        meanwhile.run();
        robot.drop();
    }
}
