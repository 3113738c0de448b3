package org.driftscope.ui.export;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.FigureImage;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;

/** The figure as the file will have it, made to fit. */
final class ExportPreview extends StackPane {
    private static final double EDGE = 16;

    private final ImageView view = new ImageView();
    private final LatestOnly lane;
    private final Consumer<Throwable> failed;

    ExportPreview(BackgroundRunner runner, Consumer<Throwable> failed) {
        this.lane = LatestOnly.finishing(runner);
        this.failed = failed;
        setId("export-preview");
        getStyleClass().add("export-preview");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        view.getStyleClass().add("export-sheet");
        getChildren().add(view);
    }

    void show(NamedFigure figure, ExportSpec asked) {
        ExportSpec spec = asked.tallEnoughFor(figure.figure());
        setAccessibleText("Preview of " + figure.name());
        double room = Math.max(0.05, fit(spec));
        double output = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        lane.submit(Job.of(
                "Drawing the preview",
                (progress, cancel) -> draw(figure, spec, room * output),
                picture -> {
                    view.setImage(image(picture));
                    view.setFitWidth(spec.size().widthPoints() * room);
                    view.setFitHeight(spec.size().heightPoints() * room);
                },
                failed));
    }

    /** Screen pixels in a point, so that the sheet fits. */
    private double fit(ExportSpec spec) {
        return Math.min(
                (getWidth() - 2 * EDGE) / spec.size().widthPoints(),
                (getHeight() - 2 * EDGE) / spec.size().heightPoints());
    }

    /** @param scale pixels in a point */
    static FigureImage draw(NamedFigure figure, ExportSpec asked, double scale) {
        ExportSpec spec = asked.tallEnoughFor(figure.figure());
        ChartTheme theme = new ChartTheme(spec.palette(), spec.size().style());
        return FigureImage.draw(
                figure.figure(), spec.size().widthPoints(), spec.size().heightPoints(), scale, theme);
    }

    static Image image(FigureImage picture) {
        PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(
                picture.width(), picture.height(), IntBuffer.wrap(picture.argb()), PixelFormat.getIntArgbPreInstance());
        return new WritableImage(pixels);
    }
}
