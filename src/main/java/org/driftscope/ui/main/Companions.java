package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.stage.Window;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.files.HistoryDesk;
import org.driftscope.ui.files.StudyDesk;
import org.driftscope.ui.history.HistoryView;
import org.driftscope.ui.history.HistoryViewModel;
import org.driftscope.ui.study.StudyFindings;
import org.driftscope.ui.study.StudyView;
import org.driftscope.ui.study.StudyViewModel;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.theme.Appearance;
import org.driftscope.ui.theme.Theme;

/** The windows beside the main one: studies and the history of trials. */
public final class Companions {
    private final StudyViewModel study;
    private final HistoryViewModel history;
    private final SideWindow studies;
    private final SideWindow trials;

    /** @param archive file of the run archive */
    Companions(
            Window owner,
            Appearance looks,
            ExplorerViewModel explorer,
            StudyDesk desk,
            Path archive,
            BackgroundRunner runner,
            ProblemSink problems) {
        study = new StudyViewModel(desk, archive, runner, System::nanoTime, problems);
        history = new HistoryViewModel(archive, runner, problems);
        studies = new SideWindow(owner, looks, "Driftscope: studies", 1100, 640, () -> studyView(desk, runner, looks));
        trials = new SideWindow(
                owner,
                looks,
                "Driftscope: history of trials",
                1060,
                620,
                () -> new HistoryView(history, new HistoryDesk(explorer, runner, problems, history::say)));
        // a network that is let go must not be kept waiting by a study on it
        explorer.workspaceProperty().subscribe((before, after) -> study.cancel());
        study.findingsProperty().subscribe(found -> {
            if (found != null) {
                trialKept();
            }
        });
    }

    private Parent studyView(StudyDesk desk, BackgroundRunner runner, Appearance looks) {
        StudyView view = new StudyView(study, desk, runner);
        view.figure().darkProperty().bind(looks.themeProperty().map(theme -> theme == Theme.DARK));
        view.figure().textScaleProperty().bind(looks.scaleProperty());
        return view;
    }

    void showStudies() {
        study.foresee();
        studies.show();
    }

    /** Shows the studies with an experiment file chosen, ready to run. */
    void showExperiment(Path experiment) {
        study.experimentProperty().set(experiment);
        showStudies();
    }

    void showHistory() {
        history.load();
        trials.show();
    }

    /** A trial more is in the archive. */
    void trialKept() {
        if (trials.isShowing()) {
            history.load();
        }
    }

    void close() {
        study.cancel();
    }

    /** Figures of the study that finished last. */
    List<NamedFigure> studyFigures() {
        StudyFindings found = study.findingsProperty().get();
        return found == null ? List.of() : found.figures(study.barsProperty().get());
    }

    /** The study window without its nodes. */
    public StudyViewModel study() {
        return study;
    }

    /** The history without its nodes. */
    public HistoryViewModel history() {
        return history;
    }
}
