package org.driftscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.cli.CliHarness;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.files.ExperimentSaver;
import org.driftscope.ui.files.NetworkSaver;
import org.driftscope.ui.settings.model.CostPreview;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.task.ImmediateRunner;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.Problem;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.OpenedNews;
import org.driftscope.ui.workspace.ResultData;
import org.driftscope.ui.workspace.Workspace;
import org.driftscope.ui.workspace.WorkspaceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        Assumptions.assumeTrue(Files.isRegularFile(sample.resolve("model.onnx")), "no sample at " + sample);
        // the smaller set is scored, to be quick
        open(new OpenRequest(
                        sample.resolve("model.onnx"),
                        sample.resolve("calibration.bin"),
                        sample.resolve("evaluation.bin"))
                .withPreprocessing(PreprocessingChoice.Request.certain("cifar10")));
    }

    private void open(OpenRequest files) {
        close();
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
    void theSavedAndTheCopiedExperimentGiveTheNumbersOnScreen() throws IOException {
        history.edit("drift", state -> state.withRelativeDrift(0.3));
        explorer.layers().rows().get(2).tickedProperty().set(false);
        explorer.settings().number(CalibrationSettings.RANK).set(2);
        explorer.calibrate();
        assertThat(problems).isEmpty();
        CalibrationPoint point = history.get().points().get(0);
        Path file = folder.resolve("mine.yaml");
        new ExperimentSaver(explorer, new OpenedNews(), runner, problems::add).save(file);
        assertThat(problems).isEmpty();

        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path copied = elsewhere.resolve("copied.yaml");
        Files.writeString(
                copied,
                new ExperimentSaver(explorer, new OpenedNews(), runner, problems::add)
                        .text()
                        .orElseThrow());
        Path results = elsewhere.resolve("results");
        String archive = elsewhere.resolve("runs.sqlite").toString();
        var answer = CliHarness.run("run", copied.toString(), "--out", results.toString(), "--archive", archive);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        String csv = Files.readString(results.resolve("experiment-trials.csv"));
        assertThat(csv)
                .as("what the command line makes of the copied text")
                .contains("," + point.clean().top1() + "," + point.drifted().top1() + ","
                        + point.calibrated().top1() + "," + point.parameters() + ",");

        ExperimentResult result = run(file);
        assertThat(point.clean().correct()).isEqualTo(result.clean().correct());
        assertThat(point.drifted().correct()).isEqualTo(result.drifted().correct());
        assertThat(point.calibrated().correct()).isEqualTo(result.calibrated().correct());
        assertThat(point.parameters()).isEqualTo(result.updatedParameters());
        assertThat(point.percent()).isEqualTo(result.updatedPercent());
        assertThat(cost().plan().updatedParameters())
                .as("the cost shown before anything runs")
                .isEqualTo(result.updatedParameters());
    }

    @Test
    void theExportedNetworkHasTheAccuracyOnScreen() {
        OpenedNews news = new OpenedNews();
        NetworkSaver saver = new NetworkSaver(explorer, news, problems::add);
        Path file = folder.resolve("net.onnx");
        saver.save(file);
        assertThat(problems).isEmpty();
        assertThat(news.lineProperty().get()).isEqualTo("Wrote the drifted network to net.onnx");
        double drifted = accuracy();
        explorer.calibrate();
        Path after = folder.resolve("calibrated.onnx");
        saver.save(after);
        assertThat(news.lineProperty().get()).isEqualTo("Wrote the calibrated network to calibrated.onnx");
        double calibrated = history.get().points().get(0).calibrated().top1();
        OpenRequest files = workspace.files();
        assertThat(cleanOf(file, files)).isEqualTo(drifted);
        assertThat(cleanOf(after, files)).isEqualTo(calibrated);
    }

    private double cleanOf(Path model, OpenRequest files) {
        open(new OpenRequest(model, files.evaluation(), files.calibration())
                .withPreprocessing(PreprocessingChoice.Request.certain("cifar10")));
        return Objects.requireNonNull(explorer.accuracy().cleanProperty().get()).top1();
    }

    @Test
    void someLayersDriftAsOnTheCommandLineAndOnlyTheseAreCalibrated() {
        double all = accuracy();
        explorer.layers().rows().get(0).tickedProperty().set(false);
        history.edit("drifting layers", state -> state.withDrifting(new LayerChoice(List.of("conv1", "layer2.0.*"))));
        int drifting = new LayerChoice(List.of("conv1", "layer2.0.*"))
                .in(workspace.network())
                .size();
        assertThat(accuracy()).isGreaterThan(all);
        assertThat(sentence()).contains("% drift in " + drifting + " of 22 layers cost ");
        assertThat(explorer.layers().rows().stream()
                        .filter(row -> row.driftsProperty().get()))
                .hasSize(drifting);
        explorer.calibrate();
        assertThat(problems).isEmpty();
        CalibrationPoint point = history.get().points().get(0);
        Path file = folder.resolve("mine.yaml");
        new ExperimentSaver(explorer, new OpenedNews(), runner, problems::add).save(file);
        ExperimentResult result = run(file);
        assertThat(result.layers()).hasSize(drifting - 1);
        assertThat(point.drifted().correct()).isEqualTo(result.drifted().correct());
        assertThat(point.calibrated().correct()).isEqualTo(result.calibrated().correct());
        assertThat(cost().plan().updatedParameters()).isEqualTo(result.updatedParameters());
        KnownFiles places = new KnownFiles();
        assertThat(ResultData.of(point, places)).containsEntry("drift_layers", "conv1 layer2.0.*");

        history.undo();
        history.undo();
        assertThat(accuracy()).isEqualTo(all);
        assertThat(explorer.calibration().resultProperty().get()).isNull();
        explorer.restore(point);
        assertThat(history.get().drifting()).isEqualTo(point.driftedLayers());
    }

    @Test
    void nothingIsCalibratedWhereNoTickedLayerDrifts() {
        explorer.layers().driftOnly(explorer.layers().rows().get(0));
        explorer.layers().rows().get(0).tickedProperty().set(false);
        assertThat(cost().plan().updatedParameters()).isZero();
        explorer.calibrate();
        assertThat(problems)
                .singleElement()
                .extracting(Problem::sentence)
                .asString()
                .contains("ticked layers drifts");
    }

    private double accuracy() {
        return Objects.requireNonNull(explorer.accuracy().driftedProperty().get())
                .accuracy()
                .top1();
    }

    private String sentence() {
        return explorer.figures().explanationProperty().get().text();
    }

    @Test
    void oneSetOfImagesIsPartedTheSameWay() {
        OpenRequest both = workspace.files();
        open(new OpenRequest(both.model(), both.evaluation(), null));
        explorer.calibrate();
        CalibrationPoint point = history.get().points().get(0);
        Path file = folder.resolve("mine.yaml");
        new ExperimentSaver(explorer, new OpenedNews(), runner, problems::add).save(file);
        assertThat(problems).isEmpty();
        ExperimentResult result = run(file);
        assertThat(result.clean().images()).isEqualTo(workspace.evaluationCount());
        assertThat(point.clean().correct()).isEqualTo(result.clean().correct());
        assertThat(point.calibrated().correct()).isEqualTo(result.calibrated().correct());
    }

    private CostPreview cost() {
        return Objects.requireNonNull(explorer.settings().costProperty().get());
    }

    /** What the window does with a method and what the command line makes of the file that the window saves. */
    @ParameterizedTest
    @ValueSource(strings = {"allocated", "sparse", "drift-compensation", "batch-norm", "backprop", "backprop-adapters"})
    void methodsOfTheWholeNetworkComeOutAsOnTheCommandLine(String id) {
        Method method = Method.named("method", id);
        explorer.settings().word(CalibrationSettings.METHOD).set(method.id());
        explorer.settings().number(Settings.of(MethodSetting.BUDGET)).set(3);
        explorer.settings().number(Settings.of(MethodSetting.READOUT_NOISE)).set(0.02);
        explorer.settings().number(Settings.of(MethodSetting.STEPS)).set(2);
        CostPreview foreseen = cost();
        explorer.calibrate();
        assertThat(problems).isEmpty();
        CalibrationPoint point = history.get().points().get(0);
        Path file = folder.resolve("mine.yaml");
        new ExperimentSaver(explorer, new OpenedNews(), runner, problems::add).save(file);

        ExperimentResult result = run(file);
        assertThat(point.calibrated().correct()).isEqualTo(result.calibrated().correct());
        assertThat(point.parameters()).isEqualTo(result.updatedParameters());
        assertThat(point.notes()).isEqualTo(result.notes());
        assertThat(foreseen.plan().footprint().rramCells()).isEqualTo(result.rramWrites());
        if (foreseen.plan().atMost()) {
            assertThat(result.updatedParameters())
                    .isBetween(
                            foreseen.plan().updatedParameters() * 9 / 10,
                            foreseen.plan().updatedParameters());
        } else {
            assertThat(foreseen.plan().updatedParameters()).isEqualTo(result.updatedParameters());
        }
        assertThat(foreseen.cost().sramBits()).isGreaterThanOrEqualTo(result.sramBits());
    }

    @Test
    void onlyTheMostAffectedLayersAreCalibratedAsOnTheCommandLine() {
        explorer.settings().number(Settings.of(MethodSetting.MOST_AFFECTED)).set(5);
        explorer.calibrate();
        CalibrationPoint point = history.get().points().get(0);
        Path file = folder.resolve("mine.yaml");
        new ExperimentSaver(explorer, new OpenedNews(), runner, problems::add).save(file);
        ExperimentResult result = run(file);
        assertThat(result.layers()).hasSize(5);
        assertThat(point.calibrated().correct()).isEqualTo(result.calibrated().correct());
        assertThat(cost().plan().updatedParameters()).isGreaterThanOrEqualTo(point.parameters());
    }

    @Test
    void aSettingThatTheMethodDoesNotLookAtLeavesItsResult() {
        explorer.calibrate();
        Calibrated first = explorer.calibration().resultProperty().get();
        explorer.settings().number(Settings.of(MethodSetting.BUDGET)).set(7);
        assertThat(explorer.calibration().resultProperty().get()).isSameAs(first);
        explorer.settings().word(CalibrationSettings.METHOD).set(Method.ALLOCATED.id());
        assertThat(explorer.calibration().resultProperty().get()).isNull();
    }

    @Test
    void ranksAreSweptOnlyWhereThereAreAny() {
        explorer.settings().word(CalibrationSettings.METHOD).set(Method.AFFINE.id());
        explorer.sweepRanks();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).sentence()).contains("scale and bias", "rank");
    }

    @Test
    void aBudgetThatIsTooSmallIsSaidBeforeAnythingRuns() {
        explorer.settings().word(CalibrationSettings.METHOD).set(Method.SPARSE.id());
        explorer.settings().number(Settings.of(MethodSetting.BUDGET)).set(0.1);
        assertThat(explorer.settings().noteProperty().get()).contains("Budget", "scale and bias");
        explorer.calibrate();
        assertThat(problems).hasSize(1);
        assertThat(history.get().points()).isEmpty();
    }

    @Test
    void everyMethodCostsWhatWasSaidBefore() {
        for (Method method : Method.all()) {
            if (!method.isLayerWise()) {
                continue;
            }
            explorer.settings().word(CalibrationSettings.METHOD).set(method.id());
            explorer.calibrate();
            CalibrationPoint point =
                    history.get().points().get(history.get().points().size() - 1);
            assertThat(cost().plan().updatedParameters()).as(method.label()).isEqualTo(point.parameters());
            assertThat(cost().percent()).as(method.label()).isEqualTo(point.percent());
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
