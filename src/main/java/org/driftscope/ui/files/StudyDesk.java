package org.driftscope.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.driftscope.data.ImageSample;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Studies;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.study.CostStudy;
import org.driftscope.ui.study.StudyFindings;
import org.driftscope.ui.study.StudyPlan;
import org.driftscope.ui.study.StudySource;
import org.driftscope.ui.workspace.StateSpec;
import org.driftscope.ui.workspace.Workspace;

/** Gives studies the open network and the settings of the window; experiment files bring their own. */
public final class StudyDesk implements StudySource {
    private final ExplorerViewModel explorer;
    private final FileChoices choices;
    private final Consumer<Path> browser;

    /** @param browser shows a folder */
    public StudyDesk(ExplorerViewModel explorer, FileChoices choices, Consumer<Path> browser) {
        this.explorer = explorer;
        this.choices = choices;
        this.browser = browser;
    }

    @Override
    public Optional<StudyPlan> builtIn(String study, int chips, int limit) {
        Workspace open = explorer.workspaceProperty().get();
        if (open == null || !open.hasImages()) {
            return Optional.empty();
        }
        ExperimentFile now = ExperimentSaver.experiment(open, explorer.history().get(), study);
        ExperimentSpec base = now.sweep().base();
        int scored = limit == 0 ? open.evaluationCount() : Math.min(limit, open.evaluationCount());
        return Optional.of(new StudyPlan(
                study,
                Studies.of(study, open.network(), base, chips),
                now.files().withLimit(scored),
                work -> open.use(bench -> onFirst(bench, scored, work))));
    }

    @Override
    public OptionalDouble secondsPerTrial(int limit) {
        Workspace open = explorer.workspaceProperty().get();
        int all = open == null ? 0 : open.evaluationCount();
        return explorer.calibration().lastSeconds(limit == 0 || all == 0 ? 1 : Math.min(1, (double) limit / all));
    }

    @Override
    public Optional<CostStudy> cost() {
        Workspace open = explorer.workspaceProperty().get();
        ExplorerState state = explorer.history().get();
        return open == null
                ? Optional.empty()
                : Optional.of(new CostStudy(open.network(), StateSpec.of(open.network(), state), state.costs()));
    }

    /** The same network on fewer images; on all of them, the shared work of the window is there already. */
    private static StudyFindings onFirst(Workbench bench, int scored, Function<Workbench, StudyFindings> work) {
        if (scored == bench.evaluationImages().count()) {
            return work.apply(bench);
        }
        try (Workbench smaller = new Workbench(
                bench.network(),
                ImageSample.of(bench.evaluationImages(), scored),
                bench.calibrationImages(),
                bench.preprocessing(),
                bench.threads())) {
            bench.calibrations().lendStatistics(smaller.calibrations());
            return work.apply(smaller);
        }
    }

    @Override
    public StudyPlan ofFile(Path experiment) {
        ExperimentFile file = ExperimentFileReader.read(experiment, ExperimentSpec.defaults());
        explorer.settings().devices().add(file.sweep().base().devices());
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        return new StudyPlan(file.sweep().name(), List.of(file.sweep()), file.files(), work -> {
            try (OpenedBench opened = file.files().open(threads)) {
                return work.apply(opened.workbench());
            }
        });
    }

    @Override
    public Optional<Path> chooseExperiment() {
        return choices.experiment();
    }

    @Override
    public Optional<Path> chooseFolder() {
        return choices.studyFolder();
    }

    @Override
    public void browse(Path folder) {
        browser.accept(folder);
    }
}
