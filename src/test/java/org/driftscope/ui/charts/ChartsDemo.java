package org.driftscope.ui.charts;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.task.FxBackgroundRunner;
import org.driftscope.ui.theme.Appearance;
import org.driftscope.ui.theme.Theme;

/**
 * Pictures of the panel alone, one a tab, to look at. Not a test.
 *
 * <p>Arguments: folder width height [dark] [empty].
 */
public final class ChartsDemo extends Application {
    private static final int TABS = 5;

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        ChartsViewModel model = new ChartsViewModel();
        Appearance appearance = new Appearance();
        if (arguments.contains("dark")) {
            appearance.themeProperty().set(Theme.DARK);
            model.darkProperty().set(true);
        }
        if (!arguments.contains("empty")) {
            SampleCharts.fill(model);
        }
        ChartsView view = new ChartsView(model, new RecordedActions(), new FxBackgroundRunner());
        Scene scene = new Scene(view, Double.parseDouble(arguments.get(1)), Double.parseDouble(arguments.get(2)));
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
        picture(view, scene, new File(arguments.get(0)), 0);
    }

    private void picture(ChartsView view, Scene scene, File folder, int tab) {
        if (tab == TABS) {
            Platform.exit();
            return;
        }
        view.selectTab(tab);
        PauseTransition drawn = new PauseTransition(Duration.seconds(1));
        drawn.setOnFinished(event -> {
            try {
                ImageIO.write(
                        SwingFXUtils.fromFXImage(scene.snapshot(null), null),
                        "png",
                        new File(folder, "tab" + tab + ".png"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            picture(view, scene, folder, tab + 1);
        });
        drawn.play();
    }

    /** Needed because a class that extends Application cannot be started from the class path. */
    public static final class Launcher {
        private Launcher() {}

        public static void main(String[] arguments) {
            launch(ChartsDemo.class, arguments);
        }
    }
}
