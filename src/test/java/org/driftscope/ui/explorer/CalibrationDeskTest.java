package org.driftscope.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.StringBinding;
import org.driftscope.calibration.spec.Method;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.SweepReading;
import org.driftscope.ui.explorer.words.KeyFigure;
import org.driftscope.ui.explorer.words.KeyFigures;
import org.driftscope.ui.files.ExperimentSaver;
import org.driftscope.ui.layers.LayerError;
import org.driftscope.ui.main.OpenWindow;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.task.HeldRunner;
import org.driftscope.ui.task.ImmediateRunner;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.OpenedNews;
import org.driftscope.ui.workspace.TrialLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is calibrated is kept, shown where it belongs, and never thrown away by a change. */
class CalibrationDeskTest {
    @TempDir
    Path folder;

    private final ImmediateRunner runner = new ImmediateRunner();

    private static String calibrated(OpenWindow window) {
        return window.explorer.figures().calibratedProperty().get().value();
    }

    private static List<String> written(OpenWindow window) {
        KeyFigures figures = window.explorer.figures();
        return List.of(
                figures.parametersProperty().get().value(),
                figures.writesProperty().get().value());
    }

    private static String sentence(OpenWindow window) {
        return window.explorer.figures().explanationProperty().get().text();
    }

    @Test
    void undoingACalibrationTakesItAwayEverywhereAndRedoBringsItBack() {
        try (OpenWindow window = new OpenWindow(folder, runner).withSample()) {
            assertThat(written(window)).as("before anything was calibrated").containsExactly("–", "–");
            window.explorer.calibrate();
            Calibrated made = window.explorer.calibration().resultProperty().get();
            String shown = calibrated(window);
            assertThat(written(window)).last().isEqualTo("0");
            assertThat(shown).endsWith("%");
            window.history.undo();
            assertThat(window.history.get().points()).isEmpty();
            assertThat(calibrated(window)).isEqualTo("–");
            assertThat(window.explorer.calibration().resultProperty().get()).isNull();
            assertThat(sentence(window)).doesNotContain("won");
            window.history.redo();
            assertThat(calibrated(window)).isEqualTo(shown);
            assertThat(window.explorer.calibration().resultProperty().get()).isSameAs(made);
        }
    }

    /** What reading alone adds and takes is said apart, of either state, and only where there is read noise. */
    @Test
    void readsOfTheOneChipAreToldApartFromChips() {
        try (OpenWindow window = new OpenWindow(folder, runner).withSample()) {
            KeyFigures figures = window.explorer.figures();
            assertThat(figures.driftedProperty().get().more()).isEmpty();
            window.history.edit(
                    "read noise",
                    state -> state.withCrossbar(state.chip()
                            .crossbar()
                            .withCircuit(CircuitSpec.ideal().with(CircuitSettings.READ_NOISE, 0.08))));
            String drifted = figures.driftedProperty().get().more();
            assertThat(drifted).startsWith("5 reads: ").endsWith(" s.d.").doesNotContain("\u00b1 0.0");
            window.explorer.calibrate();
            assertThat(figures.calibratedProperty().get().more()).startsWith("5 reads: ");
            assertThat(figures.driftedProperty().get().more()).isEqualTo(drifted);
            assertThat(window.explorer
                            .accuracy()
                            .driftedProperty()
                            .get()
                            .accuracy()
                            .top1())
                    .as("the figure itself is the first read")
                    .isEqualTo(window.explorer
                            .calibration()
                            .resultProperty()
                            .get()
                            .drifted()
                            .top1());
            window.history.undo();
            window.history.undo();
            assertThat(figures.driftedProperty().get().more()).isEmpty();
            assertThat(window.problems).isEmpty();
        }
    }

    @Test
    void aCalibrationIsKnownAgainAfterAnotherChipIsUndone() {
        try (OpenWindow window = new OpenWindow(folder, runner).withSample()) {
            window.explorer.calibrate();
            Calibrated first = window.explorer.calibration().resultProperty().get();
            window.explorer.settings().anotherChip();
            window.explorer.calibrate();
            assertThat(window.explorer.calibration().resultProperty().get()).isNotSameAs(first);
            window.history.undo();
            window.history.undo();
            assertThat(window.explorer.calibration().resultProperty().get()).isSameAs(first);
        }
    }

    @Test
    void aPointOfAReopenedSessionIsKnownWithoutCalibratingAgain() {
        Path saved = folder.resolve("a.driftscope");
        try (OpenWindow window = new OpenWindow(folder, runner).withSample()) {
            window.explorer.calibrate();
            String shown = calibrated(window);
            window.keeper.save(saved);
            window.opening.openSession(saved);
            assertThat(window.problems).isEmpty();
            assertThat(window.explorer.calibration().resultProperty().get())
                    .as("its maps are not at hand")
                    .isNull();
            assertThat(calibrated(window)).isEqualTo(shown);
            assertThat(sentence(window)).doesNotContain("Calibrate to win them back");
            window.drift(0.5);
            assertThat(calibrated(window)).isEqualTo("–");
        }
    }

