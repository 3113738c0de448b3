package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.driftscope.ui.session.Preferences;
import org.driftscope.ui.session.PreferencesFile;
import org.driftscope.ui.session.UserFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A teacher presents: asks first, shows then, points, and has the window back as it was. */
@Journey
class PresentationJourney {
    private final Path home = ExplorerWindow.newHome();
    private Stage stage;

    @RegisterExtension
    final SmallSample sample = new SmallSample(home);

    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(home);
        stage = window.stage();
    }

    /** What must come back. */
    private record Look(
            double scale, List<Double> dividers, double width, double height, boolean charts, double column) {}

    private Look look() {
        WaitForAsyncUtils.waitForFxEvents();
        return window.onFx(() -> {
            SplitPane panels = (SplitPane) window.node("panels");
            double[] across = panels.getDividerPositions();
            return new Look(
                    window.explorer().looks().scaleProperty().get(),
                    List.of(round(across[0]), round(across[1])),
                    stage.getWidth(),
                    stage.getHeight(),
                    window.node("charts") != null,
                    Math.round(((TableView<?>) window.node("layers-table"))
                            .getVisibleLeafColumns().stream()
                                    .mapToDouble(TableColumn::getWidth)
                                    .sum()));
        });
    }

    private static double round(double share) {
        return Math.round(share * 200) / 200.0;
    }

    @Test
    void theClassIsAskedFirst(FxRobot robot) {
        window.awaitReadings();
        Look before = look();
        String clean = window.text("figure-clean");
        String sentence = window.text("explanation");
        robot.type(KeyCode.F3);
        assertThat(window.text("figure-clean")).as("F3 is for presenting").isEqualTo(clean);
        robot.type(KeyCode.F9);
        window.await("full screen", stage::isFullScreen);
        window.await(
                "large type", () -> window.explorer().looks().scaleProperty().get() == 1.5);
        assertThat(window.shows("present-leave")).isTrue();
        assertThat(window.node("top-bar").getParent().isVisible()).isFalse();
        assertThat(window.node("charts")).as("not chosen").isNull();
        nothingIsCutOff();
        coverAndShow(robot, clean, sentence);
        askFirst(robot);
        point(robot);
        robot.clickOn("#present-charts");
        window.await("type as large as there is room for", () -> scrollsNot() && scale() < 1.5);
        robot.clickOn("#present-maps").clickOn("#present-key-figures");
        assertThat(window.shows("charts")).isTrue();
        assertThat(window.node("present-charts").isDisabled())
                .as("the last panel stays")
                .isTrue();
        assertThat(window.node("heatmap")).isNull();
        robot.type(KeyCode.ESCAPE);
        window.await("a window", () -> !stage.isFullScreen());
        assertThat(window.text("figure-clean")).isEqualTo(clean);
        window.await("the look of before: " + before + ", not " + look(), () -> look().equals(before));
        assertThat(window.onFx(() ->
                        window.explorer().model().history().undoableProperty().get()))
                .as("presenting is no step of undo; another chip was one, and was undone")
                .isFalse();
        closeWhilePresenting(robot, before);
    }

    private void coverAndShow(FxRobot robot, String clean, String sentence) {
        robot.type(KeyCode.F3);
        assertThat(window.text("figure-clean")).isEqualTo("?");
        assertThat(window.text("figure-drifted")).isEqualTo("?");
        assertThat(window.text("explanation")).doesNotContain("%").contains("F3");
        robot.type(KeyCode.F3);
        assertThat(window.text("figure-clean")).isEqualTo(clean);
        assertThat(window.text("explanation")).isEqualTo(sentence);
    }

    private void askFirst(FxRobot robot) {
        robot.clickOn("#present-ask-first");
        assertThat(window.text("figure-clean")).as("covered from the start").isEqualTo("?");
        robot.clickOn("#present-numbers");
        assertThat(window.text("figure-clean")).isNotEqualTo("?");
        robot.type(KeyCode.F6);
        assertThat(window.text("figure-drifted")).as("covered by a change").isEqualTo("?");
        window.awaitReadings();
        assertThat(window.text("figure-drifted")).as("not shown by the result").isEqualTo("?");
        robot.clickOn("#present-undo").type(KeyCode.F3);
        window.awaitReadings();
        assertThat(window.text("figure-drifted")).matches("\\d\\d\\.\\d %");
    }

    private void point(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.P).release(KeyCode.SHORTCUT);
        robot.moveTo("#heatmap-cells-drifted");
        assertThat(window.shows("pointer-spot")).isTrue();
        Bounds spot = bounds(window.node("pointer-spot"));
        Bounds map = bounds(window.node("heatmap-cells-drifted"));
        assertThat(spot.getCenterX()).isCloseTo(map.getCenterX(), within(2.0));
        assertThat(spot.getCenterY()).isCloseTo(map.getCenterY(), within(2.0));
        assertThat(window.text("heatmap-probe"))
                .as("the mouse reads through it")
                .contains("target");
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private void nothingIsCutOff() {
        WaitForAsyncUtils.waitForFxEvents();
        window.onFx(() -> {
            Bounds scene = new BoundingBox(
                    -1, -1, stage.getScene().getWidth() + 2, stage.getScene().getHeight() + 2);
            for (String row : List.of("presentation", "key-figures")) {
                for (Node node : ((Pane) window.node(row)).getChildren()) {
                    assertThat(scene.contains(bounds(node))).as("%s", node).isTrue();
                }
            }
            assertThat(scrollsNot()).isTrue();
        });
    }

    private double scale() {
        return window.explorer().looks().scaleProperty().get();
    }

    private boolean scrollsNot() {
        ScrollPane page = (ScrollPane) window.node("page");
        return page.getContent().getLayoutBounds().getHeight()
                <= page.getViewportBounds().getHeight() + 1;
    }

    /** What the next start takes up is the window, not the presentation. */
    private void closeWhilePresenting(FxRobot robot, Look before) {
        robot.type(KeyCode.F9);
        window.await("full screen", stage::isFullScreen);
        window.close();
        Preferences kept = new PreferencesFile(UserFolders.in(home).config()).read();
        assertThat(kept.scale()).isEqualTo(before.scale());
        assertThat(kept.bounds()).isNotNull();
        assertThat(kept.bounds().width()).isEqualTo(before.width());
        assertThat(kept.leftShown()).isTrue();
        assertThat(kept.presenting()).isEqualTo(new Preferences.Presenting(List.of("CHARTS"), 1.5, true, true));
    }
}
