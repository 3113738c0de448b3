package org.driftscope.ui.main;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.driftscope.ui.control.Keys;
import org.driftscope.ui.control.RoomForScene;
import org.driftscope.ui.help.AboutPane;
import org.driftscope.ui.help.CitationPane;
import org.driftscope.ui.help.GlossaryPane;
import org.driftscope.ui.help.Shortcut;
import org.driftscope.ui.help.ShortcutsPane;
import org.driftscope.ui.theme.Appearance;

/** The Help menu and the windows that it opens. */
final class HelpMenu {
    /** Highest that a page is at normal size, px. */
    private static final double HEIGHT = 600;
    /** For the button below a page, and for the frame, px. */
    private static final double AROUND = 140;

    private final Stage owner;
    private final Appearance looks;
    private final Commands commands;
    private final Program program;
    private final MenuButton button = new MenuButton("Help");

    HelpMenu(Stage owner, Appearance looks, Commands commands, Program program) {
        this.owner = owner;
        this.looks = looks;
        this.commands = commands;
        this.program = program;
        button.setId("help-menu");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Find a command, tour, lessons, shortcuts, glossary, log files"));
    }

    MenuButton button() {
        return button;
    }

    /** Fills the menu and binds its keys. */
    void install(Scene scene, LessonDesk lessons) {
        button.getItems()
                .addAll(
                        commands.find.menuItem(),
                        new SeparatorMenuItem(),
                        item("tour-item", "Tour of the window", lessons::tour),
                        commands.lessons.menuItem(),
                        item("open-lesson-item", "Open lesson…", lessons::choose),
                        item("shortcuts-item", "Shortcuts (F1)", this::showShortcuts),
                        item("glossary-item", "Glossary", () -> dialog("Glossary", new GlossaryPane())),
                        new SeparatorMenuItem(),
                        item("citation-item", "How to cite", this::showCitation),
                        item("log-item", "Open log folder", program::showLogs),
                        item("about-item", "About Driftscope", this::showAbout));
        Commands.onCharacter(scene, "?", KeyCode.F1, this::showShortcuts);
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void showAbout() {
        dialog("About", scrolling(new AboutPane(program.version(), program.facts())));
    }

    private void showCitation() {
        CitationPane page = new CitationPane(program.version());
        page.getStyleClass().addAll("help-page", "about");
        dialog("How to cite", scrolling(page));
    }

    private void showShortcuts() {
        String copy = Keys.shown("Shortcut+C");
        Stream<Shortcut> others = Stream.of(
                new Shortcut("F1 or ?", "Show this list"),
                new Shortcut("Shift+F1", "Explain what has the focus"),
                new Shortcut("Tab", "Go to the next control"),
                new Shortcut("Space", "Layers: tick the selected one"),
                new Shortcut("← →", "Sliders: one step; tiles: the next"),
                new Shortcut("← → ↑ ↓", "Maps: read the next cell (" + Keys.shortcut() + ": ten on, Shift: pan)"),
                new Shortcut("+ − 0", "Maps: zoom in, zoom out, fit"),
                new Shortcut("Space", "Maps: pin the cell; Esc lets it go"),
                new Shortcut(copy, "Maps: copy the cell's values"),
                new Shortcut("← → Enter", "Charts: go to the next point, bring it back"),
                new Shortcut("F2, H, Delete", "List of points: name, hide, delete"));
        dialog(
                "Shortcuts",
                new ShortcutsPane(Stream.concat(commands.shortcuts(), others).toList()));
    }

    private static ScrollPane scrolling(Node page) {
        ScrollPane pane = new ScrollPane(page);
        pane.getStyleClass().add("help-scroll");
        pane.setFitToWidth(true);
        return pane;
    }

    /** Not modal: some window managers shrink a maximised window while it is blocked by a dialog. */
    private void dialog(String title, ScrollPane content) {
        double screen = Screen.getPrimary().getVisualBounds().getHeight();
        content.setMaxHeight(Math.min(HEIGHT * looks.scaleProperty().get(), screen - AROUND));
        Alert dialog = new Alert(AlertType.NONE, "", ButtonType.CLOSE);
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(title);
        dialog.setResizable(true);
        dialog.getDialogPane().getStyleClass().add("help-dialog");
        dialog.getDialogPane().setContent(content);
        looks.dress(dialog.getDialogPane());
        dialog.show();
        DialogPane pane = dialog.getDialogPane();
        RoomForScene.in(pane.getScene().getWindow(), owner, pane.prefWidth(-1), pane.prefHeight(-1));
    }
}
