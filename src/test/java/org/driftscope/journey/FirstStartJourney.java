package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Someone opens the program for the first time, reads the figures, takes the tour and looks for keys. */
@Journey
class FirstStartJourney {
    private final Path home = ExplorerWindow.newHome();
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(home);
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
        readTheHelp(robot);
        window.close();
    }

    private void takeTheTour(FxRobot robot) {
        assertThat(window.shows("tour-offer")).as("offered at the first start").isTrue();
        robot.clickOn("#tour-take");
        assertThat(window.shows("tour-offer")).isFalse();
        step("key-figures");
        assertThat(text("lesson-text")).contains(window.text("figure-clean"), window.text("figure-drifted"));
        robot.clickOn("#lesson-next");
        step("layers-table");
        waitsFor(robot, () -> robot.clickOn("#layers-table").type(KeyCode.HOME));
        step("heatmap");
        waitsFor(robot, () -> robot.moveTo("#heatmap-cells-drifted"));
        step("drift");
        robot.clickOn("#lesson-option-3").clickOn("#lesson-show");
        isDone();
        assertThat(window.text("lesson-verdict")).isEqualTo("You said: It falls. That is what was measured.");
        assertThat(text("lesson-after")).contains(window.text("figure-drifted"));
        robot.type(KeyCode.F8);
        step("undo");
        waitsFor(robot, () -> robot.clickOn("#undo"));
        step("rank");
        resized();
        robot.clickOn("#lesson-next");
        step("calibrate");
        robot.clickOn("#lesson-option-3");
        waitsFor(robot, () -> robot.clickOn("#calibrate"));
        assertThat(window.text("figure-calibrated")).matches("\\d\\d\\.\\d %");
        step("recovery-sweep-ranks");
        assertThat(window.text("lesson-next")).isEqualTo("Finish");
        robot.clickOn("#lesson-next");
        window.await("the list of lessons", () -> window.shows("lesson-finished"));
        takeTheWorksheetHome(robot);
        openALessonOfOnesOwn(robot);
        leaveByKey(robot);
    }

    private void takeTheWorksheetHome(FxRobot robot) {
        robot.clickOn("#lesson-worksheet");
        Path sheet = home.resolve("worksheet.html");
        window.await("the worksheet", () -> Files.exists(sheet));
        String html = onDisk(sheet);
        assertThat(html)
                .contains("&#9745; It falls", "That is what was measured.", window.text("figure-calibrated"))
                .contains("data:image/svg+xml;base64,");
    }

    /** One that is wrong is refused with its place; one that is right is given. */
    private void openALessonOfOnesOwn(FxRobot robot) {
        Path own = home.resolve("own.yaml");
        onDisk(own, "format: driftscope-lesson\nversion: 1\ntitle: My own\nsteps: [{title: Look, colour: red}]\n");
        window.onFx(() -> window.explorer().opening().openAll(List.of(own)));
        window.await("a refusal", () -> window.shows("problem"));
        robot.type(KeyCode.ESCAPE);
        window.await("the refusal to close", () -> !window.shows("problem"));
        onDisk(
                own,
                "format: driftscope-lesson\nversion: 1\ntitle: My own\nsteps: [{title: Look, text: 'At {lost}.'}]\n");
        window.answers().choose(own);
        robot.clickOn("#lesson-open");
        window.await("the lesson", () -> window.shows("lesson-step"));
        assertThat(window.text("lesson-title")).isEqualTo("My own");
        assertThat(text("lesson-text")).matches("At \\d+\\.\\d points\\.");
        robot.clickOn("#lesson-next");
        window.await("the list of lessons", () -> window.shows("lesson-finished"));
    }

    private static String onDisk(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void onDisk(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a text of the lesson says, wherever it may break. */
    private String text(String id) {
        return window.onFx(() -> ((Parent) window.node(id))
                .lookupAll(".lesson-run").stream()
                        .map(run -> ((Text) run).getText())
                        .collect(Collectors.joining())
                        .replace('\u00a0', ' '));
    }

    /** The way on skips until the task of the step was done. */
    private void waitsFor(FxRobot robot, Runnable task) {
        assertThat(window.text("lesson-next")).isEqualTo("Skip");
        task.run();
        isDone();
        robot.clickOn("#lesson-next");
    }

    private void isDone() {
        window.await("the step to be done", () -> !window.text("lesson-next").equals("Skip"));
    }

    /** What the step speaks of is framed, in sight, and not covered. */
    private void step(String subject) {
        assertThat(window.shows("lesson")).as("the step at %s", subject).isTrue();
        WaitForAsyncUtils.waitForFxEvents();
        window.await(
                "the frame",
                () -> window.shows("lesson-frame") && onScene("lesson-frame").contains(onScene(subject)));
        Bounds panel = window.onFx(() -> onScene("lesson"));
        Bounds place = window.onFx(() -> onScene(subject));
        Bounds name = window.onFx(() -> nameOf(subject));
        assertThat(name != null && panel.intersects(name))
                .as("the name of %s covered", subject)
                .isFalse();
        assertThat(panel.intersects(place))
                .as("%s at %s covered by %s", subject, place, panel)
                .isFalse();
        assertThat(window.onFx(() -> inSight(subject)))
                .as("%s in sight", subject)
                .isTrue();
        Scene scene = window.node(subject).getScene();
        assertThat(new BoundingBox(0, 0, scene.getWidth(), scene.getHeight())
                        .contains(window.onFx(() -> onScene("lesson-next"))))
                .as("the way on at %s is in the window", subject)
                .isTrue();
    }

    /** In the window, and not scrolled away. */
    private boolean inSight(String id) {
        Node node = window.node(id);
        boolean seen = true;
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane) {
                Bounds view = pane.lookup(".viewport")
                        .localToScene(pane.lookup(".viewport").getLayoutBounds());
                seen &= view.getMinY() - 1 <= onScene(id).getMinY()
                        && onScene(id).getMaxY() <= view.getMaxY() + 1;
            }
        }
        return seen;
    }

    private Bounds onScene(String id) {
        return onScene(window.node(id));
    }

    private static Bounds onScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** Where the label is that names a setting; null for what has none. */
    private Bounds nameOf(String id) {
        Node named = window.node(id);
        return named.getScene().getRoot().lookupAll(".setting-label").stream()
                .filter(node -> node instanceof Label label && label.getLabelFor() == named)
                .findFirst()
                .map(FirstStartJourney::onScene)
                .orElse(null);
    }

    /** The lesson stays at the same step, and its frame where its place now is. */
    private void resized() {
        window.onFx(() -> {
            window.node("layers-table").getScene().getWindow().setWidth(1200);
            window.node("layers-table").getScene().getWindow().setHeight(680);
        });
        window.await(
                "the window to be narrower",
                () -> window.node("layers-table").getScene().getWidth() <= 1200);
        WaitForAsyncUtils.waitForFxEvents();
        step("rank");
    }

    private void leaveByKey(FxRobot robot) {
        robot.clickOn("#lesson-item-2");
        step("heatmap");
        robot.clickOn("#lesson-title").type(KeyCode.F7);
        window.await("the lesson to be left", () -> !window.shows("lesson"));
        assertThat(window.shows("lesson-frame")).isFalse();
    }

    private void lookForKeys(FxRobot robot) {
        robot.clickOn("#layers-table").type(KeyCode.F1);
        window.await("the list of keys", () -> window.shows("shortcuts"));
        robot.type(KeyCode.ESCAPE);
        window.await("the list of keys to close", () -> !window.shows("shortcuts"));
    }

    private void readTheHelp(FxRobot robot) {
        for (String page : new String[] {"glossary", "citation", "about"}) {
            window.choose("help-menu", page + "-item");
            window.await(page, () -> window.shows(page));
            Bounds inside = window.onFx(() -> {
                Node node = window.node(page);
                return node.getScene().getRoot().sceneToLocal(node.localToScene(node.getLayoutBounds()));
            });
            assertThat(inside.getWidth()).as(page).isGreaterThan(300);
            assertThat(leftmostWords(page))
                    .as("%s: room before its words", page)
                    .isGreaterThan(8);
            robot.type(KeyCode.ESCAPE);
            window.await(page + " to close", () -> !window.shows(page));
        }
    }

    private double leftmostWords(String page) {
        return window.onFx(() -> window.node(page).lookupAll(".label").stream()
                .mapToDouble(
                        label -> label.localToScene(label.getLayoutBounds()).getMinX())
                .min()
                .orElseThrow());
    }
}
