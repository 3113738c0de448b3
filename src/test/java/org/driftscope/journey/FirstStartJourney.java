package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone opens the program for the first time, reads the figures, takes the tour and looks for keys. */
@Journey
class FirstStartJourney {
    private ExplorerWindow window;

    @Start
    void start(Stage stage) {
        window = ExplorerWindow.open(stage, ExplorerWindow.newHome());
    }

    @Test
    void figuresArriveAndTheTourLeadsThroughTheWindow(FxRobot robot) {
        assertThat(window.text("title-name")).isIn("Driftscope", "Bundled sample");
        window.awaitReadings();
        assertThat(window.text("title-name")).isEqualTo("Bundled sample");
        assertThat(window.text("figure-clean")).matches("\\d\\d\\.\\d %");
        assertThat(window.text("figure-drifted")).matches("\\d\\d\\.\\d %");
        assertThat(window.text("figure-calibrated")).isEqualTo("–");
        assertThat(window.text("explanation")).contains("20 % drift cost");
        assertThat(window.shows("heatmap-placeholder")).isFalse();
        takeTheTour(robot);
        lookForKeys(robot);
        window.close();
    }

    private void takeTheTour(FxRobot robot) {
        window.choose("more-menu", "tour-item");
        for (int step = 1; step < 7; step++) {
            assertThat(window.shows("tour")).as("step %d", step).isTrue();
            robot.clickOn("#tour-next");
        }
        resized();
        assertThat(window.text("tour-next")).isEqualTo("Done");
        robot.clickOn("#tour-next");
        assertThat(window.shows("tour")).isFalse();
        window.choose("more-menu", "tour-item");
        robot.type(KeyCode.ESCAPE);
        window.await("the tour to be left", () -> !window.shows("tour"));
        assertThat(robot.lookup(".tour-target").queryAll()).isEmpty();
    }

    /** The card comes back at the same step, where its target now is. */
    private void resized() {
        Node before = window.node("tour");
        window.onFx(() -> window.node("layers-table").getScene().getWindow().setWidth(1200));
        window.await("the tour after a change of size", () -> window.shows("tour") && window.node("tour") != before);
    }

    private void lookForKeys(FxRobot robot) {
        robot.clickOn("#layers-table").type(KeyCode.F1);
        window.await("the list of keys", () -> window.shows("shortcuts"));
        robot.type(KeyCode.ESCAPE);
        window.await("the list of keys to close", () -> !window.shows("shortcuts"));
    }
}
