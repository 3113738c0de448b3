package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.driftscope.ui.control.HoverCard;
import org.driftscope.ui.control.StuckLayout;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.files.FileDrop;
import org.driftscope.ui.files.Opening;
import org.driftscope.ui.files.RestoreBanner;
import org.driftscope.ui.files.SessionKeeper;
import org.driftscope.ui.heatmap.TileMapView;
import org.driftscope.ui.layers.LayersView;
import org.driftscope.ui.lessons.LessonPanel;
import org.driftscope.ui.lessons.LessonViewModel;
import org.driftscope.ui.lessons.StepFrame;
import org.driftscope.ui.palette.CommandPalette;
import org.driftscope.ui.palette.MenuEntries;
import org.driftscope.ui.presentation.PointerSpot;
import org.driftscope.ui.presentation.PresentationBar;
import org.driftscope.ui.presentation.PresentationViewModel;
import org.driftscope.ui.presentation.PresentedPanel;
import org.driftscope.ui.settings.SettingsView;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.theme.Appearance;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The main window: puts the panels in their places and gives them their keys. */
final class MainWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 1100;
    private static final double MIN_HEIGHT = 640;
    /** Of the window's title, about, px. */
    private static final double FRAME = 40;

    private static final double RIGHT_MIN = 280;

    private final Stage stage;
    private final Panels panels;
    private final RestoreBanner banner = new RestoreBanner();
    private final ObservableList<String> recent = FXCollections.observableArrayList();
    private final Scene scene;
    private final LessonDesk lessons;
    private final TourOffer offer = new TourOffer();
    private final PresentationDesk presenting;
    private final CommandPalette palette;
    private final PresentationViewModel presentation;

    MainWindow(
            Stage stage,
            Appearance looks,
            Commands commands,
            ExplorerViewModel explorer,
            Centre centre,
            Opening opening,
            SessionKeeper keeper,
            JobMonitor studies,
            HelpMenu help,
            LessonDesk lessons,
            PresentationViewModel presentation) {
        this.stage = stage;
        this.presentation = presentation;
        this.lessons = lessons;
        panels = panels(explorer, centre, looks, new LessonPanel(lessons.model(), lessons.actions()));
        TopBar top = new TopBar(commands, panels, help.button(), recent, path -> opening.openAll(List.of(path)));
        explorer.workspaceProperty().subscribe(top::show);
        ScrollPane scrolled = scrolling(panels.node());
        BorderPane page = new BorderPane(scrolled);
        VBox head = new VBox(top, banner, new ImagesBanner(explorer.workspaceProperty(), commands.files.openImages));
        page.setTop(new VBox(
                head,
                new PresentationBar(presentation, explorer.monitor().stageProperty(), commands.whilePresenting())));
        StatusRow status = new StatusRow(
                List.of(explorer.monitor(), studies),
                explorer.followingWords(),
                opening.news().lineProperty(),
                keeper.statusProperty(),
                offer);
        page.setBottom(status);
        centre.showFigures(panels.shownProperty(PresentedPanel.KEY_FIGURES));
        Pane above = new Pane();
        StackPane root = new StackPane(page, above);
        root.setId("root");
        root.getStyleClass().add("window-root");
        new FileDrop(root, opening::openAll);
        scene = new Scene(root, WIDTH, HEIGHT);
        looks.dress(scene);
        StuckLayout.mend(scene);
        new StepFrame(scene, above, lessons.model(), explorer.settings()::openAll);
        new PointerSpot(scene, above, presentation.onProperty().and(presentation.pointerProperty()));
        palette = new CommandPalette(stage, looks, () -> MenuEntries.of(top));
        presenting = new PresentationDesk(stage, looks, panels, presentation, root, scrolled, List.of(head, status));
        explorer.history().stateProperty().subscribe((before, after) -> presentation.changed());
        lessons.model().shownProperty().subscribe(this::showLessons);
        commands.install(scene);
        HoverCard.onKey(scene);
        help.install(scene, lessons);
        offer.onTaken(lessons::tour, lessons.model()::choose);
        stage.setScene(scene);
        explorer.workspaceProperty().subscribe(open -> stage.setTitle(title(open)));
        // a small screen, or a large scale of it, has less: then the panels scroll
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight() - FRAME));
    }

    /** Where the window is too small for its panels, as with large type, they scroll rather than being cut off. */
    private static ScrollPane scrolling(Node panels) {
        ScrollPane pane = new ScrollPane(panels);
        pane.setId("page");
        pane.getStyleClass().add("page");
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        return pane;
    }

    private static Panels panels(ExplorerViewModel explorer, Centre centre, Appearance looks, LessonPanel lessons) {
        TileMapView tiles = new TileMapView(centre.maps());
        LayersView layers = new LayersView(explorer.layers(), looks.scaleProperty(), tiles);
        SettingsView settings = new SettingsView(explorer.settings());
        settings.minWidthProperty().bind(looks.scaleProperty().multiply(RIGHT_MIN));
        return new Panels(
                new LeftColumn(lessons, layers, tiles, looks.scaleProperty()), centre.node(), centre.split(), settings);
    }

    /** Names what is open, as a list of windows shows it. */
    private static String title(@Nullable Workspace open) {
        if (open == null) {
            return "Driftscope";
        }
        return TopBar.title(open) + (open.hasImages() ? ", " + open.imagesName() : "") + " - Driftscope";
    }

    private void showLessons(boolean shown) {
        panels.showLessons(shown);
        if (shown) {
            panels.leftShownProperty().set(true);
            panels.rightShownProperty().set(true);
            offer.withdraw();
        }
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

    /** Asks for words, and finds the command for them. */
    void findCommand() {
        palette.show();
    }

    PresentationDesk presenting() {
        return presenting;
    }

    PresentationViewModel presentation() {
        return presentation;
    }

    TourOffer offer() {
        return offer;
    }

    LessonViewModel lessons() {
        return lessons.model();
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
