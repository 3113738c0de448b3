package org.driftscope.ui.explorer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.cost.Footprints;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.network.AnalogLayer;
import org.driftscope.support.DriftscopeException;
import org.driftscope.ui.explorer.words.KeyFigures;
import org.driftscope.ui.layers.LayersViewModel;
import org.driftscope.ui.settings.model.CostPreview;
import org.driftscope.ui.settings.model.SettingsViewModel;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.ImagePreparation;
import org.driftscope.ui.workspace.NetworkTicks;
import org.driftscope.ui.workspace.PointSettings;
import org.driftscope.ui.workspace.StatisticsOffer;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The window without its nodes: settings and layers change the state, and maps, accuracy and calibration follow from it.
 * Used on the JavaFX thread.
 */
public final class ExplorerViewModel {
    private final StateHistory history;
    private final LayersViewModel layers;
    private final SettingsViewModel settings;
    private final JobMonitor monitor;
    private final LivePicture picture;
    private final AccuracyTracker accuracy;
    private final LayerSurvey survey;
    private final RepeatedReads reads;
    private final CalibrationDesk calibration;
    private final KeyFigures figures = new KeyFigures();
    private final NetworkTicks ticks = new NetworkTicks();
    private final ProblemSink problems;
    private final StatisticsOffer statistics;
    private final ImagePreparation preparation;

    private final ReadOnlyObjectWrapper<@Nullable Workspace> workspace = new ReadOnlyObjectWrapper<>(this, "workspace");

    /**
     * @param newChips draws seeds for "another chip"
     */
    public ExplorerViewModel(
            StateHistory history,
            JobMonitor monitor,
            BackgroundRunner runner,
            RandomGenerator newChips,
            ProblemSink problems) {
        this.history = history;
        this.monitor = monitor;
        this.problems = problems;
        this.layers = new LayersViewModel(history);
        this.settings = new SettingsViewModel(history, newChips);
        this.statistics = new StatisticsOffer(history, settings.statistics());
        this.preparation = new ImagePreparation(history, settings.preprocessing());
        this.picture = new LivePicture(runner, problems);
        this.accuracy = new AccuracyTracker(runner, problems);
        this.survey = new LayerSurvey(layers, runner, problems);
        this.reads = new RepeatedReads(runner, problems);
        this.calibration = new CalibrationDesk(history, layers, monitor, runner, problems);
        history.stateProperty().subscribe((before, after) -> follow(before, after));
        layers.selectedProperty().subscribe(name -> draw());
        calibration.resultProperty().subscribe(result -> {
            draw();
            explain();
        });
        calibration.knownProperty().subscribe(known -> explain());
        accuracy.cleanProperty().subscribe(clean -> explain());
        accuracy.soFarProperty().subscribe(known -> explain());
        accuracy.driftedProperty().subscribe(reading -> {
            survey();
            explain();
        });
        reads.spreadsProperty().subscribe(spreads -> tell());
        monitor.runningProperty().subscribe(running -> survey());
    }

    /** Shows another network with the settings there are; see {@link NetworkTicks} for its layers. */
    public void open(Workspace opened) {
        ticks.leave(workspace.get(), history.get());
        shown(opened);
    }

    /** Shows a network with a state of its own, as a session brings it: without a past. */
    public void open(Workspace opened, ExplorerState restored) {
        ticks.leave(workspace.get(), history.get());
        ticks.enter(opened, restored);
        calibration.forget();
        history.reset(restored);
        shown(opened);
        history.amendAll(state -> state.withPreparation(opened.files().wished()));
    }

    private void shown(Workspace opened) {
        Workspace before = workspace.get();
        PreprocessingChoice.Request wished = opened.files().wished();
        // the same files prepared as is set: undo can bring back how they were prepared before
        boolean prepared = before != null
                && before.files().isSameAs(opened.files())
                && history.get().preparation().sameAs(wished);
        calibration.forget();
        survey.forget();
        // before anything else knows the new network: what was measured is of the old one and its classes
        accuracy.forget();
        workspace.set(opened);
        history.inPlace(opened.files().model());
        List<AnalogLayer> all = opened.network().analogLayers();
        UnaryOperator<ExplorerState> fit = ticks.fitting(opened);
        // what undo can bring back as well: none of it may name layers that this network lacks
        history.amendAll(state -> {
            ExplorerState fitted = StatisticsOffer.known(opened, fit.apply(state));
            return prepared ? fitted : fitted.withPreparation(wished);
        });
        calibration.begin(opened);
        statistics.show(opened);
        settings.preprocessing().show(opened.inputShown());
        ExplorerState state = history.get();
        layers.show(all, layer -> Footprints.cells(layer, state.chip().crossbarOf(layer, opened.network())));
        layers.showSettings(opened.network());
        settings.driftLayers().show(opened.network());
        layers.showDrifting(state.onChip().layersIn(opened.network()));
        foresee(opened, state);
        if (opened.hasImages()) {
            accuracy.begin(opened, state.onChip());
        }
        draw();
        explain();
    }

