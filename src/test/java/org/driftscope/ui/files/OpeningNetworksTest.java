package org.driftscope.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.network.AnalogLayer;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.explorer.ChartFeed;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.main.OtherNetworks;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.task.ImmediateRunner;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.Problem;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks one after another in one window, without a toolkit. */
class OpeningNetworksTest {
    @TempDir
    Path folder;

    private final Path sample = Path.of(System.getProperty("sample.data"));
    private final ImmediateRunner runner = new ImmediateRunner();
    private final List<Problem> problems = new ArrayList<>();
    private final StateHistory history = new StateHistory(ExplorerState.first(), System::nanoTime);
    private final JobMonitor monitor = new JobMonitor(runner, System::nanoTime);
    private final ExplorerViewModel explorer =
            new ExplorerViewModel(history, monitor, runner, new Random(1), problems::add);
    private final Opening opening = new Opening(explorer, monitor, runner, problems::add, path -> {}, path -> {});

    @AfterEach
    void close() {
        open().close();
        assertThat(problems).isEmpty();
    }

    private Workspace open() {
        return Objects.requireNonNull(explorer.workspaceProperty().get());
    }

    private Set<String> all() {
        Set<String> names = new LinkedHashSet<>();
        open().network().analogLayers().stream().map(AnalogLayer::name).forEach(names::add);
        return names;
    }

    private void openSmallSample() {
        opening.openAll(List.of(sample.resolve("model.onnx"), sample.resolve("calibration.bin")));
    }

    @Test
    void aWindowStartsWithTheFilesItIsGiven() {
        Path model = OtherNetworks.renamed(sample, folder);
        opening.first(List.of(model, sample.resolve("calibration.bin")));
        assertThat(open().files().model()).isEqualTo(model);
        assertThat(open().files().evaluation()).isEqualTo(sample.resolve("calibration.bin"));
    }

    @Test
    void anotherNetworkHasAllItsLayersTickedAndTicksComeBackWithTheirOwn() {
        openSmallSample();
        history.edit("layers", state -> state.withTicked(Set.of("fc", "conv1")));
        opening.openAll(List.of(OtherNetworks.renamed(sample, folder), sample.resolve("calibration.bin")));
        assertThat(all()).contains("linear", "conv1").doesNotContain("fc");
        assertThat(history.get().ticked()).isEqualTo(all());
        history.edit("drift", state -> state.withRelativeDrift(0.3));
        while (history.undoableProperty().get()) {
            history.undo();
            assertThat(all()).containsAll(history.get().ticked());
        }
        openSmallSample();
        assertThat(history.get().ticked()).containsExactlyInAnyOrder("fc", "conv1");
    }

    @Test
    void preprocessingIsAStepOfUndoUntilOtherFilesAreOpened() {
        explorer.preparation().onWish(opening::prepare);
        openSmallSample();
        String found = preprocessing();
        assertThat(found).isNotEqualTo("unit");
        history.edit("preprocessing", state -> state.withPreparation(PreprocessingChoice.Request.preset("unit")));
        assertThat(preprocessing()).isEqualTo("unit");
        history.undo();
        assertThat(preprocessing()).isEqualTo(found);
        assertThat(history.get().preparation().isNone()).isTrue();
        history.redo();
        assertThat(preprocessing()).isEqualTo("unit");
        opening.openModel(OtherNetworks.renamed(sample, folder));
        opening.openImages(sample.resolve("calibration.bin"));
        while (history.undoableProperty().get()) {
            history.undo();
        }
        assertThat(history.get().preparation())
                .as("of the network before")
                .isEqualTo(open().files().wished());
    }

    private String preprocessing() {
        return open().preprocessing().preprocessing().name();
    }

    @Test
    void aCopyOfTheSameNetworkKeepsItsTicks() throws Exception {
        openSmallSample();
        history.edit("layers", state -> state.withTicked(Set.of("fc")));
        opening.openModel(Files.copy(sample.resolve("model.onnx"), folder.resolve("copy.onnx")));
        assertThat(history.get().ticked()).containsExactly("fc");
        assertThat(open().hasImages()).isTrue();
    }

    @Test
    void aModelThatTheImagesDoNotFitOpensWithoutAnyAndAsksForThem() {
        openSmallSample();
        opening.openModel(OtherNetworks.grey(folder));
        assertThat(problems).isEmpty();
        assertThat(open().network().name()).contains("grey");
        assertThat(open().hasImages()).isFalse();
        assertThat(open().inputWords()).isEqualTo("1 x 28 x 28");
        assertThat(explorer.accuracy().cleanProperty().get()).isNull();
        assertThat(explorer.accuracy().busyProperty().get()).isFalse();
        assertThat(explorer.figures().explanationProperty().get().text()).contains("No images are open");
        assertThat(explorer.picture().lookProperty().get()).isNotNull();
        history.edit("drift", state -> state.withRelativeDrift(0.1));
        assertThat(explorer.accuracy().driftedProperty().get()).isNull();
        explorer.calibrate();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).sentence()).contains("No images are open");
        problems.clear();
    }

    @Test
    void whatWasCountedOfOneNetworksClassesNeverStandsBesideAnothers() {
        ChartsViewModel charts = new ChartsViewModel();
        new ChartFeed(explorer, charts, new KnownFiles(), runner);
        openSmallSample();
        assertThat(Objects.requireNonNull(charts.confusionsProperty().get()).counts())
                .hasSize(2);
        // throws where the counts of the ten shapes meet a network without classes
        opening.openModel(OtherNetworks.grey(folder));
        assertThat(charts.confusionsProperty().get()).isNull();
    }

    @Test
    void theSamplesShapesAreNotTakenForAnotherNetworksImages() {
        openSmallSample();
        opening.openModel(OtherNetworks.renamed(sample, folder));
        assertThat(open().hasImages()).isFalse();
        opening.openImages(sample.resolve("calibration.bin"));
        assertThat(open().hasImages()).isTrue();
        assertThat(open().network().name()).contains("renamed");
        assertThat(explorer.accuracy().cleanProperty().get()).isNotNull();
    }

    @Test
    void whatWasOpenedIsSaidWithTheSettingsThatCameWithIt() throws Exception {
        openSmallSample();
        Path experiment = Files.writeString(
                folder.resolve("sweep.yaml"),
                "programmingError: 0.05\nscale: column\ntile: 64\nlimit: 60\nonOff: 10\nseed: 7\n"
                        + "driftLayers: [layer3.*, fc]\n");
        opening.openAll(List.of(experiment));
        assertThat(opening.news().lineProperty().get())
                .startsWith(
                        "Opened sweep.yaml: scale per column, tile 64, programming error 5 %, drift in layer3.*, fc only");
        problems.clear();
    }
}
