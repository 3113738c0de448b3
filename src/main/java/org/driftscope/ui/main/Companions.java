package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.ui.circuit.CircuitViewModel;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.correction.CorrectionSubject;
import org.driftscope.ui.correction.CorrectionView;
import org.driftscope.ui.correction.CorrectionViewModel;
import org.driftscope.ui.explorer.ExplorerViewModel;
import org.driftscope.ui.explorer.FigureExport;
import org.driftscope.ui.explorer.pair.PairView;
import org.driftscope.ui.explorer.pair.PairViewModel;
import org.driftscope.ui.explorer.words.ChipWords;
import org.driftscope.ui.files.HistoryDesk;
import org.driftscope.ui.files.StudyDesk;
import org.driftscope.ui.history.HistoryView;
import org.driftscope.ui.history.HistoryViewModel;
import org.driftscope.ui.inside.InsideSubject;
import org.driftscope.ui.inside.InsideView;
import org.driftscope.ui.inside.InsideViewModel;
import org.driftscope.ui.readout.SumsSubject;
import org.driftscope.ui.readout.SumsView;
import org.driftscope.ui.readout.SumsViewModel;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.study.StudyFindings;
import org.driftscope.ui.study.StudyView;
import org.driftscope.ui.study.StudyViewModel;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.theme.Appearance;
import org.driftscope.ui.theme.Theme;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.Workspace;

/** The windows beside the main one: studies, the history of trials, a look inside, the circuit, the correction, A and B, partial sums. */
public final class Companions {
    private final StudyViewModel study;
    private final HistoryViewModel history;
    private final SideWindow studies;
    private final SideWindow trials;
    private final InsideViewModel inside;
    private final SideWindow insides;
    private final SumsViewModel sums;
    private final SideWindow allSums;
    private final CircuitDesk circuit;
    private final CorrectionViewModel correction;
    private final SideWindow corrections;
    private final PairViewModel pair;
    private final SideWindow pairs;
    private final FigureExport export;

    /**
     * @param archive file of the run archive
     * @param circuit of the layer in the maps
     * @param export of figures, of which these windows add some
     */
    Companions(
            Window owner,
            Appearance looks,
            ExplorerViewModel explorer,
            StudyDesk desk,
            Path archive,
            CircuitDesk circuit,
            FigureExport export,
            BackgroundRunner runner,
            ProblemSink problems) {
        this.circuit = circuit;
        this.export = export;
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
        inside = new InsideViewModel(runner, problems);
        insides = new SideWindow(owner, looks, "Driftscope: look inside", 1000, 680, () -> insideView(looks));
        insides.onHidden(() -> inside.setOpen(false));
        sums = new SumsViewModel(runner, problems);
        allSums = new SideWindow(owner, looks, "Driftscope: partial sums", 1060, 560, () -> sumsView(runner, looks));
        allSums.onHidden(() -> sums.setOpen(false));
        correction = new CorrectionViewModel(runner, problems);
        corrections = new SideWindow(
                owner, looks, "Driftscope: what calibration adds", 1000, 700, () -> correctionView(runner, looks));
        corrections.onHidden(() -> correction.setOpen(false));
        pair = new PairViewModel(explorer, runner, problems);
        pairs = new SideWindow(
                owner,
                looks,
                "Driftscope: A and B",
                1000,
                680,
                () -> new PairView(pair, () -> export.ofCompanion(pair.figure())));
        pairs.onHidden(() -> pair.setOpen(false));
        explorer.workspaceProperty().subscribe(open -> follow(explorer));
        explorer.history().stateProperty().subscribe(state -> follow(explorer));
        explorer.calibration().resultProperty().subscribe(result -> follow(explorer));
        explorer.layers().selectedProperty().subscribe(inside::showLayer);
        explorer.layers().selectedProperty().subscribe(sums::showLayer);
        explorer.layers().selectedProperty().subscribe(correction::showLayer);
        // a network that is let go must not be kept waiting by a study on it
        explorer.workspaceProperty().subscribe((before, after) -> study.cancel());
        study.drawing().findingsProperty().subscribe(found -> {
            if (found != null) {
                trialKept();
            }
        });
    }

    private Parent studyView(StudyDesk desk, BackgroundRunner runner, Appearance looks) {
        StudyView view = new StudyView(study, desk, runner);
        dress(view.figure(), looks);
        return view;
    }

