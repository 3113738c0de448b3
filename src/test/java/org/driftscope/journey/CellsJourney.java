package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.stage.Stage;
import org.driftscope.figure.circuit.CircuitCorner;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone reads a cell, pins it, takes its values along, and moves about by wheel, fingers, mouse and keys. */
@Journey
class CellsJourney {
    private static final String LAYER = "layer3.0.conv2";
    private static final int TILE_ROWS = 256;
    /** Rows that the pointer may miss at top and bottom, where it must stay inside the map. */
    private static final int EDGE = 4;

    /** Steps of the headless wheel are a fortieth of a real one's notch. */
    private static final int WHEEL_STEPS = 240;

    private static final Pattern PLACE = Pattern.compile("row (\\d+) .*column (\\d+):.*");

    /** What the probe line says of a place. */
    private record Place(int row, int col) {}

    /** First and last cell that are in view. */
    private record Seen(Place first, Place last) {
        int rows() {
            return last.row() - first.row() + 1;
        }
    }

    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(ExplorerWindow.newHome());
    }

    @Test
    void cellsAreReadPinnedCopiedAndZoomed(FxRobot robot) {
        window.awaitReadings();
        pickLayerAndTile(robot);
        pointPinAndCopy(robot);
        wheelZoomsAboutThePointer(robot);
        fingersZoomAboutTheirMiddle(robot);
        mouseDragsThePicture(robot);
        keysZoomPanAndFit(robot);
        window.close();
    }

    private void pickLayerAndTile(FxRobot robot) {
        robot.clickOn(LAYER);
        window.await("the layer's picture", () -> picture().name().equals(LAYER));
        robot.clickOn("#tile-0");
        assertThat(window.text("heatmap-place")).isEqualTo("576 × 64, tile 1 of 3");
        assertThat(seen(robot).rows()).isBetween(TILE_ROWS - EDGE, TILE_ROWS);
    }

    private LayerPicture picture() {
        return window.explorer().model().picture().lookProperty().get();
    }

    /** Moves the pointer to a place on the drifted map, each from 0 (left, top) to 1. */
    private static Point2D pointAt(FxRobot robot, ExplorerWindow window, double across, double down) {
        Node cells = window.node("heatmap-cells-drifted");
        Bounds map = window.onFx(() -> cells.localToScreen(cells.getLayoutBounds()));
        Point2D place = new Point2D(
                inside(map.getMinX(), map.getWidth(), across), inside(map.getMinY(), map.getHeight(), down));
        robot.moveTo(place);
        return place;
    }

    /** A whole pixel, as a mouse has them, that is not past the end. */
    private static double inside(double from, double size, double share) {
        return Math.min(Math.round(from + share * size), Math.ceil(from + size) - 1);
    }

    private Place read(FxRobot robot, double across, double down) {
        pointAt(robot, window, across, down);
        return read();
    }

    private Place read() {
        Matcher place = PLACE.matcher(window.text("heatmap-probe"));
        assertThat(place.matches()).as(window.text("heatmap-probe")).isTrue();
        return new Place(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
    }

    private Seen seen(FxRobot robot) {
        return new Seen(read(robot, 0.004, 0.004), read(robot, 0.996, 0.996));
    }

    private void pointPinAndCopy(FxRobot robot) {
        Place middle = read(robot, 0.5, 0.5);
        String told = window.text("heatmap-probe");
        // row c * 9 + ky * 3 + kx of a 3 x 3 convolution
        String kernel = middle.row() % 9 / 3 + "," + middle.row() % 3;
        assertThat(told).contains("(in " + middle.row() / 9 + ", k " + kernel + ")");
        assertThat(told).containsSubsequence("target", "µS", "drifted", "µS", "change", "µS", "%", "weight", "→");
        robot.clickOn(MouseButton.PRIMARY).moveTo("#explanation");
        assertThat(window.text("heatmap-probe")).as("the pinned cell stays").isEqualTo(told);
        window.onFx(() -> {
            Clipboard.getSystemClipboard().setContent(new ClipboardContent());
        });
        robot.clickOn("#heatmap-copy");
        assertCopied(middle);
        drawAsCircuit(robot, middle);
    }

    /** The pinned cell as a circuit, in a window of its own, with the map's numbers. */
    private void drawAsCircuit(FxRobot robot, Place cell) {
        robot.type(KeyCode.F4);
        LayerPicture picture = window.onFx(this::picture);
        String place = "Row " + cell.row() + ", column " + cell.col() + ": weight ";
        window.await("the circuit", () -> window.text("circuit-sentence").startsWith(place));
        assertThat(window.text("circuit-caption")).startsWith(LAYER + ", 4 of " + picture.rows() + " rows.");
        double output = window.onFx(() -> drawn().output(0));
        window.onFx(() -> window.explorer().companions().circuit().inputs().forEach(input -> input.set(1)));
        float sum = 0;
        for (int row = 0; row < 4; row++) {
            sum += picture.driftedWeights().at(cell.row() + row, cell.col());
        }
        assertThat(window.onFx(() -> drawn().output(0))).isNotEqualTo(output).isCloseTo(sum, within(1e-6));
        robot.type(KeyCode.ESCAPE);
        window.await("the circuit is closed", () -> !window.shows("circuit-sentence"));
    }

    private CircuitCorner drawn() {
        return Objects.requireNonNull(window.explorer()
                        .companions()
                        .circuit()
                        .drawingProperty()
                        .get())
                .corner();
    }

    private void assertCopied(Place cell) {
        String copied = window.onFx(() -> Clipboard.getSystemClipboard().getString());
        LayerPicture picture = window.onFx(this::picture);
        List<String> lines = copied.lines().toList();
        assertThat(lines.get(0)).startsWith("row\tcolumn\ttarget µS\tdrifted µS\tweight\tdrifted weight");
        String[] values = lines.get(1).split("\t");
        assertThat(values).startsWith(Integer.toString(cell.row()), Integer.toString(cell.col()));
        assertThat(Float.parseFloat(values[4])).isEqualTo(picture.clean().at(cell.row(), cell.col()));
        assertThat(Float.parseFloat(values[5]))
                .isEqualTo(picture.driftedWeights().at(cell.row(), cell.col()));
    }

    private void wheelZoomsAboutThePointer(FxRobot robot) {
        Place under = read(robot, 0.8, 0.25);
        VerticalDirection away = away(robot);
        robot.scroll(WHEEL_STEPS, away);
        assertThat(read()).as("the cell under the pointer stays there").isEqualTo(under);
        int rows = seen(robot).rows();
        assertThat(rows).as("turning the wheel away zooms in").isLessThan(TILE_ROWS / 2);
        pointAt(robot, window, 0.8, 0.25);
        robot.scroll(WHEEL_STEPS / 2, away == VerticalDirection.UP ? VerticalDirection.DOWN : VerticalDirection.UP);
        assertThat(seen(robot).rows()).as("towards the user zooms out").isGreaterThan(rows);
        robot.clickOn("#heatmap-fit");
        assertThat(seen(robot).rows()).isBetween(TILE_ROWS - EDGE, TILE_ROWS);
    }

    /** What the robot calls a turn away from the user, which is a positive delta; platforms differ in the word. */
    private VerticalDirection away(FxRobot robot) {
        AtomicReference<Double> turned = new AtomicReference<>();
        EventHandler<ScrollEvent> noting = event -> turned.set(event.getDeltaY());
        Node cells = window.node("heatmap-cells-drifted");
        window.onFx(() -> cells.addEventFilter(ScrollEvent.SCROLL, noting));
        robot.scroll(1, VerticalDirection.UP).scroll(1, VerticalDirection.DOWN);
        window.onFx(() -> cells.removeEventFilter(ScrollEvent.SCROLL, noting));
        return turned.get() > 0 ? VerticalDirection.DOWN : VerticalDirection.UP;
    }

    private void fingersZoomAboutTheirMiddle(FxRobot robot) {
        Place under = read(robot, 0.3, 0.6);
        pinch(robot, 2);
        pinch(robot, 2);
        assertThat(read(robot, 0.3, 0.6)).isEqualTo(under);
        assertThat(seen(robot).rows()).isBetween(TILE_ROWS / 4 - EDGE, TILE_ROWS / 4 + 2);
        pointAt(robot, window, 0.3, 0.6);
        pinch(robot, 0.5);
        assertThat(seen(robot).rows()).isBetween(TILE_ROWS / 2 - EDGE, TILE_ROWS / 2 + 2);
    }

    /** As a touch screen would tell it; the robot has no fingers. */
    private void pinch(FxRobot robot, double factor) {
        Node cells = window.node("heatmap-cells-drifted");
        Point2D place = pointAt(robot, window, 0.3, 0.6);
        window.onFx(() -> {
            Point2D inside = cells.localToScene(cells.screenToLocal(place));
            Event.fireEvent(
                    cells,
                    new ZoomEvent(
                            ZoomEvent.ZOOM,
                            inside.getX(),
                            inside.getY(),
                            place.getX(),
                            place.getY(),
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            factor,
                            factor,
                            null));
        });
    }

    private void mouseDragsThePicture(FxRobot robot) {
        Place under = read(robot, 0.5, 0.5);
        robot.press(MouseButton.PRIMARY);
        pointAt(robot, window, 0.3, 0.3);
        assertThat(read()).as("the cell follows the pointer").isEqualTo(under);
        robot.release(MouseButton.PRIMARY);
    }

    private void keysZoomPanAndFit(FxRobot robot) {
        robot.type(KeyCode.DIGIT0);
        Seen whole = seen(robot);
        assertThat(whole.rows()).isBetween(TILE_ROWS - EDGE, TILE_ROWS);
        robot.type(KeyCode.EQUALS, 3);
        Seen closer = seen(robot);
        assertThat(closer.rows()).isBetween(TILE_ROWS / 4, TILE_ROWS / 3);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertThat(seen(robot).first().row()).isGreaterThan(closer.first().row());
        robot.type(KeyCode.MINUS);
        assertThat(seen(robot).rows()).isGreaterThan(closer.rows());
        robot.type(KeyCode.DIGIT0);
        assertThat(seen(robot)).isEqualTo(whole);
    }
}
