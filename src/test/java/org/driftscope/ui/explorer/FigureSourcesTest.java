package org.driftscope.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.driftscope.device.Age;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.ui.charts.figure.ChartFigures;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.Confusions;
import org.driftscope.ui.charts.model.Confusions.State;
import org.driftscope.ui.charts.model.FigureSource;
import org.driftscope.ui.charts.model.SweepReading;
import org.driftscope.ui.explorer.words.MethodWords;
import org.driftscope.ui.main.OpenWindow;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.ImmediateRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.workspace.KnownFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every chart says what its own numbers were made with, and is marked where that is not what is set. */
class FigureSourcesTest {
    @TempDir
    Path folder;

    private final Pausing runner = new Pausing();
    private final ChartsViewModel charts = new ChartsViewModel();
    private final KnownFiles files = new KnownFiles();
    private OpenWindow window;
    private DriftSweep sweep;

    @BeforeEach
    void open() {
        window = new OpenWindow(folder, runner);
        new ChartFeed(window.explorer, charts, files, runner);
        sweep = new DriftSweep(charts, window.explorer, files, runner, window.problems::add);
        window.withSample();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Confusions confusions() {
        return Objects.requireNonNull(charts.confusionsProperty().get());
    }

    private FigureSource source(State state) {
        return Objects.requireNonNull(confusions().sources().get(state));
    }

    @Test
    void errorsOfLayersFollowTheChipTheyWereMeasuredOn() {
        window.drift(0.3);
        FigureSource source = charts.layerSourceProperty().get();
        assertThat(source.words())
                .startsWith("model.onnx")
                .contains("n = 40 images of evaluation.bin", "30 % drift", "seed ", "errors on ");
        assertThat(source.data()).containsEntry("relative_drift", "0.3");
        assertThat(source.data().get("command"))
                .startsWith("driftscope calibrate /")
                .contains("--method lora", "--rank 1", "--drift 0.3");
        assertThat(charts.layerStaleProperty().get()).isEmpty();
        assertThat(charts.classesStaleProperty().get()).isEmpty();
    }

    @Test
    void whatLagsBehindTheSettingsIsMarkedAndKeepsItsSource() {
        window.drift(0.2);
        runner.paused = true;
        window.drift(0.4);
        assertThat(charts.layerStaleProperty().get()).isNotEmpty();
        assertThat(charts.classesStaleProperty().get()).isNotEmpty();
        assertThat(charts.layerSourceProperty().get().data()).containsEntry("relative_drift", "0.2");
        assertThat(source(State.DRIFTED).words()).contains("20 % drift");
        runner.resume();
        assertThat(charts.layerStaleProperty().get()).isEmpty();
        assertThat(charts.classesStaleProperty().get()).isEmpty();
        assertThat(source(State.DRIFTED).data()).containsEntry("relative_drift", "0.4");
    }

    @Test
    void classesSayTheirChipAndTheCommandThatScoresIt() {
        window.drift(0.2);
        assertThat(source(State.CLEAN).data().get("command"))
                .startsWith("driftscope evaluate /")
                .doesNotContain("--drift");
        assertThat(source(State.DRIFTED).data().get("command"))
                .startsWith("driftscope evaluate /")
                .contains("--drift 0.2", "--limit 40");
        window.explorer.calibrate();
        FigureSource calibrated = source(State.CALIBRATED);
        assertThat(calibrated.words())
                .contains(MethodWords.series(window.history.get().calibration()));
        assertThat(calibrated.data().get("command")).startsWith("driftscope calibrate /");
        assertThat(charts.layerSourceProperty().get()).isEqualTo(calibrated);
        window.drift(0.25);
        assertThat(confusions().counts()).as("it is of no use for another chip").doesNotContainKey(State.CALIBRATED);
        assertThat(charts.layerSourceProperty().get().data()).containsEntry("relative_drift", "0.25");
    }

    @Test
    void commandsOfOneSetOfImagesScoreNoneThatIsSetApart() {
        window.close();
        window.withOneSet();
        window.drift(0.2);
        assertThat(window.workspace().evaluationCount()).isLessThan(40);
        String images = Objects.requireNonNull(window.workspace().files().evaluation())
                .toAbsolutePath()
                .toString();
        for (State state : new State[] {State.CLEAN, State.DRIFTED}) {
            assertThat(source(state).data().get("command"))
                    .as("%s", state)
                    .contains("--images " + images, "--calibration " + images);
        }
    }

    @Test
    void aSweepOverTimeKeepsACalibrationFromTheAgeThatIsChosen() {
        window.history.edit("device", state -> state.withChip(state.chip().withDevice(DeviceKinds.named("pcm")))
                .withDrifting(new LayerChoice(List.of("fc"))));
        assertThat(charts.sweepKeepsProperty().get()).isTrue();
        charts.sweepKeptFromProperty().set(Age.parse("2h"));
        sweep.start(window.workspace(), window.history.get());
        assertThat(window.problems).isEmpty();
        assertThat(charts.driftSweep()).hasSize(8 * 3).allSatisfy(reading -> {
            boolean kept = reading.strength() >= Age.parse("2h");
            assertThat(Double.isNaN(reading.keptTop1())).isNotEqualTo(kept);
            assertThat(reading.rows()).hasSize(reading.strength() > Age.parse("2h") ? 2 : 1);
        });
        SweepReading made = charts.driftSweep().stream()
                .filter(reading -> reading.strength() == Age.parse("2h"))
                .findFirst()
                .orElseThrow();
        assertThat(made.keptTop1()).isEqualTo(made.calibrated());
        SweepReading last = charts.driftSweep().get(charts.driftSweep().size() - 1);
        assertThat(last.rows().get(1).get("command")).contains("--age 315360000", "--kept-from 7200");
        assertThat(last.rows().get(0).get("command")).doesNotContain("--kept-from");
        assertThat(ChartFigures.driftSweep(charts).orElseThrow().toString()).contains("kept from 2 h");
        assertThat(charts.sweepStaleProperty().get()).isEmpty();
        window.history.edit(
                "kept",
                state -> state.withCalibration(state.calibration()
                        .withSettings(state.calibration().settings().withKeptFrom(60))));
        assertThat(charts.sweepStaleProperty().get())
                .as("its ages of calibration are its own")
                .isEmpty();
    }

    @Test
    void aSweepIsOfThreeChipsAndStaleOnceSomethingElseIsSet() {
        sweep.start(window.workspace(), window.history.get());
        assertThat(window.problems).isEmpty();
        assertThat(charts.driftSweep()).hasSize(18);
        long first = window.history.get().chip().seed();
        assertThat(charts.driftSweep().stream().map(SweepReading::seed).distinct())
                .containsExactly(first, first + 1, first + 2);
        assertThat(charts.driftSweep())
                .allSatisfy(reading -> assertThat(reading.data().get("command"))
                        .startsWith("driftscope calibrate /")
                        .contains("--seed " + reading.seed()));
        assertThat(charts.sweepStaleProperty().get()).isEmpty();
        window.drift(0.11);
        assertThat(charts.sweepStaleProperty().get())
                .as("it has drifts of its own")
                .isEmpty();
        window.history.edit("seed", state -> state.withChip(state.chip().withSeed(99)));
        assertThat(charts.sweepStaleProperty().get()).isNotEmpty();
        window.history.undo();
        assertThat(charts.sweepStaleProperty().get()).isEmpty();
    }

    @Test
    void aSweepWithoutLayersToCalibrateSaysHowEachChipIsScored() {
        window.explorer.layers().tickNone();
        sweep.start(window.workspace(), window.history.get());
        assertThat(charts.driftSweep()).hasSize(18).allSatisfy(reading -> {
            assertThat(reading.calibrated()).isNaN();
            assertThat(reading.data().get("command"))
                    .startsWith("driftscope evaluate /")
                    .contains("--seed " + reading.seed());
        });
    }

    /** Runs everything at once, but what waits for the settings to rest only once it is told to. */
    private static final class Pausing implements BackgroundRunner {
        private final ImmediateRunner runner = new ImmediateRunner();
        private final List<Runnable> waiting = new ArrayList<>();
        private boolean paused;

        void resume() {
            paused = false;
            List<Runnable> now = List.copyOf(waiting);
            waiting.clear();
            now.forEach(Runnable::run);
        }

        @Override
        public Cancellable run(Job<?> job) {
            return runner.run(job);
        }

        @Override
        public Cancellable later(Duration delay, Runnable action) {
            if (!paused) {
                return runner.later(delay, action);
            }
            waiting.add(action);
            return () -> waiting.remove(action);
        }

        @Override
        public void onWindowThread(Runnable action) {
            runner.onWindowThread(action);
        }
    }
}
