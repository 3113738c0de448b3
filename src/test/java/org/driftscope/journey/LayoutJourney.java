package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Someone compares before and after, so nothing may move; then makes the window small and its type large. */
@Journey
class LayoutJourney {
    private static final List<String> STAY = List.of(
            "explanation",
            "heatmap-map-target",
            "heatmap-map-drifted",
            "heatmap-map-change",
            "heatmap-lock-range",
            "charts-tabs",
            "figure-clean",
            "figure-drifted",
            "figure-calibrated",
            "figure-recovered",
            "figure-parameters",
            "figure-writes");

    private Stage stage;
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(ExplorerWindow.newHome());
        stage = window.stage();
    }

    @Test
    void nothingMovesAndNothingIsCutOff(FxRobot robot) {
        window.awaitReadings();
        Map<String, Bounds> before = places();
        robot.clickOn("#calibrate");
        window.await(
                "a calibrated network",
                () -> window.explorer().model().calibration().resultProperty().get() != null);
        window.awaitReadings();
        assertThat(places()).as("after calibrating").isEqualTo(before);
        double[] shares = shares();
        double width = stage.getWidth();
        double height = stage.getHeight();
        for (double[] size : new double[][] {{1280, 720, 1}, {1100, 640, 1}, {1280, 720, 1.5}, {1100, 640, 2}}) {
            reachable(size[0], size[1], size[2]);
        }
        reachable(width, height, 1);
        assertThat(shares())
                .as("shares of the panels once the type is as before")
                .containsExactly(shares, within(0.01));
        window.close();
    }

    private double[] shares() {
        return window.onFx(() -> ((SplitPane) window.node("panels")).getDividerPositions());
    }

    /** Upper left corners; a value that is still to come may be narrower. */
    private Map<String, Bounds> places() {
        WaitForAsyncUtils.waitForFxEvents();
        return window.onFx(() -> {
            Map<String, Bounds> places = new LinkedHashMap<>();
            for (String id : STAY) {
                Bounds bounds = onScene(window.node(id));
                places.put(id, new BoundingBox(bounds.getMinX(), Math.round(bounds.getMinY()), 0, 0));
            }
            return places;
        });
    }

    private static Bounds onScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** All buttons at the top are in the window, and the panels are in it or can be scrolled to. */
    private void reachable(double width, double height, double scale) {
        String when = (int) width + " x " + (int) height + " at " + scale;
        window.onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            window.explorer().looks().scaleProperty().set(scale);
        });
        WaitForAsyncUtils.waitForFxEvents();
        window.await(when, () -> Math.abs(stage.getWidth() - width) < 1);
        WaitForAsyncUtils.waitForFxEvents();
        Bounds scene = new BoundingBox(
                -1, -1, stage.getScene().getWidth() + 2, stage.getScene().getHeight() + 2);
        window.onFx(() -> {
            for (Node node : ((Pane) window.node("top-bar")).getChildren()) {
                assertThat(scene.contains(onScene(node)))
                        .as("%s: %s", when, node)
                        .isTrue();
            }
            ScrollPane page = (ScrollPane) window.node("page");
            Bounds content = page.getContent().getLayoutBounds();
            for (String id : List.of("layers-table", "settings", "heatmap", "charts", "key-figures", "tile-map")) {
                Node node = window.node(id);
                Bounds inside = page.getContent().sceneToLocal(onScene(node));
                assertThat(content.getMinX() - 1 <= inside.getMinX()
                                && inside.getMaxX() <= content.getMaxX() + 1
                                && inside.getMaxY() <= content.getMaxY() + 1)
                        .as("%s: %s at %s of %s", when, id, inside, content)
                        .isTrue();
            }
            exportBesideTheTabs(when);
            assertThat(onScene(window.node("heatmap-maps")).getMinY())
                    .as("%s: maps below their toolbar", when)
                    .isGreaterThanOrEqualTo(
                            onScene(window.node("heatmap-histogram-toggle")).getMaxY());
            allColumns(when);
            if (scale < 2) {
                mapsAreNamed(when);
            }
        });
    }

    /** Tabs that do not fit are clipped and in a menu; neither what is seen of them nor that menu lies under the button. */
    private void exportBesideTheTabs(String when) {
        Bounds export = onScene(window.node("charts-export"));
        Node headers = window.node("charts-tabs").lookup(".headers-region");
        Bounds seen = headers.localToScene(headers.getClip().getBoundsInParent());
        for (Node tab : window.node("charts-tabs").lookupAll(".tab")) {
            Bounds whole = onScene(tab);
            boolean apart = Math.min(whole.getMaxX(), seen.getMaxX()) <= export.getMinX()
                    || whole.getMinY() >= export.getMaxY()
                    || whole.getMinX() >= seen.getMaxX();
            assertThat(apart)
                    .as("%s: Export at %s over a tab at %s", when, export, whole)
                    .isTrue();
        }
        Node menu = window.node("charts-tabs").lookup(".control-buttons-tab");
        assertThat(menu.isVisible() && onScene(menu).intersects(export))
                .as("%s: Export over the menu of tabs", when)
                .isFalse();
    }

    /** No title of a map is cut, nor a number beside its colours. */
    private void mapsAreNamed(String when) {
        Node maps = window.node("heatmap-maps");
        for (String words : List.of(".heatmap-map-title", ".heatmap-bar-label")) {
            for (Node node : maps.lookupAll(words)) {
                Label label = (Label) node;
                if (label.getParent().isVisible()) {
                    assertThat(label.getWidth())
                            .as("%s: %s", when, label.getText())
                            .isGreaterThanOrEqualTo(label.prefWidth(-1) - 1);
                }
            }
        }
    }

    /** All columns but that of cells are in the table, beside its scroll bar. */
    private void allColumns(String when) {
        TableView<?> table = (TableView<?>) window.node("layers-table");
        double wide = table.getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getWidth)
                .sum();
        assertThat(wide).as("%s: columns of the layers", when).isLessThanOrEqualTo(table.getWidth());
    }
}
