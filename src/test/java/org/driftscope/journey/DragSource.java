package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * Files that come from a file manager: the events a desktop sends while they are dragged over the maps and let fall. The
 * headless toolkit has no desktop, and mixes up windows when dragging itself.
 */
final class DragSource {
    private final ExplorerWindow window;

    DragSource(ExplorerWindow window) {
        this.window = window;
    }

    /**
     * Drags files over the main window and lets them fall.
     *
     * @param meanwhile looks at the window while they hover over it
     */
    void drop(Runnable meanwhile, Path... dropped) {
        Dragboard board = window.onFx(() -> board(List.of(dropped)));
        DragEvent over = send(DragEvent.DRAG_OVER, board);
        assertThat(over.isAccepted()).as("files are welcome").isTrue();
        meanwhile.run();
        assertThat(send(DragEvent.DRAG_DROPPED, board).isDropCompleted()).isTrue();
    }

    private static Dragboard board(List<Path> files) {
        TKClipboard clipboard = Toolkit.getToolkit().createLocalClipboard();
        // what a local clipboard lacks to be a drag's: the ways in which its files are offered
        TKClipboard offering = (TKClipboard) Proxy.newProxyInstance(
                DragSource.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> method.getName().equals("getTransferModes")
                        ? EnumSet.of(TransferMode.COPY)
                        : method.invoke(clipboard, arguments));
        Dragboard board = DragboardHelper.createDragboard(offering);
        ClipboardContent content = new ClipboardContent();
        content.putFiles(files.stream().map(Path::toFile).toList());
        board.setContent(content);
        return board;
    }

    private DragEvent send(EventType<DragEvent> type, Dragboard board) {
        Node target = window.node("heatmap");
        return window.onFx(() -> {
            Point2D middle = target.localToScene(
                    target.getLayoutBounds().getCenterX(),
                    target.getLayoutBounds().getCenterY());
            Point2D screen = target.getScene().getRoot().localToScreen(middle);
            DragEvent event = new DragEvent(
                    type,
                    board,
                    middle.getX(),
                    middle.getY(),
                    screen.getX(),
                    screen.getY(),
                    TransferMode.COPY,
                    null,
                    target,
                    null);
            Event.fireEvent(target, event);
            return event;
        });
    }
}
