package org.driftscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.FactoryStatistics;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.files.ExperimentSaver;
import org.driftscope.ui.files.Opening;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.task.ImmediateRunner;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.Problem;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.OpenedNews;
import org.driftscope.ui.workspace.StateSpec;
import org.driftscope.ui.workspace.Workspace;
import org.driftscope.ui.workspace.WorkspaceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window calibrates from a file of factory statistics, and says what that means; no toolkit is started. */
class FactoryStatisticsInWindowTest {
    @TempDir
    Path folder;

    private final ImmediateRunner runner = new ImmediateRunner();
    private final List<Problem> problems = new ArrayList<>();
    private final StateHistory history = new StateHistory(ExplorerState.first(), System::nanoTime);
    private final JobMonitor monitor = new JobMonitor(runner, System::nanoTime);
    private final ExplorerViewModel explorer =
            new ExplorerViewModel(history, monitor, runner, new Random(1), problems::add);
    private final Opening opening = new Opening(explorer, monitor, runner, problems::add, path -> {}, path -> {});
    private OpenRequest files;
    private Path file;

    @BeforeEach
    void open() {
        Path sample = Path.of(System.getProperty("sample.data"));
        // the smaller set is scored, to be quick
        files = new OpenRequest(
                        sample.resolve("model.onnx"),
                        sample.resolve("calibration.bin"),
                        sample.resolve("evaluation.bin"))
                .withPreprocessing(PreprocessingChoice.Request.certain("cifar10"));
        explorer.open(load(files));
        file = folder.resolve("sample.statistics.safetensors");
        workspace().use(bench -> {
            FactoryStatistics gathered = FactoryStatistics.gather(bench, 20, Progress.none(), new CancelToken());
            StatisticsFile.save(file, bench.network(), gathered, Provenance.of(bench));
            return file;
        });
    }

    @AfterEach
    void close() {
        workspace().close();
    }

    private static Workspace load(OpenRequest request) {
        return WorkspaceLoader.load(request, Progress.none(), new CancelToken());
    }

    private Workspace workspace() {
        Workspace open = explorer.workspaceProperty().get();
        assertThat(open).isNotNull();
        return open;
    }

    private String chosen() {
        return history.get().calibration().settings().statistics();
    }

    /** The two exclude each other: the later choice counts. */
    @Test
    void aFileIsTakenInPlaceOfImagesToGatherFromAndTheOtherWayRound() {
        ExperimentSpec gathering =
                Settings.with(ExperimentSpec.defaults(), Map.of(MethodSetting.FACTORY_IMAGES.id(), 50L));
        UnaryOperator<ExplorerState> restored =
                state -> StateSpec.taken(workspace().network(), state, gathering);
        history.edit("settings of a trial", restored);
        assertThat(history.get().calibration().settings().factoryImages()).isEqualTo(50);
        opening.openStatistics(file);
        assertThat(problems).isEmpty();
        assertThat(chosen()).hasSize(64);
        assertThat(history.get().calibration().settings().factoryImages()).isZero();
        history.edit("settings of a trial", restored);
        assertThat(chosen()).isEmpty();
        assertThat(history.get().calibration().settings().factoryImages()).isEqualTo(50);
    }

    @Test
    void aDroppedFileIsTakenAndUndoGoesBackToTheImages() {
        opening.openAll(List.of(file));
        assertThat(problems).isEmpty();
        assertThat(chosen()).hasSize(64);
        assertThat(explorer.settings().statistics().chosenProperty().get()).isEqualTo(chosen());
        history.undo();
        assertThat(chosen()).isEmpty();
        assertThat(explorer.settings().statistics().chosenProperty().get()).isEmpty();
        history.redo();
        assertThat(chosen()).hasSize(64);
    }

    @Test
    void theNumberOfImagesNoLongerMatters() {
        opening.openAll(List.of(file));
        explorer.calibrate();
        assertThat(explorer.figures().explanationProperty().get().text())
                .contains("factory statistics")
                .doesNotContain("10 images");
        explorer.settings().number(CalibrationSettings.SAMPLES).set(3);
        explorer.calibrate();
        assertThat(problems).isEmpty();
        List<CalibrationPoint> points = history.get().points();
        assertThat(points).hasSize(2);
        assertThat(points.get(0).calibrated()).isEqualTo(points.get(1).calibrated());
    }

    @Test
    void theSavedExperimentTakesTheSameFile() {
        opening.openAll(List.of(file));
        explorer.calibrate();
        Path saved = folder.resolve("mine.yaml");
        new ExperimentSaver(explorer, new OpenedNews(), runner, problems::add).save(saved);
        assertThat(problems).isEmpty();
        assertThat(saved).content().contains("statistics: sample.statistics.safetensors");
        ExperimentFile experiment = ExperimentFileReader.read(saved, ExperimentSpec.defaults());
        try (OpenedBench bench = experiment.files().open(2)) {
            ExperimentResult result = ExperimentRunner.run(
                            bench.workbench(),
                            experiment.sweep().trials().get(0).spec(),
                            Progress.none(),
                            new CancelToken())
                    .result();
            assertThat(history.get().points().get(0).calibrated().correct())
                    .isEqualTo(result.calibrated().correct());
        }
    }

    @Test
    void otherImagesKeepTheFileAndAnotherModelDropsIt() throws IOException {
        opening.openAll(List.of(file));
        String sha256 = chosen();
        opening.openImages(files.evaluation());
        assertThat(problems).isEmpty();
        assertThat(chosen()).isEqualTo(sha256);
        opening.openModel(Files.copy(files.model(), folder.resolve("another.onnx")));
        assertThat(problems).isEmpty();
        assertThat(chosen()).isEmpty();
    }

    @Test
    void aBadFileIsRefusedAndLeavesEverythingAsItWas() throws IOException {
        ExplorerState before = history.get();
        opening.openAll(List.of(Files.write(folder.resolve("bad.safetensors"), new byte[5])));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).sentence()).contains("bad.safetensors");
        assertThat(history.get()).isEqualTo(before);
    }
}
