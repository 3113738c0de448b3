package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.driftscope.figure.raster.HeatmapRaster;
import org.driftscope.figure.raster.HeatmapStyle;
import org.driftscope.figure.raster.Raster;
import org.driftscope.figure.raster.Viewport;
import org.driftscope.ui.heatmap.HeatmapView;
import org.driftscope.ui.heatmap.SamplePictures;
import org.driftscope.ui.heatmap.TileMapView;
import org.driftscope.ui.heatmap.model.CellView;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.MapContent;
import org.driftscope.ui.heatmap.model.MapKind;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A person reads cells, moves about, picks a tile and sees what calibration left. */
@Journey
class HeatmapPanelJourney {
    private HeatmapViewModel model;
    private HBox root;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        model = new HeatmapViewModel();
        HeatmapView view = new HeatmapView(model);
        HBox.setHgrow(view, Priority.ALWAYS);
        root = new HBox(new TileMapView(model), view);
        stage.setScene(new Scene(root, 1180, 480));
        stage.show();
        model.show(SamplePictures.drifted("layer2.0.conv2", 288, 32, 0.2, 7));
    }

    @Test
    void pointingReadsACellAndMovesNothing(FxRobot robot) {
        double before =
                onFx(() -> node(robot, "#heatmap-maps").getLayoutBounds().getHeight());
        robot.moveTo("#heatmap-cells-drifted");
        waitForFxEvents();
        assertThat(text(robot, "#heatmap-probe")).contains("target", "drifted", "change", "weight", "(in ", "µS");
        assertThat(onFx(() -> node(robot, "#heatmap-maps").getLayoutBounds().getHeight()))
                .isEqualTo(before);
    }

    @Test
    void wheelZoomsAllMapsAndZeroFitsThem(FxRobot robot) {
        robot.clickOn("#heatmap-cells-change");
        robot.type(KeyCode.EQUALS).type(KeyCode.EQUALS);
        waitForFxEvents();
        Viewport byKeys = onFx(() -> model.navigation().viewportProperty().get());
        assertThat(byKeys.rows()).isLessThan(288 / 2.0);
        robot.scroll(1, VerticalDirection.UP);
        waitForFxEvents();
        assertThat(onFx(() -> model.navigation().viewportProperty().get())).isNotEqualTo(byKeys);
        robot.press(KeyCode.DIGIT0).release(KeyCode.DIGIT0);
        waitForFxEvents();
        assertThat(onFx(() -> model.navigation().viewportProperty().get())).isEqualTo(Viewport.whole(288, 32));
    }

    @Test
    void everyMapShowsExactlyTheRastersPixels(FxRobot robot) {
        robot.clickOn("#heatmap-zoom-in");
        waitForFxEvents();
        onFx(() -> {
            root.layout();
            return true;
        });
        for (MapContent map : onFx(() -> model.mapsProperty().get())) {
            ImageView image = image(robot, map.kind().name().toLowerCase(Locale.ROOT));
            int width = (int) image.getImage().getWidth();
            int height = (int) image.getImage().getHeight();
            int[] shown = new int[width * height];
            image.getImage()
                    .getPixelReader()
                    .getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), shown, 0, width);
            HeatmapStyle style = new HeatmapStyle(
                    map.map(), map.range(), model.reductionProperty().get());
            Raster expected = HeatmapRaster.paint(
                    map.grid(), model.navigation().viewportProperty().get(), style, width, height);
            assertThat(shown).isEqualTo(expected.argb());
        }
    }

    @Test
    void arrowsMoveSpacePinsCopyCopiesEscapeLetsGo(FxRobot robot) {
        onFx(() -> {
            node(robot, "#heatmap-maps").requestFocus();
            return true;
        });
        robot.type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.SPACE);
        waitForFxEvents();
        assertThat(text(robot, "#heatmap-probe")).startsWith("row 145 (in 16, k 0,1), column 16:");
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        waitForFxEvents();
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).contains("145\t16\t");
        assertThat(onFx(() -> model.selection().pinnedProperty().get())).isNotNull();
        robot.type(KeyCode.ESCAPE);
        waitForFxEvents();
        assertThat(onFx(() -> model.selection().pinnedProperty().get())).isNull();
    }

    @Test
    void viewsAndTilesAreChosenByClick(FxRobot robot) {
        robot.clickOn("#heatmap-view-weight");
        assertThat(onFx(() -> model.viewProperty().get())).isEqualTo(CellView.WEIGHT);
        robot.clickOn("#heatmap-view-weight");
        assertThat(onFx(() -> model.viewProperty().get())).isEqualTo(CellView.WEIGHT);
        robot.clickOn("#tile-0");
        waitForFxEvents();
        assertThat(text(robot, "#heatmap-place")).isEqualTo("288 × 32, tile 1 of 2");
        robot.clickOn("#tile-map-whole");
        waitForFxEvents();
        assertThat(text(robot, "#heatmap-place")).isEqualTo("288 × 32, whole layer");
    }

    @Test
    void calibrationAddsTheResidualAndTheHistogramFoldsAway(FxRobot robot) {
        assertThat(onFx(() -> node(robot, "#heatmap-map-residual").isVisible())).isFalse();
        onFx(() -> {
            model.show(SamplePictures.calibrated("layer2.0.conv2", 288, 32, 0.2, 7));
            return true;
        });
        assertThat(onFx(() -> node(robot, "#heatmap-map-residual").isVisible())).isTrue();
        robot.clickOn("#heatmap-histogram-toggle");
        waitForFxEvents();
        assertThat(onFx(() -> node(robot, "#heatmap-histogram").isVisible())).isTrue();
        assertThat(model.figure(MapKind.RESIDUAL)).isPresent();
    }

    @Test
    void aHiddenPanelPaintsNothingUntilItShows(FxRobot robot) {
        ImageView image = image(robot, "target");
        waitForFxEvents();
        int before = onFx(() -> fingerprint(image));
        onFx(() -> {
            root.setVisible(false);
            model.show(SamplePictures.drifted("layer3.0.conv1", 288, 64, 0.3, 8));
            model.navigation().zoom(30, 0.7, 0.7);
            root.layout();
            return true;
        });
        waitForFxEvents();
        assertThat(onFx(() -> fingerprint(image))).isEqualTo(before);
        onFx(() -> {
            root.setVisible(true);
            root.layout();
            return true;
        });
        waitForFxEvents();
        assertThat(onFx(() -> fingerprint(image))).isNotEqualTo(before);
    }

    @Test
    void reductionIsSaidWhereCellsOutnumberPixels(FxRobot robot) {
        assertThat(onFx(() -> ((Region) node(robot, "#heatmap-reduction")).isVisible()))
                .isFalse();
        onFx(() -> {
            model.show(SamplePictures.drifted("big", 1152, 512, 0.2, 7));
            return true;
        });
        waitForFxEvents();
        assertThat(text(robot, "#heatmap-reduction")).matches("largest of \\d+ cells");
    }

    private static int fingerprint(ImageView image) {
        int width = (int) image.getImage().getWidth();
        int height = (int) image.getImage().getHeight();
        int hash = 1;
        for (int y = 0; y < height; y += 7) {
            for (int x = 0; x < width; x += 7) {
                hash = 31 * hash + image.getImage().getPixelReader().getArgb(x, y);
            }
        }
        return hash;
    }

    private static ImageView image(FxRobot robot, String map) {
        return robot.lookup("#heatmap-cells-" + map + " > .image-view").query();
    }

    private static Node node(FxRobot robot, String query) {
        return robot.lookup(query).query();
    }

    private static String text(FxRobot robot, String query) {
        return onFx(() -> ExplorerWindow.whole((Labeled) node(robot, query)));
    }

    private static <T> T onFx(Callable<T> work) {
        try {
            return waitFor(10, TimeUnit.SECONDS, asyncFx(work));
        } catch (TimeoutException e) {
            throw new AssertionError("the window did not answer within 10 s", e);
        }
    }
}