    @Test
    void theNumberOfTheChipBeforeIsMarkedUntilThePresentOnesIsKnown() {
        HeldRunner held = new HeldRunner();
        try (OpenWindow window = new OpenWindow(folder, held).withSample()) {
            finishAll(held);
            KeyFigure first = window.explorer.figures().driftedProperty().get();
            assertThat(first.stale()).isFalse();
            window.drift(0.4);
            assertThat(window.explorer.figures().driftedProperty().get()).isEqualTo(first.ofBefore());
            assertThat(window.explorer.layers().errorsStaleProperty().get()).isTrue();
            StringBinding doing = window.explorer.followingWords();
            assertThat(doing.get()).isEqualTo("Scoring …");
            while (window.explorer.accuracy().busyProperty().get()) {
                held.finishNext();
            }
            assertThat(doing.get()).as("not ready yet").isEqualTo("Measuring layers …");
            finishAll(held);
            assertThat(doing.get()).isEmpty();
            assertThat(window.explorer.layers().errorsStaleProperty().get()).isFalse();
            assertThat(window.explorer.figures().driftedProperty().get().stale())
                    .isFalse();
        }
    }

    @Test
    void withoutALayerNoMethodCostsAnything() {
        try (OpenWindow window = new OpenWindow(folder, runner).withSample()) {
            window.explorer.layers().rows().forEach(row -> row.tickedProperty().set(false));
            for (Method method : Method.all()) {
                window.explorer.settings().word(CalibrationSettings.METHOD).set(method.id());
                assertThat(window.explorer
                                .settings()
                                .costProperty()
                                .get()
                                .plan()
                                .updatedParameters())
                        .as(method.label())
                        .isZero();
            }
        }
    }

    private static void finishAll(HeldRunner held) {
        while (held.held() > 0) {
            held.finishNext();
        }
    }

    @Test
    void aSweepThatIsStoppedKeepsTheRanksItHasDone() {
        HeldRunner held = new HeldRunner();
        try (OpenWindow window = new OpenWindow(folder, held).withSample()) {
            window.explorer.sweepRanks();
            // stopped as soon as two ranks have come
            window.history.stateProperty().subscribe(state -> {
                if (state.points().size() == 2) {
                    window.monitor.cancel();
                }
            });
            finishAll(held);
            assertThat(window.history.get().points())
                    .extracting(point -> point.calibration().rank())
                    .containsExactly(1, 2);
            window.history.undo();
            assertThat(window.history.get().points()).as("one step of undo").isEmpty();
        }
    }

    @Test
    void chipsOfOneKindAreCalibratedOneByOne() {
        HeldRunner held = new HeldRunner();
        try (OpenWindow window = new OpenWindow(folder, held).withSample()) {
            long seed = window.history.get().chip().seed();
            window.explorer.calibrateChips();
            window.history.stateProperty().subscribe(state -> {
                if (state.points().size() == 3) {
                    window.monitor.cancel();
                }
            });
            finishAll(held);
            assertThat(window.history.get().points())
                    .extracting(point -> point.chip().seed())
                    .containsExactly(seed + 1, seed + 2, seed + 3);
            assertThat(window.history.get().chip().seed())
                    .as("the chip that is set stays")
                    .isEqualTo(seed);
            window.history.undo();
            assertThat(window.history.get().points()).as("one step of undo").isEmpty();
        }
    }

    @Test
    void aDriftSweepThatIsStoppedKeepsWhatItHasMeasured() {
        HeldRunner held = new HeldRunner();
        try (OpenWindow window = new OpenWindow(folder, held).withSample()) {
            finishAll(held);
            ChartsViewModel charts = new ChartsViewModel();
            DriftSweep sweep = new DriftSweep(charts, window.explorer, new KnownFiles(), held, window.problems::add);
            charts.driftSweep().addListener((InvalidationListener) readings -> {
                if (charts.driftSweep().size() == 2) {
                    window.monitor.cancel();
                }
            });
            sweep.start(window.workspace(), window.history.get());
            finishAll(held);
            assertThat(window.problems).isEmpty();
            assertThat(charts.driftSweep()).extracting(SweepReading::strength).containsExactly(0.05, 0.05);
            assertThat(charts.sweepRunningProperty().get()).isFalse();
        }
    }

    @Test
    void aSettingThatChangesDuringARunLeavesTheRunItsOwn() {
        HeldRunner held = new HeldRunner();
        try (OpenWindow window = new OpenWindow(folder, held).withSample()) {
            while (held.held() > 0) {
                held.finishNext();
            }
            window.explorer.calibrate();
            window.drift(0.4);
            assertThat(window.monitor.queued()).hasSize(1);
            while (held.held() > 0) {
                held.finishNext();
            }
            CalibrationPoint point = window.history.get().points().get(0);
            assertThat(point.spec().chip().drift().toString()).contains("0.2");
            assertThat(calibrated(window)).as("it is of another drift").isEqualTo("–");
            window.drift(0.2);
            assertThat(calibrated(window)).endsWith("%");
        }
    }

