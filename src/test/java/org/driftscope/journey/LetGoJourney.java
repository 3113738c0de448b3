package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone opens one network after another for a whole day, and closes the window: the memory of each comes back. */
@Journey
class LetGoJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home = ExplorerWindow.newHome();

    @RegisterExtension
    final SmallSample sample = new SmallSample(home);

    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(home);
    }

    @Test
    void whatIsLeftIsLetGo(FxRobot robot) throws Exception {
        window.awaitReadings();
        WeakReference<?> network = shown();
        robot.clickOn("#calibrate");
        window.await("a point", () -> window.state().points().size() == 1);
        window.awaitReadings();
        Path other = Files.copy(sample.folder().resolve("model.onnx"), home.resolve("other.onnx"));
        window.onFx(() -> window.explorer().opening().openAll(List.of(other)));
        window.await("the other network", () -> window.text("title-name").equals("other"));
        window.awaitReadings();
        assertLetGo("the network that was open before", network);
        WeakReference<?> closed = new WeakReference<>(window.explorer());
        window.close();
        // robot and mouse hold the window that they were on last
        window = window.onFx(() -> ExplorerWindow.open(home));
        window.awaitReadings();
        robot.moveTo("#calibrate");
        assertLetGo("the closed window", closed);
    }

    private WeakReference<?> shown() {
        return new WeakReference<>(
                window.onFx(() -> window.explorer().model().workspaceProperty().get()));
    }

    private static void assertLetGo(String what, WeakReference<?> held) throws InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); held.get() != null && System.nanoTime() < end; ) {
            System.gc();
            Thread.sleep(200);
        }
        assertThat(held.get()).as(what).isNull();
    }
}
