package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerLight;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.charts.ChartsView;
import org.driftscope.ui.charts.RecordedActions;
import org.driftscope.ui.charts.SampleCharts;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.RecoveryAcross;
import org.driftscope.ui.charts.model.RecoveryPoint;
import org.driftscope.ui.charts.model.SweepAxis;
import org.driftscope.ui.charts.model.SweepMade;
import org.driftscope.ui.charts.model.SweepReading;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.task.FxBackgroundRunner;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A person reads the recovery chart, restores a point, names and hides points, and walks through the tabs. */
@Journey
class ChartsPanelJourney {
    private final FxBackgroundRunner runner = new FxBackgroundRunner();
    private ChartsViewModel model;
    private RecordedActions actions;
    private ChartsView view;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        model = new ChartsViewModel();
        actions = new RecordedActions();
        view = new ChartsView(model, actions, runner);
        stage.setScene(new Scene(view, 1000, 420));
        stage.show();
    }

    @Stop
    void stop() {
        runner.close();
    }

    @Test
    void anEmptyPanelSaysWhatToDo(FxRobot robot) {
        assertThat(robot.lookup("#recovery-chart-empty").queryLabeled().getText())
                .isEqualTo("Calibrate to add a point.");
        assertThat(onFx(() -> view.figures())).isEmpty();
    }

    @Test
    void hoveringExplainsClickingSelectsAndADoubleClickRestores(FxRobot robot) throws TimeoutException {
        FigurePane chart = filled(robot);
        HitArea magnitude = hit(chart, 9, "magnitude");
        robot.moveTo(onFx(() -> chart.localToScreen(magnitude.x(), magnitude.y())));
        waitFor(5, TimeUnit.SECONDS, () -> onFx(() -> chart.hoveredProperty().get() != null));
        assertThat(onFx(chart::getAccessibleHelp)).contains("Magnitude only", "74.1", "20 % drift", "after drift 54.2");
        robot.clickOn(onFx(() -> chart.localToScreen(magnitude.x(), magnitude.y())));
        waitForFxEvents();
        assertThat(actions.asked()).as("a click only selects").isEmpty();
        assertThat(robot.lookup("#recovery-selected").queryLabeled().getText()).contains("74.1");
        robot.doubleClickOn(onFx(() -> chart.localToScreen(magnitude.x(), magnitude.y())));
        waitForFxEvents();
        assertThat(actions.asked()).containsExactly("restore magnitude");
    }

    @Test
    void bitsCanBeAcrossInsteadOfParameters(FxRobot robot) throws TimeoutException {
        FigurePane chart = filled(robot);
        MenuButton show = (MenuButton) node(robot, "#recovery-show");
        onFx(() -> {
            Menu across = (Menu) show.getItems().get(0);
            across.getItems().get(1).fire();
            return null;
        });
        waitForFxEvents();
        assertThat(onFx(() -> model.recoveryAcrossProperty().get())).isEqualTo(RecoveryAcross.SRAM_BITS);
        HitArea magnitude = hit(chart, 9, "magnitude");
        robot.moveTo(onFx(() -> chart.localToScreen(magnitude.x(), magnitude.y())));
        waitFor(5, TimeUnit.SECONDS, () -> onFx(() -> chart.hoveredProperty().get() != null));
        assertThat(onFx(chart::getAccessibleHelp)).contains("Parameters updated 0.50 %, 500 SRAM bits");
    }

    @Test
    void arrowKeysReachEveryPoint(FxRobot robot) throws TimeoutException {
        FigurePane chart = filled(robot);
        onFx(() -> {
            chart.requestFocus();
            return null;
        });
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.ENTER);
        waitForFxEvents();
        assertThat(actions.asked()).containsExactly("restore dora1");
    }

    @Test
    void seedsOfOneSettingAreOneMarkWithTheirSpread(FxRobot robot) throws TimeoutException {
        FigurePane chart = filled(robot);
        assertThat(onFx(chart::hits)).hasSize(9);
        onFx(() -> {
            model.points().removeIf(point -> point.id().startsWith("dora-seed"));
            return null;
        });
        waitForFxEvents();
        assertThat(onFx(chart::hits)).hasSize(9);
    }

    @Test
    void pointsAreNamedHiddenAndDeletedFromTheList(FxRobot robot) throws TimeoutException {
        filled(robot);
        ListView<RecoveryPoint> list = robot.lookup("#recovery-points").queryListView();
        onFx(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
            return null;
        });
        robot.type(KeyCode.H).type(KeyCode.DELETE).type(KeyCode.F2);
        waitForFxEvents();
        robot.write("best").type(KeyCode.ENTER);
        waitForFxEvents();
        robot.clickOn("#point-shown-lora0").clickOn("#point-delete-lora0");
        waitForFxEvents();
        assertThat(actions.asked())
                .containsExactly("hide dora0", "delete dora0", "rename dora0 to best", "hide lora0", "delete lora0");
    }

    @Test
    void aPointThatHasJustComeIsInView(FxRobot robot) throws TimeoutException {
        filled(robot);
        for (String id : new String[] {"new1", "new2", "new3"}) {
            onFx(() -> model.points().add(SampleCharts.named(id)));
            waitFor(5, TimeUnit.SECONDS, () -> onFx(() -> inList(robot, "#point-shown-" + id)));
        }
    }

    private static boolean inList(FxRobot robot, String id) {
        ListView<RecoveryPoint> list = robot.lookup("#recovery-points").queryListView();
        Node node = list.lookup(id);
        return node != null
                && list.localToScene(list.getLayoutBounds()).contains(node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void severalPointsAreSelectedAndDeletedTogether(FxRobot robot) throws TimeoutException {
        filled(robot);
        ListView<RecoveryPoint> list = robot.lookup("#recovery-points").queryListView();
        onFx(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
            return null;
        });
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        waitForFxEvents();
        assertThat(robot.lookup("#recovery-selected").queryLabeled().getText()).isEqualTo("2 points selected");
        robot.type(KeyCode.DELETE).clickOn("#recovery-clear");
        waitForFxEvents();
        assertThat(actions.asked()).hasSize(2);
        assertThat(actions.asked().get(0)).isEqualTo("delete dora0 and lora0");
        assertThat(actions.asked().get(1)).contains("dora0", "magnitude");
    }

    @Test
    void allHiddenSaysSo(FxRobot robot) throws TimeoutException {
        filled(robot);
        onFx(() -> {
            model.points().replaceAll(SampleCharts::hidden);
            return null;
        });
        assertThat(robot.lookup("#recovery-chart-empty").queryLabeled().getText())
                .contains("hidden");
    }

    @Test
    void aSweepOverTimeFillsInBesideTheAgeItKeepsFrom(FxRobot robot) throws TimeoutException {
        robot.clickOn("Drift sweep");
        assertThat(robot.lookup("#sweep-kept").query().isVisible())
                .as("only where a device ages")
                .isFalse();
        onFx(() -> {
            model.sweepKeepsProperty().set(true);
            return null;
        });
        waitForFxEvents();
        robot.doubleClickOn("#sweep-kept-from").eraseText(3).write("1 d").type(KeyCode.ENTER);
        assertThat(model.sweepKeptFromProperty().get()).isEqualTo(86_400);
        onFx(() -> {
            model.sweepMadeProperty()
                    .set(new SweepMade(SweepAxis.AGE, "DoRA, r = 2", SeriesTint.DORA, "a.onnx", 86_400, Upkeep.once()));
            model.sweepRunningProperty().set(true);
            return model.driftSweep().add(new SweepReading(1, 7, .9, .8, .9, Map.of()));
        });
        assertDrawn(robot, "#drift-chart");
    }

    @Test
    void everyTabShowsItsFigureAndTheShownOneIsExportedFirst(FxRobot robot) throws TimeoutException {
        filled(robot);
        robot.clickOn("Drift sweep").clickOn("#drift-run");
        assertDrawn(robot, "#drift-chart");
        robot.clickOn("Layer error");
        assertDrawn(robot, "#layer-chart");
        robot.clickOn("Classes").clickOn("#classes-calibrated");
        assertThat(robot.lookup("#classes-chart-empty").queryLabeled().getText())
                .contains("Calibrate");
        robot.clickOn("#classes-clean");
        assertDrawn(robot, "#classes-chart");
        robot.clickOn("Cost");
        assertThat(robot.lookup("#cost-table").queryTableView().getItems()).hasSize(4);
        robot.clickOn("Inference");
        assertDrawn(robot, "#inference-chart");
        robot.clickOn("Layer error").clickOn("#charts-export");
        waitForFxEvents();
        assertThat(actions.asked()).containsExactly("run drift sweep", "export figure");
        assertThat(onFx(() -> view.figures()))
                .extracting(NamedFigure::name)
                .first()
                .isEqualTo("Layer error");
    }

    @Test
    void theCommandsOfTheFigureInFrontAreCopied(FxRobot robot) throws TimeoutException {
        filled(robot);
        onFx(() -> {
            model.points().removeIf(point -> !point.id().startsWith("dora-seed"));
            return model.points().set(0, SampleCharts.hidden(model.points().get(0)));
        });
        robot.clickOn("#charts-command");
        waitForFxEvents();
        assertThat(actions.asked()).containsExactly("copy driftscope calibrate dora-seed9");
        robot.clickOn("Layer error").clickOn("#charts-command");
        waitForFxEvents();
        assertThat(actions.asked()).last().isEqualTo("copy driftscope calibrate layers");
    }

    @Test
    void figuresOfOtherSettingsAreMarked(FxRobot robot) throws TimeoutException {
        filled(robot);
        robot.clickOn("Layer error");
        assertDrawn(robot, "#layer-chart");
        Node mark = node(robot, "#layer-chart-stale");
        assertThat(mark.isVisible()).isFalse();
        onFx(() -> {
            model.layerStaleProperty().set("Of the settings before.");
            return null;
        });
        assertThat(mark.isVisible()).isTrue();
        assertThat(onFx(() -> node(robot, "#layer-chart").getOpacity())).isLessThan(1);
    }

    private FigurePane filled(FxRobot robot) throws TimeoutException {
        onFx(() -> {
            SampleCharts.fill(model);
            return null;
        });
        assertDrawn(robot, "#recovery-chart");
        return (FigurePane) node(robot, "#recovery-chart");
    }

    private static void assertDrawn(FxRobot robot, String id) throws TimeoutException {
        FigurePane pane = (FigurePane) node(robot, id);
        waitFor(
                10,
                TimeUnit.SECONDS,
                () -> onFx(() -> pane.getChildrenUnmodifiable().stream()
                        .anyMatch(child -> child instanceof ImageView image
                                && image.getImage() != null
                                && !pane.hits().isEmpty())));
        waitForFxEvents();
    }

    /** The mark of the only point of the last series. */
    private static HitArea hit(FigurePane chart, int marks, String what) {
        assertThat(onFx(chart::hits)).as(what).hasSize(marks);
        return onFx(() -> chart.hits().get(marks - 1));
    }

    private static Node node(FxRobot robot, String id) {
        return robot.lookup(id).query();
    }

    private static <T> T onFx(Callable<T> call) {
        try {
            T value = asyncFx(call).get(10, TimeUnit.SECONDS);
            waitForFxEvents();
            return value;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
