package org.driftscope.ui.explorer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.cost.Footprints;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.device.DeviceKind;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.network.AnalogLayer;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.SpecException;
import org.driftscope.ui.layers.LayersViewModel;
import org.driftscope.ui.settings.model.CostPreview;
import org.driftscope.ui.settings.model.SettingsViewModel;
import org.driftscope.ui.settings.model.StatisticsOption;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.NetworkTicks;
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
    private final CalibrationDesk calibration;
    private final KeyFigures figures = new KeyFigures();
    private final NetworkTicks ticks = new NetworkTicks();
    private final ProblemSink problems;
    private Consumer<PreprocessingChoice.Request> preparer = wish -> {};
    private @Nullable Surveyed surveyed;

    /** What the layers' feature errors after drift were measured with. @param fit whose error before it they are */
    record Surveyed(Workspace open, ChipChoice chip, CalibrationSpec fit) {}

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
        settings.preprocessing().onAsk(wish -> {
            history.seal();
            history.edit("preprocessing", state -> state.withPreparation(wish));
            history.seal();
        });
        this.picture = new LivePicture(runner, problems);
        this.accuracy = new AccuracyTracker(runner, problems);
        this.survey = new LayerSurvey(runner, problems);
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
        monitor.runningProperty().subscribe(running -> survey());
    }

    /** @param action opens the files again, prepared as wished */
    public void onPrepare(Consumer<PreprocessingChoice.Request> action) {
        preparer = action;
    }

    /** Images are prepared as they were: what was wished could not be. */
    public void notPrepared(PreprocessingChoice.Request wish) {
        Workspace open = workspace.get();
        if (open != null && history.get().preparation().sameAs(wish)) {
            history.amend(state -> state.withPreparation(open.files().wished()));
            settings.preprocessing().show(open.inputShown());
        }
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
        survey.stop();
        surveyed = null;
        // before anything else knows the new network: what was measured is of the old one and its classes
        accuracy.forget();
        workspace.set(opened);
        List<AnalogLayer> all = opened.network().analogLayers();
        UnaryOperator<ExplorerState> fit = ticks.fitting(opened);
        // what undo can bring back as well: none of it may name layers that this network lacks
        history.amendAll(state -> {
            ExplorerState fitted = withKnownStatistics(opened, fit.apply(state));
            return prepared ? fitted : fitted.withPreparation(wished);
        });
        calibration.begin(opened);
        showStatistics(opened);
        settings.preprocessing().show(opened.inputShown());
        ExplorerState state = history.get();
        layers.show(
                all,
                layer -> Footprints.cells(
                        layer,
                        state.chip().ofLayer(layer.name(), opened.network()).crossbar()));
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

    /** Calibrates with a file of factory statistics from now on; nothing where another network was opened meanwhile. */
    public void takeStatistics(Workspace of, StatisticsFile read) {
        if (of == workspace.get()) {
            settings.statistics().add(option(read));
            history.seal();
            history.edit(Settings.STATISTICS.name(), state -> state.withStatistics(read.sha256()));
            history.seal();
        }
    }

    /** Gives the chip other cells, as one step of undo. */
    public void takeDevice(DeviceKind device) {
        history.seal();
        history.edit(DeviceSettings.DEVICE.name(), state -> state.withDevice(device));
        history.seal();
    }

    /** Offers the files of factory statistics that a network has open. */
    public void showStatistics(Workspace of) {
        settings.statistics()
                .show(of.statistics().stream().map(ExplorerViewModel::option).toList());
    }

    private static StatisticsOption option(StatisticsFile file) {
        return new StatisticsOption(
                file.sha256(),
                file.file().getFileName().toString(),
                file.bytes(),
                file.statistics().images());
    }

    /** Statistics of another network say nothing of this one. */
    private static ExplorerState withKnownStatistics(Workspace opened, ExplorerState state) {
        return opened.knowsStatistics(state.calibration().settings().statistics()) ? state : state.withStatistics("");
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
                surveyed = null;
                layers.forgetErrors();
            }
            markErrors();
            if (open.hasImages()) {
                accuracy.follow(open, after.onChip());
            }
            survey();
        }
        if (!before.preparation().sameAs(after.preparation())
                && !after.preparation().sameAs(open.files().wished())) {
            preparer.accept(after.preparation());
        }
        foresee(open, after);
        calibration.follow(open, after);
        explain();
    }

    /** What the calibration would cost, and whether the method suits the network at all. */
    private void foresee(Workspace open, ExplorerState state) {
        settings.showCost(CostPreview.of(open.network(), open.positions(), state));
        settings.showNote(Readiness.ofMethod(open.network(), state)
                .map(DriftscopeException::userMessage)
                .orElse(
                        state.calibration().method().needsLabels()
                                ? "Uses the labels of the calibration images."
                                : ""));
    }

    /** Measures the layers of the chip that is set, unless that was done; while a job runs this waits for its end. */
    private void survey() {
        Workspace open = workspace.get();
        DriftReading reading = accuracy.readingOf(history.get().onChip());
        if (open == null || reading == null || monitor.runningProperty().get()) {
            return;
        }
        int samples = history.get().calibration().samples();
        Surveyed wanted = new Surveyed(open, reading.asked(), LayerSurvey.fit(open, samples));
        if (wanted.equals(surveyed)) {
            return;
        }
        survey.request(open, reading, samples, errors -> {
            surveyed = wanted;
            layers.showErrors(errors);
            markErrors();
            Calibrated result = calibration.resultProperty().get();
            if (result != null) {
                layers.showErrors(result.errors());
            }
        });
    }

    private void markErrors() {
        layers.markErrors(
                surveyed == null || !surveyed.chip().equals(history.get().onChip()));
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
            figures.show(
                    open,
                    history.get(),
                    accuracy.cleanProperty().get(),
                    accuracy.driftedProperty().get(),
                    accuracy.soFarProperty().get(),
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
        Workspace open = workspace.get();
        if (open != null && isReady(open, "Calibrating")) {
            calibration.calibrate(open);
        }
    }

    /** Calibrates at ranks 1, 2, 4, 8 and 16. */
    public void sweepRanks() {
        Workspace open = workspace.get();
        Method method = history.get().calibration().method();
        if (open != null && !SettingUse.RANK.matters(method)) {
            problems.show(
                    "Sweeping ranks",
                    new SpecException("Method", method.label(), "one with a rank, such as DoRA, when ranks are swept"));
        } else if (open != null && isReady(open, "Sweeping ranks")) {
            calibration.sweepRanks(open);
        }
    }

    private boolean isReady(Workspace open, String doing) {
        Optional<DriftscopeException> refusal =
                Readiness.refusal(open.network(), open.hasImages(), open.calibrationCount(), history.get());
        refusal.ifPresent(reason -> problems.show(doing, reason));
        return refusal.isEmpty();
    }

    /** Brings back the settings of a point of the chart. */
    public void restore(CalibrationPoint point) {
        history.seal();
        history.edit("restored settings", state -> settingsOf(point, state));
        history.seal();
    }

    /** Layers of another network mean nothing here: those that are ticked stay so. */
    private ExplorerState settingsOf(CalibrationPoint point, ExplorerState state) {
        Workspace open = workspace.get();
        // a trial of another network may not even know which layers it meant
        boolean elsewhere = open == null
                || point.layers().isEmpty()
                || !open.network().analogLayers().stream()
                        .map(AnalogLayer::name)
                        .collect(Collectors.toSet())
                        .containsAll(point.layers());
        ExplorerState taken = state.withSettingsOf(point);
        ExplorerState known = open == null ? taken : withKnownStatistics(open, taken);
        return elsewhere
                ? known.withTicked(state.ticked())
                        .withDrifting(state.drifting())
                        .withPerLayer(state.chip().perLayer())
                : known;
    }

    public StateHistory history() {
        return history;
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
        BooleanExpression scoring = accuracy.busyProperty().or(calibration.followingProperty());
        return Bindings.when(scoring)
                .then("Scoring …")
                .otherwise(Bindings.when(survey.busyProperty())
                        .then("Measuring layers …")
                        .otherwise(Bindings.when(picture.lateProperty())
                                .then("Drawing …")
                                .otherwise("")));
    }

    /** Of the feature errors after drift that are shown; null before the first. */
    @Nullable
    Surveyed surveyed() {
        return surveyed;
    }

    /** The open network; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Workspace> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }
}
