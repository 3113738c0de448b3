package org.driftscope.ui.settings.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.driftscope.cost.CostAssumptions;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.jspecify.annotations.Nullable;

/** The settings as properties for controls; all of them are kept in the {@link StateHistory}. */
public final class SettingsViewModel {
    private static final int SEEDS = 1_000_000;

    private final StateHistory history;
    private final RandomGenerator newChips;
    private final ObjectProperty<DeviceKind> device = new SimpleObjectProperty<>(this, DeviceSettings.DEVICE.name());
    private final StringProperty seed = new SimpleStringProperty(this, DriftSettings.SEED.name());
    private final StatisticsViewModel statistics;
    private final DeviceDesk devices;
    private final ObjectProperty<CostAssumptions> costFigures = new SimpleObjectProperty<>(this, "costFigures");
    private final DoubleProperty gMinUs = new SimpleDoubleProperty(this, "gMinUs");
    private final SettingProperties settings;
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
        this.devices = new DeviceDesk(history);
        this.settings = new SettingProperties(history);
        this.driftLayers = new DriftLayersModel(history);
        String cells = DeviceSettings.DEVICE.words().inside();
        tie(cells, device, s -> DeviceKinds.of(s.chip().drift()), ExplorerState::withDevice);
        tie("G min", gMinUs, s -> range(s).gMinUs(), (s, value) -> DeviceRange.withLowest(s, value.doubleValue()));
        tie(
                DriftSettings.SEED.words().inside(),
                seed,
                s -> Long.toString(s.chip().seed()),
                SettingsViewModel::withSeed);
        tie("device figures", costFigures, ExplorerState::costs, ExplorerState::withCosts);
    }

    private <T> void tie(
            String name,
            Property<T> property,
            Function<ExplorerState, T> get,
            BiFunction<ExplorerState, T, ExplorerState> set) {
        SettingTie.tie(history, name, property, get, set);
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
        history.step("another chip", state -> state.withSeed(1 + newChips.nextInt(SEEDS)));
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
        history.step(name, change);
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

    /** Opens all cards, where something is spoken of that few people change. */
    public void openAll() {
        for (Group group : Group.values()) {
            moreProperty(group).set(true);
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

    /** A setting that is a number. */
    public DoubleProperty number(Setting setting) {
        return settings.number(setting);
    }

    /** A setting that is on or off. */
    public BooleanProperty flag(Setting setting) {
        return settings.flag(setting);
    }

    /** A setting that is chosen by its word in files. */
    public StringProperty word(Setting setting) {
        return settings.word(setting);
    }

    /** Whether a setting changes anything beside the others as they are. */
    public ObservableValue<Boolean> matters(Setting setting) {
        return history.stateProperty().map(state -> setting.matters(StateSettings.spec(state)));
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

    /** Lowest conductance, µS: the other way to give the on/off ratio. */
    public DoubleProperty gMinUsProperty() {
        return gMinUs;
    }

    /** Whose cells. */
    public ObjectProperty<DeviceKind> deviceProperty() {
        return device;
    }

    /** Devices of files, and more about the present one. */
    public DeviceDesk devices() {
        return devices;
    }

    /** What to know of cells outside of what was measured; "" inside. */
    public ObservableValue<String> outsideProperty() {
        return history.stateProperty()
                .map(state -> String.join(" ", state.chip().outside()));
    }

    /** The seed as typed; only whole numbers reach the state. */
    public StringProperty seedProperty() {
        return seed;
    }

    /** Where layer statistics come from. */
    public StatisticsViewModel statistics() {
        return statistics;
    }

    /** Null while no network is open. */
    public ReadOnlyObjectProperty<@Nullable CostPreview> costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** What is to be known of the method before it runs, e.g. why it cannot; "" for nothing. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Device figures that costs rest on. */
    public ObjectProperty<CostAssumptions> costFiguresProperty() {
        return costFigures;
    }
}
