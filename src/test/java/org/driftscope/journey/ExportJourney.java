package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.export.SizePreset;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Someone calibrates, then saves a map, the chart and the whole panel from the main window in every format. */
@Journey
class ExportJourney {
    private static final double POINTS_PER_MM = 72 / 25.4;

    private final Path home = ExplorerWindow.newHome();
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(home);
    }

    @Test
    void everythingOnScreenIsSavedInEveryFormat(FxRobot robot) throws Exception {
        window.awaitReadings();
        robot.clickOn("#calibrate");
        window.await(
                "a point",
                () -> window.explorer().model().history().get().points().size() == 1);
        window.awaitIdle();
        robot.clickOn("#export-figure");
        window.await("the export dialog", () -> window.shows("export-dialog"));
        aMapAsSvg(robot);
        aMapAsPdf(robot);
        aMapAsPng(robot);
        itsNumbers(robot);
        theWholePanelForASlide(robot);
        robot.type(KeyCode.ESCAPE);
        window.await("the export dialog to close", () -> !window.shows("export-dialog"));
        theChartInFront(robot);
        window.close();
    }

    private void aMapAsSvg(FxRobot robot) throws Exception {
        Document svg = svg(save(robot, ExportFormat.SVG, "#export-save", "svg"));
        Element root = svg.getDocumentElement();
        assertThat(root.getAttribute("width")).isEqualTo("85.0mm");
        assertThat(root.getAttribute("height")).isEqualTo("60.0mm");
        assertThat(root.getTextContent()).contains("Column (output)", "Row (input)", "Target", "seed");
        assertThat(svg.getElementsByTagName("text").getLength()).isGreaterThan(5);
        assertThat(svg.getElementsByTagName("image").getLength()).isPositive();
    }

    private void aMapAsPdf(FxRobot robot) throws IOException {
        Path file = save(robot, ExportFormat.PDF, "#export-save", "pdf");
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isCloseTo((float) (85 * POINTS_PER_MM), within(0.5f));
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isCloseTo((float) (60 * POINTS_PER_MM), within(0.5f));
            // turned text comes in pieces
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text).contains("Column(output)", "Row(input)", "Target");
            assertThat(cellsOf(pdf.getPage(0).getResources()))
                    .as("the map is embedded at the resolution of its cells")
                    .isTrue();
        }
    }

    private boolean cellsOf(PDResources resources) throws IOException {
        LayerPicture shown = window.onFx(
                () -> window.explorer().model().picture().lookProperty().get());
        for (var name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                var image = (org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject) resources.getXObject(name);
                if (image.getWidth() == shown.cols() && image.getHeight() == shown.rows()) {
                    return true;
                }
            } else if (resources.getXObject(name) instanceof org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject form
                    && form.getResources() != null
                    && cellsOf(form.getResources())) {
                return true;
            }
        }
        return false;
    }

    private void aMapAsPng(FxRobot robot) throws IOException {
        BufferedImage png = ImageIO.read(
                save(robot, ExportFormat.PNG, "#export-save", "png").toFile());
        // 85 mm x 60 mm at 300 dots an inch
        assertThat(png.getWidth()).isEqualTo(1004);
        assertThat(png.getHeight()).isEqualTo(709);
        assertThat(png.getRGB(2, 2)).as("light unless asked").isEqualTo(0xffffffff);
        robot.clickOn("#export-copy");
        window.await("a copied picture", () -> window.text("export-outcome").startsWith("Copied"));
        assertThat(window.onFx(() -> Clipboard.getSystemClipboard().getImage().getWidth()))
                .isEqualTo(1004);
    }

    private void itsNumbers(FxRobot robot) throws IOException {
        LayerPicture shown = window.onFx(
                () -> window.explorer().model().picture().lookProperty().get());
        String csv = Files.readString(save(robot, ExportFormat.PNG, "#export-numbers", "csv"));
        assertThat(csv).contains("# seed: 7\n", "# model_sha256: ");
        assertThat(csv.lines().filter(line -> !line.startsWith("#")).count())
                .as("a line for each row of target, drifted, change and residual, under a heading")
                .isEqualTo(1 + 4L * shown.rows());
    }

    private void theWholePanelForASlide(FxRobot robot) throws Exception {
        ListView<NamedFigure> figures = robot.lookup("#export-figures").queryListView();
        window.onFx(() -> {
            figures.getSelectionModel().clearSelection();
            figures.getSelectionModel().selectLast();
        });
        ComboBox<SizePreset> preset = robot.lookup("#export-preset").queryComboBox();
        window.onFx(() -> {
            preset.setValue(SizePreset.SLIDE);
        });
        Document svg = svg(save(robot, ExportFormat.SVG, "#export-save", "svg"));
        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("310.0mm");
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("Target", "Drifted", "Change", "Residual", "Parameters updated (%)", "DoRA");
    }

    private void theChartInFront(FxRobot robot) throws Exception {
        robot.clickOn("#charts-export");
        window.await("the export dialog", () -> window.shows("export-dialog"));
        Document svg = svg(save(robot, ExportFormat.SVG, "#export-save", "svg"));
        assertThat(svg.getDocumentElement().getTextContent()).contains("Top-1 accuracy (%)", "clean 94.5");
        robot.type(KeyCode.ESCAPE);
    }

    private static Document svg(Path file) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(file.toFile());
    }

    /** Presses a button of the dialog and finds what it wrote. */
    private Path save(FxRobot robot, ExportFormat format, String button, String ending) {
        ComboBox<ExportFormat> formats = robot.lookup("#export-format").queryComboBox();
        window.onFx(() -> {
            formats.setValue(format);
        });
        forgetFiles(ending);
        robot.clickOn(button);
        window.await("a " + ending, () -> window.text("export-outcome").endsWith(ending));
        return written(ending).findFirst().orElseThrow();
    }

    private void forgetFiles(String ending) {
        written(ending).forEach(file -> assertThat(file.toFile().delete()).isTrue());
    }

    private Stream<Path> written(String ending) {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith("." + ending)).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
