package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.ui.explorer.pair.PairViewModel;
import org.driftscope.ui.state.ExplorerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone keeps a chip as A, draws another, calibrates it, maps it in another way, and goes back. */
@Journey
class PairJourney {
    private final Path home = ExplorerWindow.newHome();

    @RegisterExtension
    final SmallSample sample = new SmallSample(home);

    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(home);
    }

    @Test
    void whatChangesIsSeenBesideWhatWasKept(FxRobot robot) {
        window.awaitReadings();
        ExplorerState kept = window.state();
        String before = window.text("figure-drifted");
        robot.press(KeyCode.SHORTCUT, KeyCode.B).release(KeyCode.B, KeyCode.SHORTCUT);
        window.await("A", () -> window.text("pair-sentence").startsWith("B is still A"));
        assertThat(window.text("pair-drifted-A")).isEqualTo(before);
        window.onFx(() -> window.explorer().model().settings().anotherChip());
        window.awaitReadings();
        window.await("the difference", () -> window.text("pair-sentence").contains("paired over the same 60 images"));
        assertThat(window.text("pair-drifted-A")).isEqualTo(before);
        assertThat(window.text("pair-drifted-B")).isEqualTo(window.text("figure-drifted"));
        calibrate();
        mapInAnotherWay();
        robot.clickOn("#pair-back");
        window.awaitReadings();
        assertThat(window.state().onChip()).isEqualTo(kept.onChip());
        assertThat(window.state().points()).hasSize(1);
        window.onFx(() -> window.explorer().model().history().undo());
        assertThat(window.state().chip().crossbar().mapping()).isEqualTo(MappingKind.OFFSET_COLUMN);
        anotherNetworkHasNoA();
    }

    private void calibrate() {
        window.onFx(() -> window.explorer().model().calibrate());
        window.await("a point", () -> window.state().points().size() == 1);
        window.awaitReadings();
        window.await("B calibrated", () -> window.text("pair-calibrated-B").equals(window.text("figure-calibrated")));
        assertThat(window.text("pair-calibrated-A")).isEqualTo("\u2013");
    }

    private void mapInAnotherWay() {
        assertThat(window.shows("pair-hint")).isFalse();
        window.onFx(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> mapping = (ComboBox<String>) window.node("mapping");
            mapping.setValue(MappingKind.OFFSET_COLUMN.id());
        });
        window.awaitReadings();
        window.await("weights alone", () -> window.shows("pair-hint"));
        assertThat(window.text("pair-hint")).contains("their weights are compared");
    }

    private void anotherNetworkHasNoA() {
        PairViewModel pair = window.explorer().companions().pair();
        window.onFx(() -> window.explorer().opening().openSample());
        window.await("no A", () -> pair.sentence().startsWith("A was let go"));
    }
}