    private Parent sumsView(BackgroundRunner runner, Appearance looks) {
        SumsView view = new SumsView(sums, runner, () -> export.ofCompanion(sums.figure()));
        dress(view.figure(), looks);
        return view;
    }

    private Parent correctionView(BackgroundRunner runner, Appearance looks) {
        CorrectionView view = new CorrectionView(correction, runner, () -> export.ofCompanion(correction.figure()));
        dress(view.figure(), looks);
        return view;
    }

    /** A figure in the window's colours and size. */
    static void dress(FigurePane figure, Appearance looks) {
        figure.darkProperty().bind(looks.themeProperty().map(theme -> theme == Theme.DARK));
        figure.textScaleProperty().bind(looks.scaleProperty());
    }

    private Parent insideView(Appearance looks) {
        InsideView view = new InsideView(inside);
        view.scaleProperty().bind(looks.scaleProperty());
        return view;
    }

    private void follow(ExplorerViewModel explorer) {
        Workspace open = explorer.workspaceProperty().get();
        if (open == null || !open.hasImages()) {
            inside.follow(null);
            sums.follow(null);
            correction.follow(null);
            return;
        }
        ExplorerState state = explorer.history().get();
        Calibrated result = explorer.calibration().resultProperty().get();
        boolean belongs = result != null && result.belongsTo(state);
        inside.follow(new InsideSubject(open, state.onChip(), belongs ? result : null));
        inside.showLayer(explorer.layers().selectedProperty().get());
        sums.follow(sumsOf(open, state.onChip()));
        correction.follow(new CorrectionSubject(
                open,
                state.onChip(),
                state.calibration(),
                belongs ? result : null,
                export.sourceOf(open, state.onChip())));
    }

    private SumsSubject sumsOf(Workspace open, ChipChoice chip) {
        Map<String, String> known = ChipWords.of(chip.spec(), chip.drifting());
        boolean noisy = known.remove(ChipWords.READS) != null;
        List<String> words = new ArrayList<>(known.values());
        if (noisy) {
            words.add("sums without read noise");
        }
        words.add("seed " + chip.spec().seed());
        return new SumsSubject(open, chip, String.join(" \u00b7 ", words), export.sourceOf(open, chip));
    }

    /** Shows single images and what layers make of them. */
    void showInside() {
        inside.setOpen(true);
        insides.show();
    }

    /** Shows the partial sums of the layers' tiles. */
    void showSums() {
        sums.setOpen(true);
        allSums.show();
    }

    /** Shows cells of the layer in the maps as a circuit. */
    void showCircuit() {
        circuit.show();
    }

    /** Shows what calibration adds to the chosen layer. */
    void showCorrection() {
        correction.setOpen(true);
        corrections.show();
    }

    /** Shows what was kept beside what is set now. */
    void showPair() {
        pair.setOpen(true);
        pairs.show();
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

    /** @param keys binds the keys that open these windows from each other */
    void onMade(Consumer<Scene> keys) {
        List.of(studies, trials, insides, allSums, corrections, pairs).forEach(window -> window.onMade(keys));
        circuit.onMade(keys);
    }

    void close() {
        study.cancel();
    }

    /** The circuit, the correction, A and B and the partial sums that are shown, and figures of the study that finished last. */
    public List<NamedFigure> figures() {
        List<NamedFigure> figures = new ArrayList<>();
        circuit.figure().ifPresent(figures::add);
        correction.figure().ifPresent(figures::add);
        pair.figure().ifPresent(figures::add);
        sums.figure().ifPresent(figures::add);
        StudyFindings found = study.drawing().findingsProperty().get();
        if (found != null) {
            figures.addAll(found.figures(
                    study.drawing().barsProperty().get(),
                    study.drawing().columnProperty().get()));
        }
        return figures;
    }

    /** The circuit without its nodes. */
    public CircuitViewModel circuit() {
        return circuit.model();
    }

    /** What calibration adds, without its nodes. */
    public CorrectionViewModel correction() {
        return correction;
    }

    /** A and B without their nodes. */
    public PairViewModel pair() {
        return pair;
    }

    /** The partial sums without their nodes. */
    public SumsViewModel sums() {
        return sums;
    }

    /** The study window without its nodes. */
    public StudyViewModel study() {
        return study;
    }

    /** The look inside without its nodes. */
    public InsideViewModel inside() {
        return inside;
    }

    /** The history without its nodes. */
    public HistoryViewModel history() {
        return history;
    }
}
