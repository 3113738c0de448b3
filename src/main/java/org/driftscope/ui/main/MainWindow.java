package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonType;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.driftscope.ui.heatmap.TileMapView;
import org.driftscope.ui.help.AboutPane;
import org.driftscope.ui.help.Shortcut;
import org.driftscope.ui.help.ShortcutsPane;
import org.driftscope.ui.help.Tour;
import org.driftscope.ui.help.TourStep;
import org.driftscope.ui.layers.LayersView;
import org.driftscope.ui.settings.SettingsView;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.theme.Appearance;

/** The main window: puts the panels in their places and gives them their keys. */
final class MainWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 1100;
    private static final double MIN_HEIGHT = 640;
    private static final double LEFT_MIN = 205;
    private static final double RIGHT_MIN = 260;

    private final Stage stage;
    private final Appearance looks;
    private final Commands commands;
    private final Panels panels;
    private final RestoreBanner banner = new RestoreBanner();
    private final ObservableList<String> recent = FXCollections.observableArrayList();
    private final Scene scene;
    private final Tour tour;
    private final String version;

    MainWindow(
            Stage stage,
            Appearance looks,
            Commands commands,
            ExplorerViewModel explorer,
            Centre centre,
            Opening opening,
            SessionKeeper keeper,
            JobMonitor studies,
            String version) {
        this.stage = stage;
        this.looks = looks;
        this.commands = commands;
        this.version = version;
        panels = panels(explorer, centre, looks);
        TopBar top = new TopBar(commands, panels, help(), recent, path -> opening.openAll(List.of(path)));
        explorer.workspaceProperty().subscribe(top::show);
        BorderPane page = new BorderPane(panels.node());
        page.setTop(new VBox(top, banner));
        page.setBottom(new StatusRow(
                List.of(explorer.monitor(), studies),
                explorer.accuracy().busyProperty().or(explorer.calibration().followingProperty()),
                keeper.statusProperty()));
        StackPane root = new StackPane(page);
        root.setId("root");
        root.getStyleClass().add("window-root");
        new FileDrop(root, opening::openAll);
        scene = new Scene(root, WIDTH, HEIGHT);
        looks.dress(scene);
        tour = new Tour(scene, TourStep.all());
        commands.install(scene);
        Commands.onCharacter(scene, "?", KeyCode.F1, this::showShortcuts);
        stage.setScene(scene);
        stage.setTitle("Driftscope");
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
    }

    private static Panels panels(ExplorerViewModel explorer, Centre centre, Appearance looks) {
        LayersView layers = new LayersView(explorer.layers(), looks.scaleProperty(), new TileMapView(centre.maps()));
        layers.minWidthProperty().bind(looks.scaleProperty().multiply(LEFT_MIN));
        SettingsView settings = new SettingsView(explorer.settings());
        settings.minWidthProperty().bind(looks.scaleProperty().multiply(RIGHT_MIN));
        return new Panels(layers, centre.node(), centre.split(), settings);
    }

    private List<MenuItem> help() {
        return List.of(
                item("tour-item", "Tour of the window", this::startTour),
                item("shortcuts-item", "Shortcuts (F1)", this::showShortcuts),
                item("about-item", "About Driftscope", () -> dialog("About", new AboutPane(version))));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void startTour() {
        panels.leftShownProperty().set(true);
        panels.rightShownProperty().set(true);
        tour.start();
    }

    private void showShortcuts() {
        Stream<Shortcut> others = Stream.of(
                new Shortcut("F1 or ?", "Show this list"),
                new Shortcut("Tab", "Go to the next control"),
                new Shortcut("Space", "Layers: tick the selected one"),
                new Shortcut("← →", "Sliders: one step; tiles: the next"),
                new Shortcut("← → ↑ ↓", "Maps: read the next cell (Ctrl: ten on, Shift: pan)"),
                new Shortcut("+ − 0", "Maps: zoom in, zoom out, fit"),
                new Shortcut("Space", "Maps: pin the cell; Esc lets it go"),
                new Shortcut("Ctrl+C", "Maps: copy the cell's values"),
                new Shortcut("← → Enter", "Charts: go to the next point, bring it back"),
                new Shortcut("F2, H, Delete", "List of points: name, hide, delete"));
        dialog(
                "Shortcuts",
                new ShortcutsPane(Stream.concat(commands.shortcuts(), others).toList()));
    }

    private void dialog(String title, Node content) {
        Alert dialog = new Alert(AlertType.NONE, "", ButtonType.CLOSE);
        dialog.initOwner(stage);
        dialog.setTitle(title);
        dialog.getDialogPane().setContent(content);
        looks.dress(dialog.getDialogPane());
        dialog.show();
    }

    /** Shows the window with the layers ready for the arrow keys. */
    void show() {
        stage.show();
        Node layers = scene.lookup("#layers-table");
        if (layers != null) {
            layers.requestFocus();
        }
    }

    Stage stage() {
        return stage;
    }

    Panels panels() {
        return panels;
    }

    RestoreBanner banner() {
        return banner;
    }

    /** Paths opened last, newest first. */
    ObservableList<String> recent() {
        return recent;
    }

    /** Puts a file at the head of the recent ones. */
    void opened(Path path) {
        String text = path.toAbsolutePath().toString();
        recent.remove(text);
        recent.add(0, text);
    }
}
