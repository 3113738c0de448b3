package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.cost.CostQuantity;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.study.StudyViewModel;
import org.driftscope.ui.study.TrialRow;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/**
 * Someone allocates ranks, cancels back-propagation, brings the first point back, looks at the costs, and opens
 * experiments.
 */
@Journey
class MethodsJourney {
    private final Path home = ExplorerWindow.newHome();
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(home);
    }

    @SuppressWarnings("unchecked")
    private void choose(Method method) {
        window.onFx(() -> ((ComboBox<String>) window.node("method")).setValue(method.id()));
    }

    private String field(String id) {
        return window.onFx(() -> ((TextField) window.node(id)).getText());
    }

    @Test
    void everyMethodIsAtHand(FxRobot robot) throws IOException {
        window.awaitReadings();
        assertThat(window.onFx(() ->
                        window.explorer().model().history().undoableProperty().get()))
                .as("showing settings changes none")
                .isFalse();
        CalibrationPoint allocated = allocate(robot);
        cancelBackPropagation(robot);
        restore(allocated);
        changeADeviceFigure();
        openAnExperiment();
        openAGrid();
        window.close();
    }

    private CalibrationPoint allocate(FxRobot robot) {
        assertThat(window.shows("rank")).isTrue();
        choose(Method.ALLOCATED);
        assertThat(window.shows("rank")).isFalse();
        assertThat(window.shows("readout-noise")).isFalse();
        assertThat(field("budget-field")).isEqualTo("2.34 %");
        assertThat(window.text("cost-parameters")).startsWith("\u2264").contains("2.34 %");
        robot.clickOn("#calibrate");
        window.await("a point", () -> window.state().points().size() == 1);
        CalibrationPoint point = window.state().points().get(0);
        assertThat(point.calibrated().top1()).isGreaterThan(point.drifted().top1());
        assertThat(window.text("explanation")).contains("allocated ranks under 2.34 %", "won");
        window.await("a residual map", () -> {
            var look = window.explorer().model().picture().lookProperty().get();
            return look != null && look.calibrated() != null;
        });
        return point;
    }

    private void cancelBackPropagation(FxRobot robot) {
        choose(Method.BACKPROP);
        assertThat(field("learning-rate")).isEqualTo("best of 3e-5, 1e-4, 3e-4");
        assertThat(window.text("method-note")).contains("labels");
        ExplorerState before = window.state();
        robot.clickOn("#calibrate");
        window.await("training to begin", () -> window.text("status-stage").contains("Learning rate"));
        Button cancel = (Button) window.node("cancel");
        boolean over = window.onFx(() -> {
            long asked = System.nanoTime();
            cancel.fire();
            System.out.printf("cancelling back-propagation took %.0f ms%n", (System.nanoTime() - asked) / 1e6);
            return !window.explorer().model().monitor().runningProperty().get();
        });
        assertThat(over).as("over before the window draws again").isTrue();
        assertThat(window.state()).isEqualTo(before);
        assertThat(window.text("figure-calibrated")).isEqualTo("\u2013");
        assertThat(window.shows("problem")).isFalse();
    }

    private void restore(CalibrationPoint point) {
        window.onFx(() -> window.explorer().model().restore(point));
        assertThat(window.state().calibration().method()).isEqualTo(Method.ALLOCATED);
        assertThat(window.text("figure-calibrated")).as("its result was kept").matches("\\d\\d\\.\\d %");
    }

    private void changeADeviceFigure() {
        var figures = window.explorer().model().settings().costFiguresProperty();
        double before = energy();
        window.onFx(() -> figures.set(figures.get().with(CostQuantity.SRAM_BIT_ENERGY, 3.2)));
        assertThat(energy()).isEqualTo(2 * before);
        window.onFx(() -> window.explorer().model().history().undo());
        assertThat(energy()).isEqualTo(before);
    }

    private double energy() {
        return window.onFx(() ->
                window.explorer().model().settings().costProperty().get().cost().energyJoules());
    }

    private void openAnExperiment() throws IOException {
        ExplorerState before = window.state();
        Path file = Files.writeString(
                home.resolve("one.yaml"),
                "method: sparse\nbudget: 5\nreadoutNoise: 0.02\ndrift: 0.3\nseed: 3\nonOff: 10\nlayers: [layer3.*]\n");
        window.onFx(() -> window.explorer().opening().openAll(List.of(file)));
        window.await("its settings", () -> window.state().calibration().method() == Method.SPARSE);
        window.awaitIdle();
        MethodSettings settings = window.state().calibration().settings();
        assertThat(settings.budget()).isEqualTo(5);
        assertThat(settings.readoutNoise()).isEqualTo(0.02);
        assertThat(window.state().relativeDrift()).isEqualTo(0.3);
        assertThat(window.state().chip().seed()).isEqualTo(3);
        assertThat(window.state().ticked()).isNotEmpty().allMatch(layer -> layer.startsWith("layer3."));
        assertThat(field("readout-noise-field")).isEqualTo("2 %");
        window.onFx(() -> window.explorer().model().history().undo());
        assertThat(window.state()).isEqualTo(before);
    }

    private void openAGrid() throws IOException {
        Path file = Files.writeString(
                home.resolve("grid.yaml"), "limit: 64\nonOff: 10\nseed: [1, 2]\nmethod: [bias, magnitude]\n");
        window.onFx(() -> window.explorer().opening().openAll(List.of(file)));
        StudyViewModel study = window.explorer().companions().study();
        window.await("the studies", () -> file.equals(study.experimentProperty().get()) && window.shows("study-run"));
        AtomicInteger whileRunning = new AtomicInteger();
        window.onFx(() -> study.rows().subscribe(() -> study.rows()
                .forEach(row -> row.readingProperty().subscribe((was, is) -> {
                    if (is.state() == TrialRow.State.COMPUTED
                            && study.monitor().runningProperty().get()) {
                        whileRunning.incrementAndGet();
                    }
                }))));
        window.onFx(() -> ((Button) window.node("study-run")).fire());
        window.await("the figure", () -> study.drawing().findingsProperty().get() != null);
        assertThat(study.rows()).hasSize(4);
        assertThat(whileRunning.get()).as("rows that filled in during the run").isEqualTo(4);
    }
}
