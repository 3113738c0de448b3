package org.driftscope.ui.control.prompt;

import java.util.List;
import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.driftscope.ui.control.FrontWindow;
import org.jspecify.annotations.Nullable;

/**
 * What a chooser of the system belongs to. On Linux the toolkit forbids the owner to change its size meanwhile, and some window
 * managers, such as Openbox, then take back that it is maximised, and may put the chooser below windows of the same owner. So it
 * belongs to a window of one pixel above all others there, which are deaf until it is answered.
 */
final class ChooserOwner {
    private static final boolean LINUX = "Linux".equals(System.getProperty("os.name"));

    private ChooserOwner() {}

    /**
     * Shows a chooser and waits for its answer.
     *
     * @param title of the chooser
     * @param main owner where no window of ours is in front
     */
    static <T extends @Nullable Object> T ask(String title, Window main, Function<Window, T> chooser) {
        Window front = FrontWindow.or(main);
        if (!LINUX) {
            return chooser.apply(front);
        }
        EventHandler<InputEvent> deaf = InputEvent::consume;
        EventHandler<WindowEvent> open = WindowEvent::consume;
        List<Window> others = List.copyOf(Window.getWindows());
        others.forEach(window -> {
            window.addEventFilter(InputEvent.ANY, deaf);
            window.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, open);
        });
        Stage pixel = pixel(title, front);
        try {
            return chooser.apply(pixel);
        } finally {
            pixel.hide();
            others.forEach(window -> {
                window.removeEventFilter(InputEvent.ANY, deaf);
                window.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, open);
            });
            front.requestFocus();
        }
    }

    private static Stage pixel(String title, Window front) {
        Stage pixel = new Stage(StageStyle.TRANSPARENT);
        pixel.setTitle(title);
        pixel.setScene(new Scene(new Pane(), 1, 1));
        pixel.setX(front.getX() + front.getWidth() / 2);
        pixel.setY(front.getY() + front.getHeight() / 2);
        pixel.setAlwaysOnTop(true);
        pixel.show();
        return pixel;
    }
}
