package org.driftscope.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.driftscope.ui.control.prompt.Choices;
import org.driftscope.ui.control.text.ShortenedLabel;
import org.driftscope.ui.main.Explorer;
import org.driftscope.ui.session.UserFolders;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.workspace.Desktop;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on the bundled sample, with the user's files in a folder of the test. */
final class ExplorerWindow {
    private static final int PATIENCE_SECONDS = Integer.getInteger("journey.patience", 120);

    private static final List<ExplorerWindow> OPEN = new CopyOnWriteArrayList<>();

    private final Stage stage;
    private final Explorer explorer;
    private final PreparedAnswers answers;

    private ExplorerWindow(Path home) {
        this.stage = new Stage();
        this.answers = new PreparedAnswers(home);
        Desktop desktop = new Desktop(
                answers, folder -> {}, new Choices(UserFolders.in(home).config()));
        this.explorer = new Explorer(stage, UserFolders.in(home), "test", desktop);
        explorer.start(List.of());
    }

    /**
     * Opens it, in a stage of its own: a stage that several windows came through would hold each of them by what it listens to.
     * On the JavaFX thread.
     */
    static ExplorerWindow open(Path home) {
        ExplorerWindow opened = new ExplorerWindow(home);
        OPEN.add(opened);
        return opened;
    }

    /** Takes away those that their tests have left, without the questions that a user is asked. */
    static void closeAll() {
        OPEN.forEach(left -> left.onFx(left.stage::hide));
        OPEN.clear();
    }

    Stage stage() {
        return stage;
    }

    static Path newHome() {
        try {
            return Files.createTempDirectory("driftscope-journey");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its choosers answer. */
    PreparedAnswers answers() {
        return answers;
    }

    /** The state that undo and redo cover. */
    ExplorerState state() {
        return onFx(() -> explorer.model().history().get());
    }

    Explorer explorer() {
        return explorer;
    }

    /** Waits for the sample's accuracies. */
    void awaitReadings() {
        await(
                "readings of the open network",
                () -> explorer.model().accuracy().cleanProperty().get() != null
                        && explorer.model().accuracy().driftedProperty().get() != null
                        && !explorer.model().accuracy().busyProperty().get());
        awaitIdle();
    }

    /** Opens files, and gives up what is not saved where the window asks. */
    void openAndDiscard(Path... files) {
        onFx(() -> explorer.opening().openAll(List.of(files)));
        await("a question", () -> shows("question"));
        onFx(() -> ((Button) node("answer-discard")).fire());
        await("the question to close", () -> !shows("question"));
    }

    /** Waits until no job is shown in the status bar. */
    void awaitIdle() {
        await(
                "an idle status bar",
                () -> !explorer.model().monitor().runningProperty().get());
    }

    void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "waited " + PATIENCE_SECONDS + " s for " + what + "; questions open: " + onFx(this::questions), e);
        }
    }

    private List<String> questions() {
        return Window.getWindows().stream()
                .map(shown -> shown.getScene() == null ? null : shown.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(pane -> ((DialogPane) pane).getHeaderText() + " " + ((DialogPane) pane).getContentText())
                .toList();
    }

    <T> T onFx(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, call);
    }

    void onFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** A node of the window or of a dialog or popup over it; null if there is none. */
    Node node(String id) {
        return onFx(() -> {
            for (Window window : Window.getWindows()) {
                Node found = window.getScene() == null
                        ? null
                        : window.getScene().getRoot().lookup("#" + id);
                if (found != null) {
                    return found;
                }
            }
            return null;
        });
    }

    boolean shows(String id) {
        Node node = node(id);
        return node != null && onFx(node::isVisible);
    }

    String text(String id) {
        return onFx(() -> whole((Labeled) node(id)));
    }

    /** What a label says where it has room. */
    static String whole(Labeled label) {
        return label instanceof ShortenedLabel ? label.getAccessibleText() : label.getText();
    }

    /** Chooses from a menu of the toolbar. */
    void choose(String menu, String item) {
        onFx(() -> {
            MenuButton button = (MenuButton) node(menu);
            MenuItem wanted = button.getItems().stream()
                    .filter(one -> item.equals(one.getId()))
                    .findFirst()
                    .orElseThrow();
            wanted.fire();
        });
    }

    /** Ends as a user does. */
    void close() {
        OPEN.remove(this);
        onFx(() -> {
            Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            stage.hide();
        });
    }
}
