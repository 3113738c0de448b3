package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import org.driftscope.experiment.setting.DriftSettings;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone unticks everything, and meets a fault of the program; neither may end the window. */
@Journey
class FaultsJourney {
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(ExplorerWindow.newHome());
    }

    @Test
    void nothingTickedIsAStateAsAnyOther(FxRobot robot) {
        window.awaitReadings();
        String parameters = window.text("cost-parameters");
        robot.clickOn("#tick-none");
        assertThat(window.text("cost-parameters")).startsWith("0 ");
        assertThat(window.text("explanation")).contains("No layer is ticked");
        robot.clickOn("#tick-invert").clickOn("#tick-invert").clickOn("#tick-all");
        assertThat(window.text("cost-parameters")).isEqualTo(parameters);
        String before = window.text("figure-drifted");
        robot.clickOn("#tick-none").clickOn("#tick-all");
        window.onFx(() ->
                window.explorer().model().settings().number(DriftSettings.DRIFT).set(0.45));
        window.await("the accuracy at another drift", () -> !window.text("figure-drifted")
                .equals(before));
        assertThat(window.text("explanation")).contains("45 % drift");
        assertThat(window.shows("problem")).as("a problem is told").isFalse();
        window.close();
    }

    @Test
    void aFaultIsToldOnceAndTheWindowGoesOn(FxRobot robot) {
        window.awaitReadings();
        for (int i = 0; i < 3; i++) {
            Platform.runLater(() -> {
                throw new IllegalStateException("planted");
            });
        }
        window.await("the problem", () -> window.shows("problem"));
        DialogPane dialog = (DialogPane) window.node("problem");
        assertThat(dialog.getHeaderText()).contains("failed unexpectedly");
        window.onFx(() -> dialog.getScene().getWindow().hide());
        assertThat(window.shows("problem")).as("the same fault is told again").isFalse();
        robot.clickOn("#tick-none");
        assertThat(window.state().ticked()).isEmpty();
        window.close();
    }
}
