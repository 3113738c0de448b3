package org.driftscope.ui.settings.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.Preset;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.jspecify.annotations.Nullable;

/** The settings as properties for controls; all of them are kept in the {@link StateHistory}. */
public final class SettingsViewModel {
    private static final int SEEDS = 1_000_000;

    private final StateHistory history;
    private final RandomGenerator newChips;
    private final ObjectProperty<MappingKind> mapping = new SimpleObjectProperty<>(this, "mapping");
    private final DoubleProperty gMaxUs = new SimpleDoubleProperty(this, "gMaxUs");
    private final DoubleProperty onOffRatio = new SimpleDoubleProperty(this, "onOffRatio");
    private final ObjectProperty<Integer> levels = new SimpleObjectProperty<>(this, "levels");
    private final DoubleProperty relativeDrift = new SimpleDoubleProperty(this, "relativeDrift");
    private final ObjectProperty<DeviceKind> device = new SimpleObjectProperty<>(this, "device");
    private final DoubleProperty ageSeconds = new SimpleDoubleProperty(this, "ageSeconds");
    private final StringProperty seed = new SimpleStringProperty(this, "seed");
    private final ObjectProperty<Optional<Preset>> preset = new SimpleObjectProperty<>(this, "preset");
    private final ObjectProperty<Method> method = new SimpleObjectProperty<>(this, "method");
    private final DoubleProperty rank = new SimpleDoubleProperty(this, "rank");
    private final DoubleProperty images = new SimpleDoubleProperty(this, "images");
    private final ObjectProperty<MagnitudeRule> magnitude = new SimpleObjectProperty<>(this, "magnitude");
    private final BooleanProperty bias = new SimpleBooleanProperty(this, "bias");
    private final ObjectProperty<SolverKind> solver = new SimpleObjectProperty<>(this, "solver");
    private final StatisticsViewModel statistics;
    private final DeviceDesk devices = new DeviceDesk();
    private final ObjectProperty<CostAssumptions> costFigures = new SimpleObjectProperty<>(this, "costFigures");
    private final MethodSettingsModel methodSettings;
    private final DeviceSettingsModel deviceSettings;
    private final CircuitModel circuit;
    private final DriftLayersModel driftLayers;
    private final PreprocessingViewModel preprocessing = new PreprocessingViewModel();
    private final Map<Group, BooleanProperty> more = new EnumMap<>(Group.class);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyObjectWrapper<@Nullable CostPreview> cost = new ReadOnlyObjectWrapper<>(this, "cost");

    /**
     * @param newChips draws the seed of "another chip"; what it drew is kept in the state
     */
    public SettingsViewModel(StateHistory history, RandomGenerator newChips) {
        this.history = history;
        this.newChips = newChips;
        this.statistics = new StatisticsViewModel(history);
        tieDevice();
        tieCalibration();
        tie("device figures", costFigures, ExplorerState::costs, ExplorerState::withCosts);
        this.methodSettings = new MethodSettingsModel(history);
        this.deviceSettings = new DeviceSettingsModel(history);
        this.circuit = new CircuitModel(history);
        this.driftLayers = new DriftLayersModel(history);
    }

    private void tieDevice() {
        tie(
                "mapping",
                mapping,
                s -> s.chip().crossbar().mapping(),
                (s, value) -> s.withCrossbar(s.chip().crossbar().withMapping(value)));
        tie(
                "G max",
                gMaxUs,
                s -> range(s).gMaxUs(),
                (s, value) -> DeviceRange.with(s, value.doubleValue(), DeviceRange.onOff(s)));
        tie(
                "on/off ratio",
                onOffRatio,
                DeviceRange::onOff,
                (s, value) -> DeviceRange.with(s, range(s).gMaxUs(), value.doubleValue()));
        tie(
                "levels",
                levels,
                s -> s.chip().crossbar().levels(),
                (s, value) -> s.withCrossbar(s.chip().crossbar().withLevels(value)));
        tie(
                "relative drift",
                relativeDrift,
                ExplorerState::relativeDrift,
                (s, value) -> s.withRelativeDrift(value.doubleValue()));
        tie("device", device, s -> DeviceKinds.of(s.chip().drift()), ExplorerState::withDevice);
        tie("age", ageSeconds, s -> s.chip().secondsSinceProgramming(), (s, value) -> s.withAge(value.doubleValue()));
        tie("seed", seed, s -> Long.toString(s.chip().seed()), SettingsViewModel::withSeed);
    }

    private void tieCalibration() {
        tieSpec("preset", preset, Preset::of, (c, value) -> value.map(recipe -> recipe.applyTo(c))
                .orElse(c));
        tieSpec("method", method, CalibrationSpec::method, CalibrationSpec::withMethod);
        tieSpec("rank", rank, c -> (double) c.rank(), (c, value) -> c.withRank(value.intValue()));
        tieSpec("images", images, c -> (double) c.samples(), (c, value) -> c.withSamples(value.intValue()));
        tieSpec("magnitude rule", magnitude, CalibrationSpec::magnitude, CalibrationSpec::withMagnitude);
        tieSpec("bias", bias, CalibrationSpec::bias, CalibrationSpec::withBias);
        tieSpec("solver", solver, CalibrationSpec::solver, CalibrationSpec::withSolver);
    }

    private <T> void tie(
            String name,
            Property<T> property,
            Function<ExplorerState, T> get,
            BiFunction<ExplorerState, T, ExplorerState> set) {
        SettingTie.tie(history, name, property, get, set);
    }

    private <T> void tieSpec(
            String name,
            Property<T> property,
            Function<CalibrationSpec, T> get,
            BiFunction<CalibrationSpec, T, CalibrationSpec> set) {
        tie(
                name,
                property,
                s -> get.apply(s.calibration()),
                (s, value) -> s.withCalibration(set.apply(s.calibration(), value)));
    }

