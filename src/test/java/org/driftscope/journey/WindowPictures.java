package org.driftscope.journey;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
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

    private final Path folder = Path.of(System.getProperty("pictures", "target/pictures"));
    private ExplorerWindow window;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        window = ExplorerWindow.open(shown, ExplorerWindow.newHome());
    }

    @Test
    void everyMainState(FxRobot robot) {
        window.awaitReadings();
        states(robot, "start");
        robot.clickOn("#calibrate");
        window.await("a calibrated network", () -> points() == 1);
        window.choose("calibrate", "sweep-item");
        window.await("a sweep of ranks", () -> points() >= 5);
        window.awaitIdle();
        window.onFx(() -> window.explorer().model().settings().rankProperty().set(4));
        window.await("the rank's result", () -> !window.explorer()
                .model()
                .calibration()
                .followingProperty()
                .get());
        states(robot, "calibrated");
        for (String tab : new String[] {"layer-error", "classes", "cost"}) {
            select(tab);
            picture(robot, tab + "-light", 1440, 900);
        }
    }

    private int points() {
        return window.explorer().model().history().get().points().size();
    }

    private void states(FxRobot robot, String name) {
        for (String theme : new String[] {"light", "dark"}) {
            picture(robot, name + "-" + theme + "-small", 1280, 720);
            picture(robot, name + "-" + theme, 1440, 900);
            window.choose("more-menu", "theme-item");
        }
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

    private void picture(FxRobot robot, String name, int width, int height) {
        window.onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        robot.sleep(SETTLE_MILLIS);
        window.awaitIdle();
        BufferedImage image =
                window.onFx(() -> SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null));
        try {
            ImageIO.write(
                    image, "png", folder.resolve("window-" + name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
