package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.driftscope.ui.layers.LayerRow;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone without a mouse walks through all of the window, and through its story. */
@Journey
class KeyboardJourney {
    private static final int MOST_STOPS = 80;
    private static final String[] EVERY_CONTROL = {
        "file-menu",
        "open-model",
        "open-images",
        "export-figure",
        "evaluate",
        "calibrate",
        "studies",
        "more-menu",
        "layers-filter",
        "tick-all",
        "tick-none",
        "tick-invert",
        "tick-stage",
        "tick-most",
        "layer-settings",
        "layers-table",
        "heatmap-view-difference",
        "heatmap-color-map",
        "heatmap-lock-range",
        "heatmap-zoom-in",
        "heatmap-zoom-out",
        "heatmap-fit",
        "heatmap-histogram-toggle",
        "heatmap-maps",
        "heatmap-copy",
        "charts-tabs",
        "charts-command",
        "charts-export",
        "recovery-chart",
        "recovery-show",
        "recovery-sweep-ranks",
        "another-chip",
        "drift",
        "drift-field",
        "rank"
    };

    private Stage stage;
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(ExplorerWindow.newHome());
        stage = window.stage();
    }

    @Test
    void theStoryNeedsNoMouse(FxRobot robot) {
        window.awaitReadings();
        tabReachesEverything(robot);
        keysWorkInTexts(robot);
        chooseAndTickALayer(robot);
        readACell(robot);
        moveTheDrift(robot);
        calibrateSweepAndRestore(robot);
        nameHideAndDeleteAPoint(robot);
        lookInside(robot);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.E).release(KeyCode.SHORTCUT);
        window.await("the export dialog", () -> window.shows("export-dialog"));
        robot.type(KeyCode.ESCAPE);
        window.await("the export dialog to close", () -> !window.shows("export-dialog"));
        window.close();
    }

    /** Single images and the answers to them; the network is calibrated by now. */
    private void lookInside(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.L).release(KeyCode.SHORTCUT);
        window.await("the answers", () -> window.shows("inside-answers"));
        assertThat(window.text("inside-sentence")).startsWith("Of these 60 images (a fixed sample of ");
        String label = window.text("inside-image").replaceFirst(".*labelled ", "");
        assertThat(window.text("inside-answer-clean")).isEqualTo(label);
        assertThat(window.text("inside-answer-drifted"))
                .as("an image that drift breaks is chosen first")
                .isNotEqualTo(label);
        assertThat(window.text("inside-answer-calibrated")).isEqualTo(label);
        window.await("the maps", () -> !window.text("inside-legend").isEmpty());
        assertThat(window.text("inside-legend")).contains("drifted ").contains("calibrated ");
        robot.type(KeyCode.ESCAPE);
        window.await("the look inside to close", () -> !window.shows("inside"));
    }

    /** The id of what has the focus, or of the nearest node around it that has one. */
    private String focused() {
        return window.onFx(() -> {
            Node node = stage.getScene().getFocusOwner();
            while (node != null && node.getId() == null) {
                node = node.getParent();
            }
            return node == null ? "" : node.getId();
        });
    }

    private void tabReachesEverything(FxRobot robot) {
        assertThat(focused()).as("the layers are ready for the arrow keys").isEqualTo("layers-table");
        Set<String> reached = new LinkedHashSet<>();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            robot.type(KeyCode.TAB);
            if (!reached.add(focused()) && focused().equals("layers-table")) {
                break;
            }
        }
        assertThat(reached).contains(EVERY_CONTROL);
    }

    /** Goes on by Tab to a control. */
    private void goTo(FxRobot robot, String id) {
        for (int stop = 0; stop < MOST_STOPS && !focused().equals(id); stop++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(focused()).isEqualTo(id);
    }

    /** Text fields have keys of their own: on Linux, Ctrl+H would delete a character. */
    private void keysWorkInTexts(FxRobot robot) {
        goTo(robot, "layers-filter");
        robot.write("conv");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.H).release(KeyCode.SHORTCUT);
        window.await("the history", () -> window.shows("history"));
        robot.type(KeyCode.ESCAPE);
        window.await("the history to close", () -> !window.shows("history"));
        TextField filter = window.onFx(() -> (TextField) window.node("layers-filter"));
        assertThat(filter.getText()).isEqualTo("conv");
        window.onFx(filter::clear);
    }

    private void chooseAndTickALayer(FxRobot robot) {
        goTo(robot, "layers-table");
        robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.SPACE);
        LayerRow second = (LayerRow) window.onFx(
                () -> ((TableView<?>) window.node("layers-table")).getItems().get(1));
        assertThat(window.text("heatmap-title")).isEqualTo(second.name());
        assertThat(window.state().ticked()).doesNotContain(second.name());
        robot.type(KeyCode.SPACE);
        assertThat(window.state().ticked()).contains(second.name());
        LayerRow third = (LayerRow) window.onFx(
                () -> ((TableView<?>) window.node("layers-table")).getItems().get(2));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.type(KeyCode.SPACE);
        assertThat(window.state().ticked()).as("both lines").doesNotContain(second.name(), third.name());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        assertThat(window.state().ticked()).as("one step back").contains(second.name(), third.name());
    }

    private void readACell(FxRobot robot) {
        goTo(robot, "heatmap-maps");
        robot.type(KeyCode.RIGHT).type(KeyCode.SPACE);
        assertThat(window.text("heatmap-probe")).contains("target", "drifted", "weight");
    }

    private void moveTheDrift(FxRobot robot) {
        goTo(robot, "drift");
        double before = window.onFx(() -> ((Slider) window.node("drift")).getValue());
        robot.type(KeyCode.RIGHT);
        assertThat(window.onFx(() -> ((Slider) window.node("drift")).getValue()))
                .isGreaterThan(before);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        assertThat(window.state().relativeDrift()).isEqualTo(0.2);
        robot.type(KeyCode.RIGHT);
        TextField seed = window.onFx(() -> (TextField) window.node("seed"));
        window.onFx(seed::requestFocus);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        assertThat(window.state().relativeDrift())
                .as("a text without changes of its own leaves undo to the window")
                .isEqualTo(0.2);
    }

    private void calibrateSweepAndRestore(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        window.await("a point", () -> points() == 1);
        window.awaitIdle();
        robot.press(KeyCode.SHORTCUT).type(KeyCode.R).release(KeyCode.SHORTCUT);
        window.await("a point a rank", () -> points() == 5);
        window.awaitIdle();
        goTo(robot, "recovery-chart");
        robot.type(KeyCode.RIGHT).type(KeyCode.ENTER);
        assertThat(window.state().calibration().rank()).isEqualTo(1);
    }

    private int points() {
        return window.explorer().model().history().get().points().size();
    }

    private void nameHideAndDeleteAPoint(FxRobot robot) {
        goTo(robot, "recovery-points");
        robot.type(KeyCode.HOME).type(KeyCode.F2).write("best").type(KeyCode.ENTER);
        assertThat(window.state().points().get(0).name()).isEqualTo("best");
        robot.type(KeyCode.H);
        assertThat(window.state().points().get(0).hidden()).isTrue();
        robot.type(KeyCode.DELETE);
        assertThat(window.state().points()).hasSize(4);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        assertThat(window.state().points()).hasSize(5);
    }
}
