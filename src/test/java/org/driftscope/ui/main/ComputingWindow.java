package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.session.UserFolders;
import org.driftscope.ui.workspace.Desktop;

/**
 * The window, computing without a rest: every accuracy that arrives asks for another chip's. Says so on stdout once the
 * first one is there. For tests that end it from outside.
 */
public final class ComputingWindow {
    private ComputingWindow() {}

    /** @param args folder of the user's files */
    public static void main(String[] args) {
        Application.launch(Window.class, args);
        System.exit(0);
    }

    /** Never done. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            Path home = Path.of(getParameters().getRaw().get(0));
            UserFolders folders = UserFolders.in(home);
            Explorer explorer = new Explorer(stage, folders, "test", Desktop.ofThisUser(stage, folders, folder -> {}));
            ExplorerViewModel model = explorer.model();
            model.accuracy().driftedProperty().subscribe((before, after) -> {
                if (after != null) {
                    System.out.println("computing;");
                    model.settings()
                            .seedProperty()
                            .set(Long.toString(after.asked().spec().seed() + 1));
                }
            });
            explorer.start(List.of());
        }
    }
}