    /** What a job computes on the chip before says nothing of the present one, and its bars must not stay away. */
    @Test
    void layersOfAnotherChipAreMeasuredOnceARunIsOver() {
        HeldRunner held = new HeldRunner();
        try (OpenWindow window = new OpenWindow(folder, held).withSample()) {
            finishAll(held);
            List<Double> before = errors(window);
            assertThat(before).doesNotContain(Double.NaN);
            window.explorer.sweepRanks();
            window.explorer.settings().anotherChip();
            assertThat(errors(window)).containsOnly(Double.NaN);
            finishAll(held);
            assertThat(window.history.get().points()).hasSize(5);
            assertThat(errors(window)).doesNotContain(Double.NaN).isNotEqualTo(before);
            window.history.undo();
            window.history.undo();
            finishAll(held);
            assertThat(errors(window)).isEqualTo(before);
        }
    }

    private static List<Double> errors(OpenWindow window) {
        return window.explorer.layers().errorsProperty().get().values().stream()
                .map(LayerError::before)
                .toList();
    }

    @Test
    void aSecondCalibrationAsksWhileOneRunsAndWaitsIfToldSo() {
        HeldRunner held = new HeldRunner();
        try (OpenWindow window = new OpenWindow(folder, held).withSample()) {
            while (held.held() > 0) {
                held.finishNext();
            }
            window.explorer.calibration().askWith(window.questions::add);
            window.explorer.calibrate();
            assertThat(window.questions).isEmpty();
            window.explorer.settings().number(CalibrationSettings.RANK).set(2);
            window.explorer.calibrate();
            assertThat(window.questions.get(0).sentence()).contains("Calibrating has been running");
            window.answer("Queue");
            window.explorer.settings().number(CalibrationSettings.RANK).set(8);
            window.explorer.calibrate();
            window.answer("Cancel");
            while (held.held() > 0) {
                held.finishNext();
            }
            assertThat(window.history.get().points())
                    .extracting(point -> point.calibration().rank())
                    .containsExactly(4, 2);
            window.explorer.calibrate();
            window.explorer.settings().number(CalibrationSettings.RANK).set(1);
            window.explorer.calibrate();
            window.answer("Stop it and start");
            while (held.held() > 0) {
                held.finishNext();
            }
            assertThat(window.history.get().points())
                    .extracting(point -> point.calibration().rank())
                    .containsExactly(4, 2, 1);
        }
    }

    @Test
    void aCalibrationByHandIsTheTrialThatTheCommandLineWouldMake() {
        Path archive = folder.resolve("runs.sqlite");
        Path experiment = folder.resolve("mine.yaml");
        try (OpenWindow window = new OpenWindow(folder, runner).withSample()) {
            window.explorer.calibration().keepIn(new TrialLog(archive, runner, window.problems::add));
            window.explorer.calibrate();
            window.explorer.calibrate();
            new ExperimentSaver(window.explorer, new OpenedNews(), runner, window.problems::add).save(experiment);
            assertThat(window.problems).isEmpty();
        }
        ExperimentFile file = ExperimentFileReader.read(experiment, ExperimentSpec.defaults());
        try (RunArchive opened = RunArchive.open(archive);
                OpenedBench bench = file.files().open(2)) {
            List<ArchivedTrial> trials = opened.list("");
            assertThat(trials).as("once").hasSize(1);
            assertThat(trials.get(0).study()).isEqualTo(TrialLog.STUDY);
            List<SweepRunner.Finished> run = new SweepRunner(bench.workbench(), opened, false)
                    .run(file.sweep(), trial -> {}, Progress.none(), new CancelToken());
            assertThat(run).singleElement().satisfies(trial -> assertThat(trial.remembered())
                    .as("the same key")
                    .isTrue());
        }
    }

    @Test
    void anArchiveThatCannotBeWrittenCostsNoCalibration() throws Exception {
        Path archive = Files.writeString(folder.resolve("runs.sqlite"), "this is no archive, but a text");
        try (OpenWindow window = new OpenWindow(folder, runner).withSample()) {
            window.explorer.calibration().keepIn(new TrialLog(archive, runner, window.problems::add));
            window.explorer.calibrate();
            window.explorer.settings().number(CalibrationSettings.RANK).set(2);
            window.explorer.calibrate();
            assertThat(window.history.get().points()).hasSize(2);
            assertThat(window.problems).as("said once").hasSize(1);
        }
    }

    @Test
    void undoPastAnOpeningNamesNoLayerThatTheNetworkLacks() throws Exception {
        try (OpenWindow window = new OpenWindow(folder, runner).withSample()) {
            window.history.edit("layers", state -> state.withTicked(java.util.Set.of("a layer of the network before")));
            window.drift(0.3);
            window.opening.openModel(Files.copy(window.sample().model(), folder.resolve("other.onnx")));
            assertThat(window.problems).isEmpty();
            List<String> known = window.explorer.layers().rows().stream()
                    .map(row -> row.name())
                    .toList();
            while (window.history.undoableProperty().get()) {
                window.history.undo();
                assertThat(known).containsAll(window.history.get().ticked());
            }
            assertThat(window.history.get().relativeDrift()).isEqualTo(0.2);
        }
    }
}
