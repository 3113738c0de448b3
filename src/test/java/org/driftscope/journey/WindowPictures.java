package org.driftscope.journey;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.lessons.LessonViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Makes the pictures of the window in {@code assets}, light and dark, at two sizes; see src/docs/pictures.md. No test:
 * it runs only where {@code pictures} names the folder.
 */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "pictures", matches = ".+")
class WindowPictures {
    private static final int SETTLE_MILLIS = 1500;
    private static final int STUDY_IMAGES = 300;
    private static final String[] THEMES = {"light", "dark"};

    private final Path folder = Path.of(System.getProperty("pictures", "target/pictures"));
    private ExplorerWindow window;
    private Stage stage;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(ExplorerWindow.newHome());
        stage = window.stage();
    }

    @Test
    void everyMainState(FxRobot robot) {
        window.awaitReadings();
        states(robot, "start");
        calibrate(robot);
        states(robot, "calibrated");
        for (String tab : new String[] {"drift-sweep", "layer-error", "classes", "cost"}) {
            select(tab);
            states(robot, tab);
        }
        window.choose("more-menu", "look-inside-item");
        window.await("the maps", () -> !window.text("inside-legend").isEmpty());
        ofBothThemes("inside", "inside");
        hide("inside");
        window.choose("more-menu", "circuit-item");
        window.await("the circuit", () -> window.shows("circuit-sentence"));
        ofWindow("circuit-light", "circuit");
        hide("circuit");
        window.choose("more-menu", "correction-item");
        window.await("the correction", () -> !window.text("correction-count").equals("none"));
        ofWindow("correction-light", "correction");
        hide("correction");
        export(robot);
        studies(robot);
        ageing(robot);
        window.choose("calibrate", "history-item");
        window.await("the history", () -> window.shows("history-table"));
        ofBothThemes("history", "history-table");
    }

    @Test
    void lessons(FxRobot robot) {
        window.awaitReadings();
        tour(robot);
        resize(false);
        LessonViewModel lessons = window.explorer().lessons().model();
        window.onFx(() -> {
            lessons.give(lessons.lessons().get(3));
            lessons.next();
        });
        window.onFx(() -> lessons.predict("Nothing much"));
        window.awaitReadings();
        window.onFx(lessons::show);
        window.await("the step to be done", () -> window.shows("lesson-after"));
        resize(true);
        picture(robot, "lesson-light", true);
    }

    private void tour(FxRobot robot) {
        window.choose("help-menu", "tour-item");
        window.await("the tour", () -> window.shows("lesson"));
        for (boolean small : new boolean[] {true, false}) {
            resize(small);
            picture(robot, "tour-light", small);
        }
    }

    private void calibrate(FxRobot robot) {
        robot.clickOn("#calibrate");
        window.await("a calibrated network", () -> points() == 1);
        window.choose("calibrate", "sweep-item");
        window.await("a sweep of ranks", () -> points() >= 5);
        window.awaitIdle();
        window.onFx(() -> window.explorer()
                .model()
                .settings()
                .number(CalibrationSettings.RANK)
                .set(4));
        window.await("the rank's result", () -> !window.explorer()
                .model()
                .calibration()
                .followingProperty()
                .get());
        select("drift-sweep");
        robot.clickOn("#drift-run");
        window.awaitIdle();
        select("recovery");
    }

    private int points() {
        return window.explorer().model().history().get().points().size();
    }

    private void export(FxRobot robot) {
        robot.clickOn("#export-figure");
        window.await("the export dialog", () -> window.shows("export-dialog"));
        ofBothThemes("export", "export-dialog");
        robot.type(KeyCode.ESCAPE);
        window.await("the export dialog to close", () -> !window.shows("export-dialog"));
    }

    @SuppressWarnings("unchecked")
    private void studies(FxRobot robot) {
        robot.clickOn("#studies");
        window.await("the studies", () -> window.shows("study"));
        window.onFx(() -> ((Spinner<Integer>) window.node("study-limit"))
                .getValueFactory()
                .setValue(STUDY_IMAGES));
        window.onFx(() -> ((Button) window.node("study-run")).fire());
        window.await(
                "the figure",
                () -> ((FigurePane) window.node("study-figure"))
                                .figureProperty()
                                .get()
                        != null);
        ofBothThemes("studies", "study");
        hide("study");
    }

    /** Large in both themes, small in the light one. */
    private void states(FxRobot robot, String name) {
        for (String theme : THEMES) {
            if (theme.equals("light")) {
                resize(true);
                picture(robot, name + "-" + theme, true);
            }
            resize(false);
            picture(robot, name + "-" + theme, false);
            window.choose("more-menu", "theme-item");
        }
    }

    /** A day of phase-change memory, and its ten years. */
    private void ageing(FxRobot robot) {
        window.onFx(() -> {
            var settings = window.explorer().model().settings();
            settings.deviceProperty().set(DeviceKinds.named("pcm"));
            settings.number(DriftSettings.AGE).set(Age.parse("1d"));
        });
        window.awaitIdle();
        select("drift-sweep");
        robot.clickOn("#drift-run");
        window.awaitIdle();
        robot.clickOn("#calibrate");
        window.awaitIdle();
        resize(false);
        picture(robot, "ageing-light", false);
    }

    private void select(String tab) {
        window.onFx(() -> {
            TabPane tabs = (TabPane) window.node("charts-tabs");
            tabs.getTabs().stream()
                    .filter(one -> ("charts-tab-" + tab).equals(one.getId()))
                    .findFirst()
                    .ifPresent(tabs.getSelectionModel()::select);
        });
    }

    private void resize(boolean small) {
        window.onFx(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(small ? 1280 : 1440);
            stage.setHeight(small ? 720 : 900);
        });
    }

    private void picture(FxRobot robot, String name, boolean small) {
        robot.moveTo(new Point2D(stage.getWidth() / 2, stage.getHeight() - 2));
        settle(robot);
        write(window.onFx(this::withPopups), name + (small ? "-small" : ""));
    }

    /** The main window with what lies over it; a screen without a compositor would show the popups' shadows on white. */
    private BufferedImage withPopups() {
        Scene scene = stage.getScene();
        BufferedImage image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        Graphics2D graphics = image.createGraphics();
        SnapshotParameters transparent = new SnapshotParameters();
        transparent.setFill(Color.TRANSPARENT);
        for (Window popup : Window.getWindows()) {
            if (popup instanceof PopupWindow) {
                graphics.drawImage(
                        SwingFXUtils.fromFXImage(popup.getScene().getRoot().snapshot(transparent, null), null),
                        (int) (popup.getX() - stage.getX() - scene.getX()),
                        (int) (popup.getY() - stage.getY() - scene.getY()),
                        null);
            }
        }
        graphics.dispose();
        return image;
    }

    /** A window or dialog beside the main one. @param id of a node in it */
    private void ofBothThemes(String name, String id) {
        for (String theme : THEMES) {
            ofWindow(name + "-" + theme, id);
            window.choose("more-menu", "theme-item");
        }
    }

    private void ofWindow(String name, String id) {
        settle(new FxRobot());
        write(
                window.onFx(() ->
                        SwingFXUtils.fromFXImage(window.node(id).getScene().snapshot(null), null)),
                name);
    }

    private void hide(String id) {
        window.onFx(() -> window.node(id).getScene().getWindow().hide());
    }

    private void settle(FxRobot robot) {
        robot.sleep(SETTLE_MILLIS);
        window.awaitIdle();
    }

    private void write(BufferedImage image, String name) {
        try {
            ImageIO.write(
                    image, "png", folder.resolve("window-" + name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
