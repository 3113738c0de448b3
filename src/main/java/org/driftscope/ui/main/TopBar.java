package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.driftscope.ui.control.WrappingBar;
import org.driftscope.ui.control.text.ShortenedLabel;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The row at the top: files to the left, what is open, then what can be done with it. */
final class TopBar extends WrappingBar {
    private final Label name;
    private final ShortenedLabel description;

    /**
     * @param help the menu at the right end
     * @param recent paths opened last, newest first
     * @param reopen opens one of them
     */
    TopBar(Commands commands, Panels panels, MenuButton help, ObservableList<String> recent, Consumer<Path> reopen) {
        this(commands, panels, help, recent, reopen, new Label(), new ShortenedLabel());
    }

    private TopBar(
            Commands commands,
            Panels panels,
            MenuButton help,
            ObservableList<String> recent,
            Consumer<Path> reopen,
            Label name,
            ShortenedLabel description) {
        super(
                List.of(
                        files(commands, recent, reopen),
                        commands.files.openModel.button(),
                        images(commands),
                        name,
                        description),
                List.of(
                        iconButton(commands.undo, MaterialDesignU.UNDO),
                        iconButton(commands.redo, MaterialDesignR.REDO),
                        commands.export.button(),
                        commands.evaluate.button(),
                        calibrate(commands),
                        commands.studies.button(),
                        view(commands, panels),
                        help));
        this.name = name;
        this.description = description;
        setId("top-bar");
        getStyleClass().add("top-bar");
        name.setId("title-name");
        name.getStyleClass().add("title-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        description.setId("title-description");
        description.getStyleClass().add("muted");
    }

    /** Says what is open. */
    void show(@Nullable Workspace open) {
        if (open == null) {
            name.setText("Driftscope");
            description.say(List.of(""));
            return;
        }
        long weights = open.network().analogLayers().stream()
                .mapToLong(layer -> layer.weights())
                .sum();
        name.setText(title(open));
        String images =
                open.hasImages() ? String.format(Locale.US, "%,d images", open.evaluationCount()) : "no images yet";
        String named = open.hasImages() ? images + " of " + open.imagesName() : images;
        String layers = ", " + open.network().analogLayers().size() + " layers";
        description.say(List.of(
                named + layers + String.format(Locale.US, ", %,d weights", weights),
                named + layers,
                images + layers,
                images,
                ""));
        Tooltip whole = new Tooltip(open.files().model() + "\n" + open.note());
        name.setTooltip(whole);
        description.setTooltip(whole);
    }

    /** The network's name. */
    static String title(Workspace open) {
        return open.files().isSample()
                ? "Bundled sample"
                : open.network().name().replaceFirst("\\.onnx$", "");
    }

    private static MenuButton files(Commands commands, ObservableList<String> recent, Consumer<Path> reopen) {
        MenuButton menu = new MenuButton("", FontIcon.of(MaterialDesignF.FOLDER_OUTLINE));
        menu.setId("file-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setAccessibleText("Files");
        menu.setTooltip(new Tooltip("Sessions and recent files"));
        Menu recentMenu = new Menu("Recent");
        recent.subscribe(() -> recentMenu
                .getItems()
                .setAll(recent.stream().map(path -> recentItem(path, reopen)).toList()));
        recentMenu.setId("recent-menu");
        menu.getItems()
                .addAll(
                        commands.files.openSession.menuItem(),
                        commands.files.save.menuItem(),
                        commands.files.saveAs.menuItem(),
                        new SeparatorMenuItem(),
                        commands.files.openExperiment.menuItem(),
                        commands.files.saveExperiment.menuItem(),
                        commands.files.copyExperiment.menuItem(),
                        new SeparatorMenuItem(),
                        commands.files.exportNetwork.menuItem(),
                        new SeparatorMenuItem(),
                        recentMenu,
                        commands.files.openSample.menuItem(),
                        new SeparatorMenuItem(),
                        commands.quit.menuItem());
        return menu;
    }

    private static MenuItem recentItem(String path, Consumer<Path> reopen) {
        // without mnemonics: an underscore in a file's name is no shortcut
        MenuItem item = new MenuItem(path);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> reopen.accept(Path.of(path)));
        return item;
    }

    private static SplitMenuButton images(Commands commands) {
        SplitMenuButton button = new SplitMenuButton(
                commands.files.openImageFolder.menuItem(), commands.files.openCalibration.menuItem());
        commands.files.openImages.explain(button.getProperties());
        button.setText(commands.files.openImages.name());
        button.setId(commands.files.openImages.id());
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(commands.files.openImages.hint()));
        button.setOnAction(event -> commands.files.openImages.run());
        return button;
    }

    private static SplitMenuButton calibrate(Commands commands) {
        SplitMenuButton button = new SplitMenuButton(
                commands.calibrateChips.menuItem(),
                commands.sweep.menuItem(),
                commands.anotherChip.menuItem(),
                new SeparatorMenuItem(),
                commands.archive.menuItem());
        commands.calibrate.explain(button.getProperties());
        button.setText(commands.calibrate.name());
        button.setId(commands.calibrate.id());
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("accent");
        button.setTooltip(new Tooltip(commands.calibrate.hint()));
        button.setOnAction(event -> commands.calibrate.run());
        var disabled = commands.calibrate.disabled();
        if (disabled != null) {
            button.disableProperty().bind(disabled);
        }
        return button;
    }

    private static Button iconButton(Command command, Ikon icon) {
        Button button = command.button();
        button.setAccessibleText(command.name());
        button.setText("");
        button.setGraphic(FontIcon.of(icon));
        return button;
    }

    private static MenuButton view(Commands commands, Panels panels) {
        MenuButton menu = new MenuButton("", FontIcon.of(MaterialDesignD.DOTS_VERTICAL));
        menu.setId("more-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setAccessibleText("View");
        menu.setTooltip(new Tooltip("View: look inside, theme, size, present, panels"));
        CheckMenuItem left = new CheckMenuItem("Layers panel");
        left.selectedProperty().bindBidirectional(panels.leftShownProperty());
        CheckMenuItem right = new CheckMenuItem("Settings panel");
        right.selectedProperty().bindBidirectional(panels.rightShownProperty());
        menu.getItems()
                .addAll(
                        commands.inside.menuItem(),
                        commands.circuit.menuItem(),
                        commands.correction.menuItem(),
                        commands.pair.menuItem(),
                        new SeparatorMenuItem(),
                        commands.undo.menuItem(),
                        commands.redo.menuItem(),
                        new SeparatorMenuItem(),
                        commands.theme.menuItem(),
                        commands.larger.menuItem(),
                        commands.smaller.menuItem(),
                        commands.normalSize.menuItem(),
                        new SeparatorMenuItem(),
                        commands.present.menuItem(),
                        left,
                        right);
        return menu;
    }
}
