package org.driftscope.ui.heatmap;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.driftscope.ui.heatmap.model.Cell;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;

/**
 * The panel and its tile map in a window of their own, to look at. Parameters: {@code --dark}, {@code --width=},
 * {@code --height=}, {@code --rows=}, {@code --cols=}, {@code --calibrated}, {@code --histogram}, {@code --probe}.
 */
public final class HeatmapDemo {
    private HeatmapDemo() {}

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            List<String> flags = getParameters().getUnnamed();
            Application.setUserAgentStylesheet(
                    flags.contains("--dark")
                            ? new PrimerDark().getUserAgentStylesheet()
                            : new PrimerLight().getUserAgentStylesheet());
            HeatmapViewModel model = new HeatmapViewModel();
            BorderPane left = new BorderPane();
            left.setBottom(new TileMapView(model));
            left.setPadding(new Insets(12));
            left.setMinWidth(240);
            SplitPane root = new SplitPane(left, new HeatmapView(model));
            SplitPane.setResizableWithParent(left, false);
            root.setDividerPositions(0.2);
            model.histogramShownProperty().set(flags.contains("--histogram"));
            int rows = number("rows", 288);
            int cols = number("cols", 32);
            model.show(
                    flags.contains("--calibrated")
                            ? SamplePictures.calibrated("layer2.0.conv2", rows, cols, 0.2, 7)
                            : SamplePictures.drifted("layer2.0.conv2", rows, cols, 0.2, 7));
            if (flags.contains("--probe")) {
                model.selection().togglePin(new Cell(rows / 4, cols / 4));
                model.selection().point(new Cell(rows / 2, cols / 2));
            }
            stage.setScene(new Scene(root, number("width", 1096), number("height", 380)));
            stage.setX(0);
            stage.setY(0);
            stage.show();
        }

        private int number(String name, int otherwise) {
            String text = getParameters().getNamed().get(name);
            return text == null ? otherwise : Integer.parseInt(text);
        }
    }
}
