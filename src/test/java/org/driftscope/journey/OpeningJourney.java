package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone opens a model, images and a folder of pictures by the buttons, and comes back by the recent files. */
@Journey
class OpeningJourney {
    private static final int CLASSES = 10;
    private static final int PICTURES = 6;
    private static final int SIDE = 32;

    private final Path home = ExplorerWindow.newHome();
    private final Path sample = Path.of(System.getProperty("sample.data"));
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(home);
    }

    @Test
    void modelImagesAndFoldersOpenByClick(FxRobot robot) throws IOException {
        window.awaitReadings();
        Path model = Files.copy(sample.resolve("model.onnx"), home.resolve("mine.onnx"));
        window.answers().choose(model);
        robot.clickOn("#open-model");
        window.awaitIdle();
        window.await("the model", () -> shown("title-name").equals("mine"));
        window.answers().choose(sample.resolve("calibration.bin"));
        robot.clickOn("#open-images");
        window.await("the images", () -> shown("title-description").contains("calibration.bin"));
        window.answers().choose(folderOfPictures());
        robot.clickOn("#open-images > .arrow-button").clickOn("#open-folder-item");
        window.await("the folder", () -> shown("title-description").contains("shapes"));
        // a fifth is set apart for calibration
        assertThat(window.text("title-description")).contains(CLASSES * PICTURES * 4 / 5 + " images of shapes");
        window.awaitReadings();
        assertThat(window.text("figure-clean")).endsWith("%");
        comeBack(robot);
        window.close();
    }

    private String shown(String id) {
        return ExplorerWindow.whole((javafx.scene.control.Labeled) window.node(id));
    }

    private void comeBack(FxRobot robot) {
        robot.clickOn("#file-menu").clickOn("#open-sample-item");
        window.await("the sample", () -> shown("title-name").equals("Bundled sample"));
        window.awaitReadings();
    }

    /** A folder a class, as photographs come. */
    private Path folderOfPictures() throws IOException {
        Path root = home.resolve("shapes");
        for (int label = 0; label < CLASSES; label++) {
            Path folder = Files.createDirectories(root.resolve("class" + label));
            for (int number = 0; number < PICTURES; number++) {
                BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
                int colour = (label * 25) << 16 | (number * 40) << 8 | 128;
                for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                    picture.setRGB(pixel % SIDE, pixel / SIDE, colour + pixel % (label + 2));
                }
                ImageIO.write(picture, "png", folder.resolve(number + ".png").toFile());
            }
        }
        return root;
    }
}
