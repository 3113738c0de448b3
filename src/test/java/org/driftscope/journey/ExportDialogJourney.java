package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.driftscope.figure.chart.SampleFigures;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.control.prompt.Choices;
import org.driftscope.ui.export.ExportDialog;
import org.driftscope.ui.export.ExportViewModel;
import org.driftscope.ui.export.SizePreset;
import org.driftscope.ui.task.FxBackgroundRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A person saves a figure in every format, its numbers, and copies it. */
@Journey
class ExportDialogJourney {
    @TempDir
    Path folder;

    private final FxBackgroundRunner runner = new FxBackgroundRunner();
    private ExportViewModel model;

    @Start
    void start(Stage stage) throws Exception {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(new Pane(), 1000, 700));
        stage.show();
        List<NamedFigure> figures = List.of(
                new NamedFigure("Recovery", SampleFigures.recovery(), Map.of()),
                new NamedFigure("Drift sweep", SampleFigures.drift(), Map.of()));
        model = new ExportViewModel(figures, Map.of("seed", "7"), new Choices(folder));
        new ExportDialog(stage, model, runner, new PreparedAnswers(folder)).show();
    }

    @Stop
    void stop() throws Exception {
        runner.close();
    }

    @Test
    void savesEveryFormatAndTheNumbers(FxRobot robot) throws Exception {
        choose(robot, ExportFormat.SVG);
        save(robot, "#export-save", "recovery.svg");
        assertThat(DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("recovery.svg").toFile())
                        .getDocumentElement()
                        .getAttribute("width"))
                .isEqualTo("85.0mm");
        choose(robot, ExportFormat.PDF);
        save(robot, "#export-save", "recovery.pdf");
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("recovery.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Parameters updated (%)", "DoRA");
        }
        choose(robot, ExportFormat.PNG);
        save(robot, "#export-save", "recovery.png");
        assertThat(ImageIO.read(folder.resolve("recovery.png").toFile()).getWidth())
                .isEqualTo(1004);
        save(robot, "#export-numbers", "recovery.csv");
        assertThat(Files.readString(folder.resolve("recovery.csv")))
                .startsWith("# seed: 7\n")
                .contains("DoRA,r = 1,2.34");
    }

    @Test
    void presetChangesTheSizeAndChoicesAreRemembered(FxRobot robot) {
        ComboBox<SizePreset> preset = robot.lookup("#export-preset").queryComboBox();
        robot.interact(() -> preset.setValue(SizePreset.SLIDE));
        assertThat(onFx(() -> model.spec().size().widthMm())).isEqualTo(310);
        save(robot, "#export-save", "recovery.svg");
        ExportViewModel next = new ExportViewModel(model.figures(), Map.of(), new Choices(folder));
        assertThat(next.presetProperty().get()).isEqualTo(SizePreset.SLIDE);
        assertThat(next.widthMmProperty().get()).isEqualTo(310);
    }

    @Test
    void previewIsDrawnAndThePictureIsCopied(FxRobot robot) throws Exception {
        ImageView sheet = robot.lookup(".export-sheet").query();
        waitFor(10, TimeUnit.SECONDS, () -> onFx(() -> sheet.getImage() != null));
        assertThat(onFx(sheet::getFitWidth) / onFx(sheet::getFitHeight)).isBetween(1.41, 1.42);
        robot.clickOn("#export-copy");
        waitFor(10, TimeUnit.SECONDS, () -> outcome(robot).startsWith("Copied"));
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getImage().getWidth()))
                .isEqualTo(1004);
    }

    private void choose(FxRobot robot, ExportFormat format) {
        ComboBox<ExportFormat> box = robot.lookup("#export-format").queryComboBox();
        robot.interact(() -> box.setValue(format));
    }

    private void save(FxRobot robot, String button, String file) {
        robot.clickOn(button);
        try {
            waitFor(20, TimeUnit.SECONDS, () -> outcome(robot).endsWith(file));
        } catch (Exception e) {
            throw new AssertionError("Told: " + outcome(robot), e);
        }
        assertThat(folder.resolve(file)).isNotEmptyFile();
    }

    private static String outcome(FxRobot robot) {
        return onFx(() -> ((Labeled) robot.lookup("#export-outcome").query()).getText());
    }

    private static <T> T onFx(Callable<T> call) {
        try {
            T value = asyncFx(call).get(10, TimeUnit.SECONDS);
            waitForFxEvents();
            return value;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