    private void follow(ExplorerState before, ExplorerState after) {
        Workspace open = workspace.get();
        if (open == null) {
            return;
        }
        if (!before.onChip().equals(after.onChip())) {
            layers.showDrifting(after.onChip().layersIn(open.network()));
            draw();
            if (monitor.runningProperty().get()) {
                // those of the new chip come after the job
                survey.outdate();
            }
            survey.mark(after.onChip());
            if (open.hasImages()) {
                accuracy.follow(open, after.onChip());
            }
            survey();
        }
        preparation.follow(open, before, after);
        foresee(open, after);
        calibration.follow(open, after);
        explain();
    }

    /** What the calibration would cost, and whether the method suits the network at all. */
    private void foresee(Workspace open, ExplorerState state) {
        settings.showCost(CostPreview.of(open.network(), open.positions(), state));
        settings.showNote(Readiness.note(open.network(), state));
    }

    /** Measures the layers of the chip that is set; while a job runs this waits for its end. */
    private void survey() {
        Workspace open = workspace.get();
        DriftReading reading = accuracy.readingOf(history.get().onChip());
        if (open != null && reading != null && !monitor.runningProperty().get()) {
            survey.request(open, reading, history.get().calibration().samples(), () -> {
                survey.mark(history.get().onChip());
                Calibrated result = calibration.resultProperty().get();
                if (result != null) {
                    layers.showErrors(result.errors());
                }
            });
        }
    }

    private void draw() {
        Workspace open = workspace.get();
        if (open != null) {
            picture.request(
                    open,
                    history.get(),
                    layers.selectedProperty().get(),
                    calibration.resultProperty().get());
        }
    }

    private void explain() {
        Workspace open = workspace.get();
        if (open != null) {
            reads.follow(
                    open,
                    accuracy.readingOf(history.get().onChip()),
                    calibration.resultProperty().get());
            tell();
        }
    }

    private void tell() {
        Workspace open = workspace.get();
        if (open != null) {
            figures.show(
                    open,
                    history.get(),
                    accuracy.cleanProperty().get(),
                    accuracy.driftedProperty().get(),
                    accuracy.soFarProperty().get(),
                    reads.spreadsProperty().get(),
                    calibration.resultProperty().get(),
                    calibration.knownProperty().get());
        }
    }

    /** Scores the clean and the drifted network again. */
    public void evaluate() {
        Workspace open = workspace.get();
        if (open != null && open.hasImages()) {
            accuracy.begin(open, history.get().onChip());
        }
    }

    /** Calibrates the ticked layers; says so where that cannot be. */
    public void calibrate() {
        start("Calibrating", Optional.empty(), calibration::calibrate);
    }

    /** Calibrates ten chips of the kind that is set. */
    public void calibrateChips() {
        start("Calibrating chips", Readiness.ofChips(history.get()), calibration::calibrateChips);
    }

    /** Calibrates at ranks 1, 2, 4, 8 and 16. */
    public void sweepRanks() {
        start("Sweeping ranks", Readiness.ofRanks(history.get()), calibration::sweepRanks);
    }

    private void start(String doing, Optional<DriftscopeException> unsuited, Consumer<Workspace> work) {
        Workspace open = workspace.get();
        if (open != null) {
            unsuited.or(() ->
                            Readiness.refusal(open.network(), open.hasImages(), open.calibrationCount(), history.get()))
                    .ifPresentOrElse(reason -> problems.show(doing, reason), () -> work.accept(open));
        }
    }

    /** Brings back the settings of a point of the chart. */
    public void restore(CalibrationPoint point) {
        history.step("restored settings", state -> PointSettings.taken(workspace.get(), state, point));
    }

    public StateHistory history() {
        return history;
    }

    /** How the images are prepared. */
    public ImagePreparation preparation() {
        return preparation;
    }

    /** Files of factory statistics, and which calibrations take. */
    public StatisticsOffer statistics() {
        return statistics;
    }

    public LayersViewModel layers() {
        return layers;
    }

    public SettingsViewModel settings() {
        return settings;
    }

    public JobMonitor monitor() {
        return monitor;
    }

    public LivePicture picture() {
        return picture;
    }

    public AccuracyTracker accuracy() {
        return accuracy;
    }

    public CalibrationDesk calibration() {
        return calibration;
    }

    public KeyFigures figures() {
        return figures;
    }

    /** What is being brought up to date beside the jobs, in words; "" where nothing is. */
    public StringBinding followingWords() {
        return FollowingWords.of(accuracy, calibration, survey, reads, picture);
    }

    /** Feature errors of the layers after drift. */
    LayerSurvey layerSurvey() {
        return survey;
    }

    /** The open network; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Workspace> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }
}
