package org.driftscope.ui.main;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.help.Shortcut;
import org.driftscope.ui.presentation.PresentationViewModel;
import org.driftscope.ui.theme.Appearance;

/** Everything a user can ask the window for. */
final class Commands {
    private static final double SCALE_STEP = 0.125;

    final FileCommands files;
    final Command undo;
    final Command redo;
    final Command export;
    final Command evaluate;
    final Command calibrate;
    final Command calibrateChips;
    final Command sweep;
    final Command anotherChip;
    final Command studies;
    final Command archive;
    final Command inside;
    final Command circuit;
    final Command correction;
    final Command pair;
    final Command cancel;
    final Command theme;
    final Command larger;
    final Command smaller;
    final Command normalSize;
    final Command lessons;
    final Command lessonNext;
    final Command lessonBack;
    final Command present;
    final Command coverNumbers;
    final Command pointer;
    final Command find;
    final Command quit;

    Commands(
            ExplorerViewModel explorer,
            FileCommands files,
            Appearance looks,
            Runnable exportFigure,
            Companions companions,
            LessonDesk lessonDesk,
            PresentationViewModel presentation,
            Runnable findCommand,
            Runnable close) {
        this.files = files;
        var idle = explorer.workspaceProperty().map(open -> false).orElse(true);
        undo = Command.of("undo", "Undo", "Undo the last change", List.of("Shortcut+Z"), explorer.history()::undo)
                .disabledWhen(explorer.history().undoableProperty().not(), "Nothing to undo")
                .of(explorer.history().lastChangeProperty());
        redo = Command.of(
                        "redo",
                        "Redo",
                        "Redo what was undone",
                        List.of("Shortcut+Shift+Z", "Shortcut+Y"),
                        explorer.history()::redo)
                .disabledWhen(explorer.history().redoableProperty().not(), "Nothing to redo")
                .of(explorer.history().nextChangeProperty());
        export = Command.of(
                        "export-figure",
                        "Export maps…",
                        "Save the maps to files; charts are in the list as well",
                        List.of("Shortcut+E"),
                        exportFigure)
                .disabledWhen(idle, Command.NEEDS_NETWORK);
        evaluate = Command.of(
                        "evaluate",
                        "Evaluate",
                        "Score the clean and the drifted network again",
                        List.of("F5"),
                        explorer::evaluate)
                .disabledWhen(idle, Command.NEEDS_NETWORK);
        calibrate = Command.of(
                        "calibrate",
                        "Calibrate",
                        "Calibrate the ticked layers",
                        List.of("Shortcut+Enter"),
                        explorer::calibrate)
                .disabledWhen(idle, Command.NEEDS_NETWORK);
        calibrateChips = Command.of(
                        "calibrate-chips",
                        "Calibrate ten chips",
                        "Calibrate this chip and the next nine seeds: the chart shows their mean and spread",
                        List.of("Shortcut+Shift+Enter"),
                        explorer::calibrateChips)
                .disabledWhen(idle, Command.NEEDS_NETWORK);
        sweep = Command.of(
                        "sweep",
                        "Sweep ranks",
                        "Calibrate at ranks 1, 2, 4, 8 and 16",
                        List.of("Shortcut+R"),
                        explorer::sweepRanks)
                .disabledWhen(idle, Command.NEEDS_NETWORK);
        anotherChip = Command.of(
                "new-chip", "Another chip", "Draw a new seed", List.of("F6"), explorer.settings()::anotherChip);
        studies = Command.of(
                "studies",
                "Studies…",
                "Run a study: many trials and a figure",
                List.of("Shortcut+T"),
                companions::showStudies);
        archive = Command.of(
                "history",
                "History…",
                "Look into the archive of all trials",
                List.of("Shortcut+H"),
                companions::showHistory);
        inside = Command.of(
                        "look-inside",
                        "Look inside…",
                        "See single images, the answers, and what each layer makes of them",
                        List.of("Shortcut+L"),
                        companions::showInside)
                .disabledWhen(idle, Command.NEEDS_NETWORK);
        circuit = Command.of(
                        "circuit",
                        "Crossbar as a circuit\u2026",
                        "See cells of the layer as a circuit, with voltages and currents",
                        List.of("F4"),
                        companions::showCircuit)
                .disabledWhen(idle, Command.NEEDS_NETWORK);
        correction = Command.of(
                        "correction",
                        "What calibration adds\u2026",
                        "See the layer's error, the correction term by term, and why a few terms do",
                        List.of("F2"),
                        companions::showCorrection)
                .disabledWhen(idle, Command.NEEDS_NETWORK);
        pair = Command.of(
                        "pair",
                        "Compare A and B\u2026",
                        "Keep what is set as A, and see it beside whatever you change",
                        List.of("Shortcut+B"),
                        companions::showPair)
                .disabledWhen(idle, Command.NEEDS_NETWORK);
        cancel = Command.of(
                "cancel-job",
                "Cancel",
                "Cancel the running job; leave the presentation first",
                List.of("Esc"),
                () -> leaveOrCancel(explorer, presentation));
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
                List.of("Shortcut+EQUALS", "Shortcut+Shift+EQUALS", "Shortcut+ADD", "Shortcut+PLUS"),
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
        lessons = Command.of("lessons", "Lessons", "Show or hide the lessons", List.of("F7"), lessonDesk::toggle);
        lessonNext =
                Command.of("lesson-on", "Next step", "Lesson: the next step", List.of("F8"), lessonDesk.model()::next);
        lessonBack = Command.of(
                "lesson-before",
                "Step before",
                "Lesson: the step before",
                List.of("Shift+F8"),
                lessonDesk.model()::back);
        var notPresenting = presentation.onProperty().not();
        present = Command.of(
                "present",
                "Present",
                "Present: full screen, large type, chosen panels",
                List.of("F9"),
                presentation::toggle);
        coverNumbers = Command.of(
                        "cover-numbers",
                        "Cover or show numbers",
                        "Presenting: cover the numbers, or show them",
                        List.of("F3"),
                        presentation::coverOrShow)
                .disabledWhen(notPresenting, "While presenting");
        pointer = Command.of(
                        "pointer",
                        "Pointer",
                        "Presenting: a large spot follows the mouse",
                        List.of("Shortcut+P"),
                        () -> presentation
                                .pointerProperty()
                                .set(!presentation.pointerProperty().get()))
                .disabledWhen(notPresenting, "While presenting");
        find = Command.of(
                "find-command",
                "Find a command\u2026",
                "Find a command of the menus by words",
                List.of("Shortcut+K"),
                findCommand);
        quit = Command.of("quit", "Quit", "Close the window", List.of("Shortcut+Q"), close);
    }

