package org.driftscope.ui.export;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.driftscope.figure.chart.SampleFigures;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.control.prompt.Choices;
import org.driftscope.ui.control.prompt.SystemFilePrompt;
import org.driftscope.ui.task.FxBackgroundRunner;
import org.driftscope.ui.theme.Appearance;
import org.driftscope.ui.theme.Theme;

/** A picture of the export dialog, to look at. Not a test. Arguments: file [dark]. */
public final class ExportDemo extends Application {
    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        Appearance appearance = new Appearance();
        appearance.themeProperty().set(arguments.contains("dark") ? Theme.DARK : Theme.LIGHT);
        stage.setScene(new Scene(new Pane(), 1200, 800));
        stage.show();
        List<NamedFigure> figures = List.of(
                new NamedFigure("Recovery", SampleFigures.recovery(), Map.of()),
                new NamedFigure("Drift sweep", SampleFigures.drift(), Map.of()),
                new NamedFigure("Layer error", SampleFigures.layers(), Map.of()));
        Choices choices = new Choices(Path.of(System.getProperty("java.io.tmpdir"), "driftscope-demo-export"));
        ExportDialog dialog = new ExportDialog(
                stage,
                new ExportViewModel(figures, Map.of(), choices),
                new FxBackgroundRunner(),
                new SystemFilePrompt(stage, choices));
        appearance.dress(dialog.getDialogPane());
        dialog.show();
        PauseTransition drawn = new PauseTransition(Duration.seconds(2));
        drawn.setOnFinished(event -> {
            picture(dialog.getDialogPane().getScene(), new File(arguments.get(0)));
            Platform.exit();
        });
        drawn.play();
    }

    private static void picture(Scene scene, File file) {
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Needed because a class that extends Application cannot be started from the class path. */
    public static final class Launcher {
        private Launcher() {}

        public static void main(String[] arguments) {
            launch(ExportDemo.class, arguments);
        }
    }
}
