package org.driftscope.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.PreprocessingProposal;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.Problem;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.OpenedNews;
import org.driftscope.ui.workspace.StateSpec;
import org.driftscope.ui.workspace.Workspace;
import org.driftscope.ui.workspace.WorkspaceLoader;
import org.jspecify.annotations.Nullable;

/** Takes the settings of an experiment file over, as one step of undo; its files are opened if others are open. */
final class ExperimentOpening {
    private final ExplorerViewModel explorer;
    private final JobMonitor monitor;
    private final ProblemSink problems;
    private final Consumer<Workspace> show;
    private final OpenedNews news;
    private final Consumer<Path> opened;
    private final Consumer<Path> study;

    /**
     * What an experiment file comes to.
     *
     * @param file what it says
     * @param fresh its files, opened; null where they are open already, or it is a grid
     * @param differences from what the window does with its images, a sentence each
     */
    private record Found(ExperimentFile file, @Nullable Workspace fresh, List<String> differences) {
        boolean isGrid() {
            return !file.sweep().axes().isEmpty();
        }

        /** Closes what nobody has seen. */
        void close() {
            if (fresh != null) {
                fresh.close();
            }
        }
    }

    /**
     * @param show replaces the open network
     * @param news says what was opened
     * @param opened hears of the file when its settings are shown
     * @param study shows a file that holds a grid of trials
     */
    ExperimentOpening(
            ExplorerViewModel explorer,
            JobMonitor monitor,
            ProblemSink problems,
            Consumer<Workspace> show,
            OpenedNews news,
            Consumer<Path> opened,
            Consumer<Path> study) {
        this.explorer = explorer;
        this.monitor = monitor;
        this.problems = problems;
        this.show = show;
        this.news = news;
        this.opened = opened;
        this.study = study;
    }

    void open(Path path) {
        String doing = "Opening " + path.getFileName();
        Workspace open = explorer.workspaceProperty().get();
        monitor.run(Job.<Found>of(
                        doing,
                        (progress, cancel) -> find(path, open, progress, cancel),
                        found -> take(path, found),
                        error -> problems.show(doing, error))
                .onUnwanted(Found::close));
    }

    private static Found find(Path path, @Nullable Workspace open, Progress progress, CancelToken cancel) {
        ExperimentFile file = ExperimentFileReader.read(path, ExperimentSpec.defaults());
        if (!file.sweep().axes().isEmpty()) {
            return new Found(file, null, List.of());
        }
        OpenRequest request = OpenRequest.of(file.files());
        Workspace fresh =
                open != null && isSame(open, request) ? null : WorkspaceLoader.load(request, progress, cancel);
        Workspace used = fresh != null || open == null ? fresh : open;
        try {
            if (used == null) {
                throw new IllegalStateException("neither opened nor open");
            }
            // refused before anything is shown
            StateSpec.taken(used.network(), ExplorerState.first(), file.sweep().base());
            file.files().statistics().stream()
                    .filter(choice -> !used.knowsStatistics(choice.sha256()))
                    .forEach(choice -> used.readStatistics(choice.file()));
            return new Found(file, fresh, used.use(bench -> differences(file.files(), bench)));
        } catch (RuntimeException e) {
            if (fresh != null) {
                fresh.close();
            }
            throw e;
        }
    }

    /** The same files, and images prepared as the experiment says where it says so. */
    private static boolean isSame(Workspace open, OpenRequest request) {
        PreprocessingProposal used = open.preprocessing();
        return open.files().isSameAs(request)
                && (request.preprocessing().isNone()
                        ? !used.asked()
                        : PreprocessingChoice.Request.of(used.preprocessing()).sameAs(request.preprocessing()));
    }

    private static List<String> differences(BenchFiles files, Workbench bench) {
        List<String> differences = new ArrayList<>();
        int scored = bench.evaluationImages().count();
        if (files.limit() > 0 && files.limit() != WorkspaceLoader.MOST_SCORED && files.limit() != scored) {
            differences.add("It scores " + files.limit() + " images, the window " + scored + ".");
        }
        return differences;
    }

    private void take(Path path, Found found) {
        if (found.isGrid()) {
            study.accept(path);
            return;
        }
        ExplorerState before = explorer.history().get();
        Workspace fresh = found.fresh();
        if (fresh != null) {
            show.accept(fresh);
        }
        Workspace open = explorer.workspaceProperty().get();
        if (open == null) {
            return;
        }
        explorer.statistics().show(open);
        explorer.history()
                .step(
                        "settings of an experiment",
                        state -> StateSpec.taken(
                                open.network(), state, found.file().sweep().base()));
        news.opened(
                String.valueOf(path.getFileName()),
                open,
                before,
                explorer.history().get());
        opened.accept(path);
        if (!found.differences().isEmpty()) {
            problems.show(new Problem(
                    "The settings of " + path.getFileName() + " are set, but accuracies here will differ from its own. "
                            + String.join(" ", found.differences()),
                    "Run it as a study, or with driftscope run, to get its own.",
                    ""));
        }
    }
}