    private static void leaveOrCancel(ExplorerViewModel explorer, PresentationViewModel presentation) {
        if (presentation.onProperty().get()) {
            presentation.leave();
        } else {
            explorer.monitor().cancel();
        }
    }

    /** Buttons for what is done in front of a class. */
    List<Button> whilePresenting() {
        List<Button> buttons = Stream.of(smaller.named("A−"), larger.named("A+"), undo, anotherChip, calibrate)
                .map(command -> command.withId("present-" + command.id()).button())
                .toList();
        buttons.get(buttons.size() - 1).getStyleClass().add("accent");
        return buttons;
    }

    private static void scale(Appearance looks, double by) {
        looks.scaleProperty().set(looks.scaleProperty().get() + by);
    }

    private Stream<Command> all() {
        Stream<Command> others = Stream.of(
                undo,
                redo,
                export,
                evaluate,
                calibrate,
                calibrateChips,
                sweep,
                anotherChip,
                studies,
                archive,
                inside,
                circuit,
                correction,
                pair,
                cancel,
                theme,
                larger,
                smaller,
                normalSize,
                lessons,
                lessonNext,
                lessonBack,
                present,
                coverNumbers,
                pointer,
                find,
                quit);
        return Stream.concat(files.all(), others);
    }

    /** All keys with their meaning. */
    Stream<Shortcut> shortcuts() {
        return all().filter(command -> !command.keys().isEmpty()).map(Command::shortcut);
    }

    /** Binds the keys that open windows beside the main one. */
    void installCompanions(Scene scene) {
        Stream.of(studies, archive, inside, circuit, correction, pair).forEach(command -> bind(scene, command));
    }

    private static void bind(Scene scene, Command command) {
        command.keys().forEach(keys -> scene.getAccelerators().put(KeyCombination.valueOf(keys), command::run));
    }

    /** Binds all keys. */
    void install(Scene scene) {
        all().forEach(command -> bind(scene, command));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (scene.getFocusOwner() instanceof TextInputControl text) {
                beforeText(text, event);
            }
        });
    }

    /**
     * Text fields have keys of their own, which differ from system to system: on Linux, Ctrl+H deletes a character. With
     * Shortcut held the window goes first, but for undoing, which in a text is that of the text as long as it has any.
     */
    private void beforeText(TextInputControl text, KeyEvent event) {
        all().filter(command -> !(command == undo && text.isUndoable()) && !(command == redo && text.isRedoable()))
                .filter(command -> command.keys().stream()
                        .anyMatch(keys -> keys.startsWith("Shortcut+")
                                && KeyCombination.valueOf(keys).match(event)))
                .findFirst()
                .ifPresent(command -> {
                    event.consume();
                    command.run();
                });
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
