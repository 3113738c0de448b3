package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.driftscope.ui.state.ExplorerState;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone drops files good and bad, saves the session, and gets it back, also after a crash. */
@Journey
class FilesJourney {
    private static final long NO_PROCESS = 4_000_000_000L;

    private final Path home = ExplorerWindow.newHome();
    private final Path sample = Path.of(System.getProperty("sample.data"));
    private ExplorerWindow window;
    private DragSource source;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(home);
    }

    private void drop(Path... files) {
        source.drop(() -> assertThat(window.shows("drop-hint")).isTrue(), files);
        assertThat(window.shows("drop-hint")).isFalse();
        window.await(
                "an end of opening",
                () -> !window.explorer().model().monitor().runningProperty().get());
    }

    @Test
    void filesComeAndGoAndNothingIsLost(FxRobot robot) throws IOException {
        window.awaitReadings();
        source = new DragSource(window);
        badFilesLeaveTheWindowAsItWas(robot);
        goodFilesOpen();
        Path session = saveASession();
        changeAndReopen(session, robot);
        anExperimentBringsItsSettingsBack();
        crashAndRestore(session, robot);
        window.close();
    }

    private void badFilesLeaveTheWindowAsItWas(FxRobot robot) throws IOException {
        ExplorerState before = window.state();
        String clean = window.text("figure-clean");
        Path empty = Files.createFile(home.resolve("empty.onnx"));
        Path text = Files.writeString(home.resolve("text.bin"), "these are no images");
        Path broken = Files.writeString(home.resolve("broken.driftscope"), "{ broken");
        for (Path bad : List.of(empty, text, broken, home.resolve("gone.bin"))) {
            drop(bad);
            window.await("a dialog for " + bad, () -> window.shows("problem"));
            String sentence = window.onFx(() -> ((DialogPane) window.node("problem")).getHeaderText());
            assertThat(sentence).contains(bad.getFileName().toString());
            robot.type(KeyCode.ESCAPE);
            window.await("the dialog to close", () -> !window.shows("problem"));
        }
        assertThat(window.state()).isEqualTo(before);
        assertThat(window.text("figure-clean")).isEqualTo(clean);
    }

    private void goodFilesOpen() throws IOException {
        drop(sample.resolve("calibration.bin"));
        window.awaitReadings();
        assertThat(window.text("title-description")).contains("calibration.bin", "400 images");
        Path other = Files.copy(sample.resolve("model.onnx"), home.resolve("other.onnx"));
        drop(other, sample.resolve("evaluation.bin"), sample.resolve("calibration.bin"));
        window.awaitReadings();
        assertThat(window.text("title-name")).isEqualTo("other");
        assertThat(window.text("title-description")).contains("evaluation.bin", "2,000 images");
        window.onFx(() -> window.explorer().opening().openSample());
        window.awaitReadings();
    }

    private Path saveASession() {
        String ticked = window.onFx(
                () -> window.explorer().model().layers().rows().get(1).name());
        window.onFx(() -> window.explorer().model().history().edit("layers", s -> s.withTicked(Set.of(ticked))));
        Path session = home.resolve("mine.driftscope");
        window.onFx(() -> window.explorer().keeper().save(session));
        window.await("a saved session", () -> window.text("status-session").contains("mine.driftscope"));
        assertThat(session).content().contains("driftscope-session", ticked);
        return session;
    }

    private void changeAndReopen(Path session, FxRobot robot) {
        ExplorerState saved = window.state();
        window.onFx(() -> window.explorer().model().history().edit("drift", s -> s.withRelativeDrift(0.05)));
        ExplorerState changed = window.state();
        drop(session);
        window.await("a question", () -> window.shows("question"));
        robot.type(KeyCode.ESCAPE);
        window.await("the question to close", () -> !window.shows("question"));
        assertThat(window.state()).as("called off").isEqualTo(changed);
        drop(session);
        window.await("a question", () -> window.shows("question"));
        robot.clickOn("#answer-discard");
        window.awaitReadings();
        assertThat(window.state()).isEqualTo(saved);
    }

    private void anExperimentBringsItsSettingsBack() {
        ExplorerState saved = window.state();
        window.choose("file-menu", "save-experiment-item");
        Path experiment = home.resolve("experiment.yaml");
        window.await("a saved experiment", () -> Files.exists(experiment));
        window.onFx(() -> window.explorer().model().history().edit("drift", s -> s.withRelativeDrift(0.3)));
        drop(experiment);
        window.await("the experiment's settings", () -> window.state().equals(saved));
        window.awaitReadings();
    }

    /** A session under the name of a process that is gone is what kill -9 leaves. */
    private void crashAndRestore(Path session, FxRobot robot) throws IOException {
        Path state = Files.createDirectories(home.resolve("state"));
        Path left = state.resolve("autosave-" + NO_PROCESS + "-1.driftscope");
        Files.copy(session, left);
        ExplorerState saved = window.state();
        window.onFx(window.stage()::hide);
        window = window.onFx(() -> ExplorerWindow.open(home));
        window.awaitReadings();
        assertThat(window.shows("restore-banner")).isTrue();
        robot.clickOn("#restore");
        window.await("the restored session", () -> window.state().equals(saved));
        window.await("the remains to be gone", () -> !Files.exists(left));
        assertThat(window.shows("restore-banner")).isFalse();
    }
}
