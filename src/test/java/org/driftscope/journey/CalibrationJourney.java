package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.ui.correction.LayerCorrection;
import org.driftscope.ui.layers.LayerError;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone calibrates and cancels, calibrates to the end, drags the rank, sweeps the ranks, and restores a point. */
@Journey
class CalibrationJourney {
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(ExplorerWindow.newHome());
    }

    @Test
    void accuracyComesBackAndEveryCalibrationIsAPoint(FxRobot robot) {
        window.awaitReadings();
        cancelLeavesEverythingAsItWas(robot);
        calibrateToTheEnd(robot);
        seeWhatWasAdded(robot);
        rankIsLiveAfterwards();
        sweep();
        restoreAPoint();
        takeTheSweepBack();
        window.close();
    }

    private void cancelLeavesEverythingAsItWas(FxRobot robot) {
        ExplorerState before = window.state();
        robot.clickOn("#calibrate");
        long asked = System.nanoTime();
        window.onFx(() -> window.explorer().model().monitor().cancel());
        window.awaitIdle();
        System.out.printf("cancel took effect after %.0f ms%n", (System.nanoTime() - asked) / 1e6);
        assertThat(window.state()).isEqualTo(before);
        assertThat(window.text("figure-calibrated")).isEqualTo("–");
        assertThat(window.shows("problem")).isFalse();
    }

    private void calibrateToTheEnd(FxRobot robot) {
        robot.clickOn("#calibrate");
        window.await("a point", () -> window.state().points().size() == 1);
        CalibrationPoint point = window.state().points().get(0);
        assertThat(point.calibrated().top1()).isGreaterThan(point.drifted().top1());
        assertThat(window.text("figure-calibrated")).matches("\\d\\d\\.\\d %");
        assertThat(window.text("figure-recovered")).endsWith("%");
        assertThat(window.text("explanation")).contains("won");
        assertThat(window.onFx(() -> window.explorer()
                        .model()
                        .layers()
                        .rows()
                        .get(0)
                        .errorProperty()
                        .get()
                        .after()))
                .isNotNaN();
    }

    /** The window of the correction tells the errors of the layer list, and takes terms away. */
    private void seeWhatWasAdded(FxRobot robot) {
        var model = window.explorer().companions().correction();
        robot.type(KeyCode.F2);
        window.await("a correction", () -> model.seenProperty().get() != null);
        LayerCorrection seen = Objects.requireNonNull(model.seenProperty().get());
        LayerError listed = window.onFx(() -> Objects.requireNonNull(
                        window.explorer().model().calibration().resultProperty().get())
                .errors()
                .get(seen.layer()));
        assertThat(seen.before()).isCloseTo(listed.relativeBefore(), within(1e-9));
        assertThat(seen.errors()).hasSize(5).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(seen.errors().get(4)).isCloseTo(listed.relativeAfter(), within(1e-9));
        assertThat(window.text("correction-count")).isEqualTo("4 of 4");
        assertThat(window.text("correction-sentence"))
                .startsWith(seen.layer() + ": half of the weights' squared error");
        Slider terms = (Slider) window.node("correction-terms");
        window.onFx(() -> terms.setValue(1));
        window.await("fewer terms", () -> window.text("correction-count").equals("1 of 4"));
        robot.type(KeyCode.ESCAPE);
        window.await("the correction is closed", () -> !window.shows("correction-sentence"));
    }

    private void rankIsLiveAfterwards() {
        Slider rank = (Slider) window.node("rank");
        window.onFx(() -> rank.setValue(1));
        window.await("another rank's result", () -> {
            var result =
                    window.explorer().model().calibration().resultProperty().get();
            return result != null && result.asked().calibration().rank() == 16;
        });
        assertThat(window.state().points()).hasSize(1);
    }

    private void sweep() {
        window.choose("calibrate", "sweep-item");
        window.await(
                "a point a rank, and none twice", () -> window.state().points().size() == 5);
        List<Integer> ranks = window.state().points().stream()
                .map(CalibrationPoint::calibration)
                .map(CalibrationSpec::rank)
                .toList();
        assertThat(ranks).containsExactly(4, 1, 2, 8, 16);
    }

    private void restoreAPoint() {
        CalibrationPoint point = window.state().points().get(2);
        window.onFx(() -> window.explorer().model().restore(point));
        assertThat(window.state().calibration().rank()).isEqualTo(2);
        window.await("that rank's result", () -> {
            var result =
                    window.explorer().model().calibration().resultProperty().get();
            return result != null
                    && result.accuracy().top1() == point.calibrated().top1();
        });
    }

    private void takeTheSweepBack() {
        window.onFx(() -> window.explorer().model().history().undo());
        window.onFx(() -> window.explorer().model().history().undo());
        assertThat(window.state().points()).hasSize(1);
    }
}
