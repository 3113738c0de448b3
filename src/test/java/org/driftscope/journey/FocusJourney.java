package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.driftscope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Someone goes through the window by Tab and must see at every stop where the keyboard is. */
@Journey
class FocusJourney {
    private static final int MOST_STOPS = 90;
    private static final double AROUND = 6;
    /** Pixels that a frame of the smallest control changes at the least. */
    private static final int VISIBLE = 40;

    private Stage stage;
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(ExplorerWindow.newHome());
        stage = window.stage();
    }

    @Test
    void everyStopShowsTheFocus(FxRobot robot) {
        window.awaitReadings();
        for (Theme theme : Theme.values()) {
            window.onFx(() -> {
                window.explorer().looks().themeProperty().set(theme);
                window.node("layers-table").requestFocus();
            });
            assertThat(stopsWithoutSign(robot))
                    .as("stops of the %s theme that show nothing", theme)
                    .isEmpty();
        }
        window.close();
    }

    private List<String> stopsWithoutSign(FxRobot robot) {
        List<String> silent = new ArrayList<>();
        Set<Node> seen = new LinkedHashSet<>();
        robot.type(KeyCode.TAB);
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            Node node = window.onFx(() -> stage.getScene().getFocusOwner());
            if (!seen.add(node)) {
                break;
            }
            Rectangle2D place = window.onFx(() -> place(node));
            Image with = window.onFx(() -> picture(place));
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            Image without = window.onFx(() -> picture(place));
            if (differing(with, without) < VISIBLE) {
                silent.add(name(node));
            }
        }
        assertThat(seen).hasSizeGreaterThan(40);
        return silent;
    }

    private static String name(Node node) {
        Node named = node;
        while (named.getId() == null && named.getParent() != null) {
            named = named.getParent();
        }
        return named.getId() + " (" + node.getClass().getSimpleName() + " " + node.getStyleClass() + ")";
    }

    private static Rectangle2D place(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return new Rectangle2D(
                bounds.getMinX() - AROUND,
                bounds.getMinY() - AROUND,
                Math.min(600, bounds.getWidth()) + 2 * AROUND,
                Math.min(400, bounds.getHeight()) + 2 * AROUND);
    }

    private Image picture(Rectangle2D place) {
        SnapshotParameters part = new SnapshotParameters();
        part.setViewport(place);
        return stage.getScene().getRoot().snapshot(part, null);
    }

    private static int differing(Image a, Image b) {
        int count = 0;
        for (int y = 0; y < Math.min(a.getHeight(), b.getHeight()); y++) {
            for (int x = 0; x < Math.min(a.getWidth(), b.getWidth()); x++) {
                if (a.getPixelReader().getArgb(x, y) != b.getPixelReader().getArgb(x, y)) {
                    count++;
                }
            }
        }
        return count;
    }
}
