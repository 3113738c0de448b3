package org.driftscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.driftscope.calibration.CalibrationSpec;
import org.driftscope.experiment.ChipSpec;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.settings.CostPreview;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.task.ImmediateRunner;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window shows is what the command line's runner gives for the experiment that the window saves. */
class ReproductionTest {
    @TempDir
    Path folder;

    private final ImmediateRunner runner = new ImmediateRunner();
    private final List<Problem> problems = new ArrayList<>();
    private final StateHistory history = new StateHistory(ExplorerState.first(), System::nanoTime);
    private final JobMonitor monitor = new JobMonitor(runner, System::nanoTime);
    private final ExplorerViewModel explorer =
            new ExplorerViewModel(history, monitor, runner, new Random(1), problems::add);
    private Workspace workspace;

    @BeforeEach
    void open() {
        Path sample = Path.of(System.getProperty("sample.data"));
        Assumptions.assumeTrue(Files.isRegularFile(sample.resolve("model.onnx")));
        // the smaller set is scored, to be quick
        OpenRequest files = new OpenRequest(
                sample.resolve("model.onnx"), sample.resolve("calibration.bin"), sample.resolve("evaluation.bin"));
        workspace = WorkspaceLoader.load(files, Progress.none(), new CancelToken());
        explorer.open(workspace);
    }

    @AfterEach
    void close() {
        if (workspace != null) {
            workspace.close();
        }
    }

    @Test
    void theSavedExperimentGivesTheNumbersOnScreen() {
        history.edit("drift", state -> state.withRelativeDrift(0.3));
        explorer.layers().rows().get(2).tickedProperty().set(false);
        explorer.settings().rankProperty().set(2);
        explorer.calibrate();
        assertThat(problems).isEmpty();
        CalibrationPoint point = history.get().points().get(0);
        Path file = folder.resolve("mine.yaml");
        new ExperimentSaver(explorer, runner, problems::add).save(file);
        assertThat(problems).isEmpty();

        ExperimentResult result = run(file);
        assertThat(point.clean().correct()).isEqualTo(result.clean().correct());
        assertThat(point.drifted().correct()).isEqualTo(result.drifted().correct());
        assertThat(point.calibrated().correct()).isEqualTo(result.calibrated().correct());
        assertThat(point.parameters()).isEqualTo(result.updatedParameters());
        assertThat(point.percent()).isEqualTo(result.updatedPercent());
        assertThat(explorer.settings()
                        .costProperty()
                        .get()
                        .adapters()
                        .footprint()
                        .sramParameters())
                .as("the cost shown before anything runs")
                .isEqualTo(result.updatedParameters());
    }

    @Test
    void everyMethodCostsWhatWasSaidBefore() {
        for (CalibrationSpec.Method method : CalibrationSpec.Method.layerWise()) {
            explorer.settings().methodProperty().set(method);
            explorer.calibrate();
            CalibrationPoint point =
                    history.get().points().get(history.get().points().size() - 1);
            CostPreview cost = explorer.settings().costProperty().get();
            assertThat(cost.adapters().footprint().sramParameters())
                    .as(method.label())
                    .isEqualTo(point.parameters());
            assertThat(cost.percent()).as(method.label()).isEqualTo(point.percent());
        }
        assertThat(problems).isEmpty();
    }

    private static ExperimentResult run(Path file) {
        ExperimentSpec base = ExperimentSpec.of(ChipSpec.of(0, 0), CalibrationSpec.defaults());
        ExperimentFile experiment = ExperimentFileReader.read(file, base);
        ExperimentSpec spec = experiment.sweep().trials().get(0).spec();
        try (OpenedBench bench = experiment.files().open(2)) {
            return ExperimentRunner.run(bench.workbench(), spec, Progress.none(), new CancelToken())
                    .result();
        }
    }

    @Test
    void undoBringsBackSettingsAndResult() {
        explorer.calibrate();
        Calibrated first = explorer.calibration().resultProperty().get();
        assertThat(first).isNotNull();
        history.edit("drift", state -> state.withRelativeDrift(0.1));
        assertThat(explorer.calibration().resultProperty().get())
                .as("a result of another drift is not shown")
                .isNull();
        history.undo();
        assertThat(explorer.calibration().resultProperty().get()).isSameAs(first);
    }

    @Test
    void nothingTickedIsSaidInsteadOfRun() {
        explorer.layers().tickNone();
        explorer.calibrate();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).sentence()).contains("ticked layers");
        assertThat(history.get().points()).isEmpty();
    }
}
