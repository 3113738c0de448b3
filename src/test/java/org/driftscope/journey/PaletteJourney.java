package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.driftscope.ui.palette.PaletteEntry;
import org.driftscope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone who does not know where it is finds it by words. */
@Journey
class PaletteJourney {
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(ExplorerWindow.newHome());
    }

    @Test
    void whateverTheMenusHoldIsFoundByWords(FxRobot robot) {
        Theme before = window.explorer().looks().themeProperty().get();
        open(robot);
        ListView<?> list = window.onFx(() -> (ListView<?>) window.node("palette-list"));
        List<String> all =
                window.onFx(() -> entries(list).map(PaletteEntry::name).toList());
        assertThat(all).doesNotHaveDuplicates().contains("Open model", "Studies…", "Evaluate");
        for (String menu : List.of("file-menu", "open-images", "calibrate", "more-menu", "help-menu")) {
            List<String> items = window.onFx(() -> ((MenuButton) window.node(menu))
                    .getItems().stream()
                            .filter(item -> !(item instanceof SeparatorMenuItem) && !(item instanceof Menu))
                            .map(MenuItem::getText)
                            .toList());
            assertThat(all).as(menu).isNotEmpty().containsAll(items);
        }
        robot.write("dark light");
        window.await("what fits", () -> first(list).equals("Light or dark"));
        robot.type(KeyCode.ENTER);
        window.await("the palette to close", () -> !window.shows("palette"));
        window.await(
                "the other theme",
                () -> window.explorer().looks().themeProperty().get() != before);
        open(robot);
        robot.write("redo");
        window.await("what fits", () -> first(list).equals("Redo"));
        assertThat(window.onFx(() -> entries(list).findFirst().orElseThrow().refusal()))
                .isEqualTo("Nothing to redo");
        robot.type(KeyCode.ENTER);
        assertThat(window.shows("palette"))
                .as("what cannot be done is not done")
                .isTrue();
        robot.type(KeyCode.ESCAPE);
        window.await("the palette to close", () -> !window.shows("palette"));
        window.close();
    }

    private void open(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
        window.await(
                "the words to be asked for",
                () -> window.node("palette-words") instanceof TextField words
                        && words.isFocused()
                        && words.getScene().getWindow().isFocused());
        robot.targetWindow(window.node("palette-words").getScene().getWindow());
    }

    private static Stream<PaletteEntry> entries(ListView<?> list) {
        return list.getItems().stream().map(PaletteEntry.class::cast);
    }

    private static String first(ListView<?> list) {
        return entries(list).map(PaletteEntry::name).findFirst().orElse("");
    }
}
