package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.driftscope.ui.help.Shortcut;
import org.driftscope.ui.theme.Appearance;

/** Everything a user can ask the window for. */
final class Commands {
    private static final double SCALE_STEP = 0.125;

    final Command openModel;
    final Command openImages;
    final Command openImageFolder;
    final Command openCalibration;
    final Command openSample;
    final Command openSession;
    final Command save;
    final Command saveAs;
    final Command saveExperiment;
    final Command undo;
    final Command redo;
    final Command export;
    final Command evaluate;
    final Command calibrate;
    final Command sweep;
    final Command anotherChip;
    final Command studies;
    final Command archive;
    final Command cancel;
    final Command theme;
    final Command larger;
    final Command smaller;
    final Command normalSize;

    Commands(
            ExplorerViewModel explorer,
            Opening opening,
            SessionKeeper keeper,
            FileChoices choices,
            Appearance looks,
            Runnable exportFigure,
            ExperimentSaver experiments,
            Companions companions) {
        var idle = explorer.workspaceProperty().map(open -> false).orElse(true);
        openModel = Command.of(
                "open-model", "Open model", "Open a network (ONNX)", List.of("Shortcut+O"), () -> choices.model()
                        .ifPresent(opening::openModel));
        openImages = Command.of(
                "open-images", "Open images", "Open images to score with", List.of("Shortcut+I"), () -> choices.images(
                                "Open images")
                        .ifPresent(opening::openImages));
        openImageFolder = Command.of(
                "open-folder",
                "Open folder of images …",
                "Open a folder of images, one folder a class",
                List.of(),
                () -> choices.imageFolder().ifPresent(opening::openImages));
        openCalibration = Command.of(
                "open-calibration",
                "Open calibration images …",
                "Open other images to calibrate with",
                List.of(),
                () -> choices.images("Open calibration images").ifPresent(opening::openCalibrationImages));
        openSample =
                Command.of("open-sample", "Bundled sample", "Open the bundled sample", List.of(), opening::openSample);
        openSession = Command.of(
                "open-session",
                "Open session …",
                "Open a saved session",
                List.of("Shortcut+Shift+O"),
                () -> choices.session().ifPresent(file -> opening.openSession(file, session -> keeper.attach(file))));
        save = Command.of(
                "save-session", "Save session", "Save the session", List.of("Shortcut+S"), () -> save(keeper, choices));
        saveAs = Command.of(
                "save-session-as",
                "Save session as …",
                "Save the session to another file",
                List.of("Shortcut+Shift+S"),
                () -> choices.saveSession().ifPresent(keeper::save));
        saveExperiment = Command.of(
                        "save-experiment",
                        "Save as experiment …",
                        "Save these settings for driftscope run",
                        List.of(),
                        () -> choices.saveExperiment().ifPresent(experiments::save))
                .disabledWhen(idle);
        undo = Command.of("undo", "Undo", "Undo the last change", List.of("Shortcut+Z"), explorer.history()::undo)
                .disabledWhen(explorer.history().undoableProperty().not());
        redo = Command.of(
                        "redo",
                        "Redo",
                        "Redo what was undone",
                        List.of("Shortcut+Shift+Z", "Shortcut+Y"),
                        explorer.history()::redo)
                .disabledWhen(explorer.history().redoableProperty().not());
        export = Command.of(
                        "export-figure",
                        "Export figure",
                        "Save a map or a chart to a file",
                        List.of("Shortcut+E"),
                        exportFigure)
                .disabledWhen(idle);
        evaluate = Command.of(
                        "evaluate",
                        "Evaluate",
                        "Score the clean and the drifted network again",
                        List.of("F5"),
                        explorer::evaluate)
                .disabledWhen(idle);
        calibrate = Command.of(
                        "calibrate",
                        "Calibrate",
                        "Calibrate the ticked layers",
                        List.of("Shortcut+Enter"),
                        explorer::calibrate)
                .disabledWhen(idle);
        sweep = Command.of(
                        "sweep",
                        "Sweep ranks",
                        "Calibrate at ranks 1, 2, 4, 8 and 16",
                        List.of("Shortcut+R"),
                        explorer::sweepRanks)
                .disabledWhen(idle);
        anotherChip = Command.of(
                "new-chip", "Another chip", "Draw a new seed", List.of("F6"), explorer.settings()::anotherChip);
        studies = Command.of(
                "studies",
                "Studies …",
                "Run a study: many trials and a figure",
                List.of("Shortcut+T"),
                companions::showStudies);
        archive = Command.of(
                "history",
                "History …",
                "Look into the archive of all trials",
                List.of("Shortcut+H"),
                companions::showHistory);
        cancel = Command.of(
                "cancel-job", "Cancel", "Cancel the running job", List.of("Esc"), explorer.monitor()::cancel);
        theme = Command.of(
                "theme",
                "Light or dark",
                "Switch between light and dark",
                List.of("Shortcut+D"),
                () -> looks.themeProperty().set(looks.themeProperty().get().other()));
        larger = Command.of(
                "larger",
                "Larger",
                "Scale the window up",
                List.of("Shortcut+EQUALS", "Shortcut+ADD", "Shortcut+PLUS"),
                () -> scale(looks, SCALE_STEP));
        smaller = Command.of(
                "smaller",
                "Smaller",
                "Scale the window down",
                List.of("Shortcut+MINUS", "Shortcut+SUBTRACT"),
                () -> scale(looks, -SCALE_STEP));
        normalSize = Command.of(
                "normal-size",
                "Normal size",
                "Scale the window to 100 %",
                List.of("Shortcut+0"),
                () -> looks.scaleProperty().set(1));
    }

    private static void scale(Appearance looks, double by) {
        looks.scaleProperty().set(looks.scaleProperty().get() + by);
    }

    private static void save(SessionKeeper keeper, FileChoices choices) {
        Path file = keeper.file();
        if (file != null) {
            keeper.save(file);
        } else {
            choices.saveSession().ifPresent(keeper::save);
        }
    }

    private Stream<Command> all() {
        return Stream.of(
                openModel,
                openImages,
                openSession,
                save,
                saveAs,
                undo,
                redo,
                export,
                evaluate,
                calibrate,
                sweep,
                anotherChip,
                studies,
                archive,
                cancel,
                theme,
                larger,
                smaller,
                normalSize);
    }

    /** All keys with their meaning. */
    Stream<Shortcut> shortcuts() {
        return all().filter(command -> !command.keys().isEmpty()).map(Command::shortcut);
    }

    /** Binds all keys. */
    void install(Scene scene) {
        all().forEach(command -> command.keys()
                .forEach(keys -> scene.getAccelerators().put(KeyCombination.valueOf(keys), command::run)));
    }

    /** Binds a key of one character, which a text field takes first. */
    static void onCharacter(Scene scene, String character, KeyCode function, Runnable action) {
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals(character) && !(scene.getFocusOwner() instanceof TextInputControl)) {
                action.run();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == function) {
                action.run();
            }
        });
    }
}