    private static ConductanceRange range(ExplorerState state) {
        return state.chip().crossbar().range();
    }

    private static ExplorerState withSeed(ExplorerState state, String text) {
        try {
            return state.withSeed(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            // half a number while typing; the field marks it
            return state;
        }
    }

    /** Draws the seed of another chip of the same kind. */
    public void anotherChip() {
        history.seal();
        history.edit("another chip", state -> state.withSeed(1 + newChips.nextInt(SEEDS)));
        history.seal();
    }

    /** Settings of a card that are not at their defaults. */
    public ObservableValue<Integer> changedProperty(Group group) {
        return history.stateProperty()
                .map(state -> SettingCatalogue.changed(group, state).size());
    }

    /** Whether a setting is not at its default. */
    public ObservableValue<Boolean> changedProperty(SettingEntry<?> entry) {
        return history.stateProperty().map(state -> entry.differs(state, ExplorerState.first()));
    }

    /** All settings of a card at their defaults, as one step. */
    public void reset(Group group) {
        step("reset of settings", state -> SettingCatalogue.reset(group, state));
    }

    /** One setting at its default. */
    public void reset(SettingEntry<?> entry) {
        step("reset of a setting", state -> entry.copy(state, ExplorerState.first()));
    }

    /** Device figures that costs rest on at their defaults. */
    public void resetCosts() {
        step("reset of device figures", state -> state.withCosts(CostAssumptions.defaults()));
    }

    private void step(String name, UnaryOperator<ExplorerState> change) {
        history.seal();
        history.edit(name, change);
        history.seal();
    }

    /** Whether a card shows the settings that few people change. */
    public BooleanProperty moreProperty(Group group) {
        return more.computeIfAbsent(group, card -> new SimpleBooleanProperty(this, "more", false));
    }

    /** Names of the cards that show all their settings, to be remembered. */
    public List<String> opened() {
        return more.entrySet().stream()
                .filter(entry -> entry.getValue().get())
                .map(entry -> entry.getKey().name())
                .toList();
    }

    /** Opens cards again; unknown names are left out. */
    public void open(List<String> cards) {
        for (Group group : Group.values()) {
            moreProperty(group).set(cards.contains(group.name()));
        }
    }

    /** How images are prepared. */
    public PreprocessingViewModel preprocessing() {
        return preprocessing;
    }

    /** Which layers drift. */
    public DriftLayersModel driftLayers() {
        return driftLayers;
    }

    public ObservableValue<ExplorerState> stateProperty() {
        return history.stateProperty();
    }

    /** The settings of the cells that few people change. */
    public DeviceSettingsModel deviceSettings() {
        return deviceSettings;
    }

    /** What is around the cells. */
    public CircuitModel circuit() {
        return circuit;
    }

    /** A drag or an entry is over. */
    public void settled() {
        history.seal();
    }

    /** Sets what the calibration would cost. */
    public void showCost(CostPreview estimate) {
        // a table follows it: not at every step of the drift slider
        if (!estimate.equals(cost.get())) {
            cost.set(estimate);
        }
    }

    /** Sets what is to be known of the method before it runs; "" for nothing. */
    public void showNote(String sentence) {
        note.set(sentence);
    }

    public ObjectProperty<MappingKind> mappingProperty() {
        return mapping;
    }

    /** Highest conductance, µS. */
    public DoubleProperty gMaxUsProperty() {
        return gMaxUs;
    }

    /** gMax / gMin; infinite for gMin 0. */
    public DoubleProperty onOffRatioProperty() {
        return onOffRatio;
    }

    /** Number of levels, 0 for continuous. */
    public ObjectProperty<Integer> levelsProperty() {
        return levels;
    }

    /** A fraction. */
    public ObjectProperty<DeviceKind> deviceProperty() {
        return device;
    }

    /** Time since programming. */
    public DoubleProperty ageSecondsProperty() {
        return ageSeconds;
    }

    /** Devices of files, and more about the present one. */
    public DeviceDesk devices() {
        return devices;
    }

    /** What to know of cells outside of what was measured; "" inside. */
    public ObservableValue<String> outsideProperty() {
        return history.stateProperty().map(state -> DeviceKinds.of(state.chip().drift())
                .outside(range(state), state.chip().secondsSinceProgramming())
                .orElse(""));
    }

    public DoubleProperty relativeDriftProperty() {
        return relativeDrift;
    }

    /** The seed as typed; only whole numbers reach the state. */
    public StringProperty seedProperty() {
        return seed;
    }

    /** The recipe that the calibration follows; empty where it follows none. */
    public ObjectProperty<Optional<Preset>> presetProperty() {
        return preset;
    }

    public ObjectProperty<Method> methodProperty() {
        return method;
    }

    public DoubleProperty rankProperty() {
        return rank;
    }

    public DoubleProperty imagesProperty() {
        return images;
    }

    /** Where layer statistics come from. */
    public StatisticsViewModel statistics() {
        return statistics;
    }

    public ObjectProperty<MagnitudeRule> magnitudeProperty() {
        return magnitude;
    }

    public BooleanProperty biasProperty() {
        return bias;
    }

    public ObjectProperty<SolverKind> solverProperty() {
        return solver;
    }

    /** Null while no network is open. */
    public ReadOnlyObjectProperty<@Nullable CostPreview> costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** What is to be known of the method before it runs, e.g. why it cannot; "" for nothing. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** The settings that only some methods look at. */
    public MethodSettingsModel methodSettings() {
        return methodSettings;
    }

    /** Device figures that costs rest on. */
    public ObjectProperty<CostAssumptions> costFiguresProperty() {
        return costFigures;
    }
}
