package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.driftscope.experiment.FactoryStatistics;
import org.driftscope.experiment.Provenance;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.state.ExplorerState;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/** Someone drops factory statistics, calibrates without images, and finds them again in the session. */
@Journey
class FactoryStatisticsJourney {
    private final Path home = ExplorerWindow.newHome();
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(home);
    }

    private Path gathered() {
        Path file = home.resolve("sample.statistics.safetensors");
        try (OpenedBench sample = BundledSample.find().withLimit(10).open(1)) {
            FactoryStatistics statistics =
                    FactoryStatistics.gather(sample.workbench(), 20, Progress.none(), new CancelToken());
            StatisticsFile.save(file, sample.workbench().network(), statistics, Provenance.of(sample.workbench()));
        }
        return file;
    }

    private ExplorerState state() {
        return window.onFx(() -> window.explorer().model().history().get());
    }

    private void drop(Path file) {
        window.onFx(() -> window.explorer().opening().openAll(List.of(file)));
        window.awaitIdle();
    }

    private String source() {
        return window.onFx(() -> ((MenuButton) window.node("statistics")).getText());
    }

    private double top(String id) {
        return window.onFx(() -> bounds(id).getMinY());
    }

    private double bottom(String id) {
        return window.onFx(() -> bounds(id).getMaxY());
    }

    private Bounds bounds(String id) {
        Node node = window.node(id);
        return node.localToScene(node.getBoundsInLocal());
    }

    @Test
    void statisticsReplaceTheImages() {
        window.awaitReadings();
        assertThat(source()).isEqualTo("Calibration images");
        assertThat(window.onFx(() -> window.node("samples").isDisabled())).isFalse();
        drop(gathered());
        assertThat(source()).isEqualTo("sample.statistics.safetensors");
        assertThat(window.text("statistics-note")).contains("4.7 MB", "20 factory images", "No calibration images");
        assertThat(window.onFx(() -> window.node("samples").isDisabled())).isTrue();
        assertThat(bottom("statistics-note")).isLessThanOrEqualTo(top("samples"));
        window.onFx(() -> window.explorer().model().calibrate());
        window.await("a calibration", () -> !state().points().isEmpty());
        window.awaitIdle();
        Path session = home.resolve("mine.driftscope");
        window.onFx(() -> window.explorer().keeper().save(session));
        window.await("a saved session", () -> window.text("status-session").contains("mine.driftscope"));
        ExplorerState saved = state();
        window.choose("statistics", "statistics-images");
        assertThat(state().calibration().settings().statistics()).isEmpty();
        assertThat(window.shows("statistics-note")).isFalse();
        window.openAndDiscard(session);
        // the readings of before stand until the session is there
        window.await("the session's settings", () -> state().equals(saved));
        window.awaitReadings();
        assertThat(source()).isEqualTo("sample.statistics.safetensors");
        window.close();
    }
}
