package org.driftscope.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.StatisticsChoice;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileWriter;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.FileNames;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.OpenedNews;
import org.driftscope.ui.workspace.StateSpec;
import org.driftscope.ui.workspace.TextClipboard;
import org.driftscope.ui.workspace.Workspace;
import org.driftscope.ui.workspace.WorkspaceLoader;

/** Writes the settings as an experiment that the command line runs to the same numbers. */
public final class ExperimentSaver {
    /** What a copy is called. */
    private static final String COPY = "experiment";

    private final ExplorerViewModel explorer;
    private final OpenedNews news;
    private final BackgroundRunner runner;
    private final ProblemSink problems;

    public ExperimentSaver(ExplorerViewModel explorer, OpenedNews news, BackgroundRunner runner, ProblemSink problems) {
        this.explorer = explorer;
        this.news = news;
        this.runner = runner;
        this.problems = problems;
    }

    /** Saves what is set now. */
    public void save(Path file) {
        Workspace open = explorer.workspaceProperty().get();
        if (open == null || !canBe(open)) {
            return;
        }
        ExperimentFile experiment = experiment(open, explorer.history().get(), name(file));
        runner.run(Job.of(
                "Saving the experiment",
                (progress, cancel) -> {
                    ExperimentFileWriter.write(experiment, file);
                    return file;
                },
                saved -> {},
                error -> problems.show("Saving the experiment", error)));
    }

    private boolean canBe(Workspace open) {
        if (!open.hasImages()) {
            problems.show(
                    "An experiment of these settings",
                    new DriftscopeException("An experiment needs images to score with. Open images first."));
        }
        return open.hasImages();
    }

    /** What is set now as the text of an experiment file that may lie anywhere; empty where it cannot be one. */
    public Optional<String> text() {
        Workspace open = explorer.workspaceProperty().get();
        return open == null || !canBe(open)
                ? Optional.empty()
                : Optional.of(ExperimentFileWriter.text(
                        experiment(open, explorer.history().get(), COPY)));
    }

    /** Puts it on the clipboard. */
    public void copy() {
        text().ifPresent(text -> {
            TextClipboard.put(text);
            news.copied("these settings as an experiment");
        });
    }

    static ExperimentFile experiment(Workspace open, ExplorerState state, String name) {
        ExperimentSpec spec = StateSpec.of(open.network(), state);
        BenchFiles files = WorkspaceLoader.benchFiles(open.filesAsUsed());
        List<StatisticsChoice> used = files.statistics().stream()
                .filter(file ->
                        file.sha256().equals(spec.calibration().settings().statistics()))
                .toList();
        return new ExperimentFile(files.withStatistics(used), new Sweep(name, spec, Map.of()));
    }

    private static String name(Path file) {
        return FileNames.safe(file.getFileName().toString().replaceFirst("\\.ya?ml$", ""));
    }
}
