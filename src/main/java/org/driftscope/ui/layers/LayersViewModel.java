package org.driftscope.ui.layers;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.driftscope.experiment.setting.LayerRule;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.ui.state.StateHistory;

/** The layers, which of them are ticked, and which one is selected. */
public final class LayersViewModel {
    private static final String STEP = "layers to calibrate";

    private final StateHistory history;
    private final LayerSettingsModel settings;
    private final ObservableList<LayerRow> rows = FXCollections.observableArrayList();
    private final FilteredList<LayerRow> shown = new FilteredList<>(rows);
    private final ReadOnlyBooleanWrapper errorsStale = new ReadOnlyBooleanWrapper(this, "errorsStale");
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final StringProperty selected = new SimpleStringProperty(this, "selected", "");
    private final ReadOnlyObjectWrapper<Map<String, LayerError>> errors =
            new ReadOnlyObjectWrapper<>(this, "errors", Map.of());
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper(this, "emptyText", "No network yet");

    public LayersViewModel(StateHistory history) {
        this.history = history;
        history.stateProperty().subscribe(state -> showTicks(state.ticked()));
        this.settings = new LayerSettingsModel(history);
        settings.ownProperty().subscribe(own -> showOwn());
        filter.subscribe(text -> shown.setPredicate(matching(text)));
    }

    private static Predicate<LayerRow> matching(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return row -> row.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /**
     * Shows another network's layers; the selection stays where there is a layer of that name.
     *
     * @param cells RRAM cells of a layer
     */
    public void show(List<AnalogLayer> layers, ToLongFunction<AnalogLayer> cells) {
        String before = selected.get();
        LayerStages stages =
                new LayerStages(layers.stream().map(AnalogLayer::name).toList());
        rows.setAll(layers.stream()
                .map(layer -> row(LayerRow.of(layer, cells.applyAsLong(layer), stages)))
                .toList());
        emptyText.set("No layer matches the filter");
        showTicks(history.get().ticked());
        publishErrors();
        boolean there = rows.stream().anyMatch(row -> row.name().equals(before));
        // the first layers are small; one in the middle shows more of what a crossbar is
        selected.set(
                there ? before : rows.isEmpty() ? "" : rows.get(rows.size() / 2).name());
    }

    private LayerRow row(LayerRow row) {
        // changes only: a new row's first value is no wish of the user's
        row.tickedProperty().subscribe((before, on) -> tick(row.name(), on));
        return row;
    }

    private void tick(String name, boolean on) {
        if (history.get().ticked().contains(name) != on) {
            history.edit(STEP, state -> {
                Set<String> ticked = new LinkedHashSet<>(state.ticked());
                if (on) {
                    ticked.add(name);
                } else {
                    ticked.remove(name);
                }
                return state.withTicked(ticked);
            });
        }
    }

    /** Says which layers drift, by name. */
    public void showDrifting(Collection<String> names) {
        rows.forEach(row -> row.driftsProperty().set(names.contains(row.name())));
    }

    /** Lets one layer drift and no other. */
    public void driftOnly(LayerRow wanted) {
        drift(row -> row == wanted);
    }

    /** Lets a layer drift, or stay clean where it drifts; one layer at least goes on drifting. */
    public void toggleDrift(LayerRow wanted) {
        drift(row -> row.driftsProperty().get() != (row == wanted));
    }

    private void drift(Predicate<LayerRow> wanted) {
        List<String> names = rows.stream().filter(wanted).map(LayerRow::name).toList();
        if (!names.isEmpty()) {
            LayerChoice choice = names.size() == rows.size() ? LayerChoice.all() : new LayerChoice(names);
            history.step("drifting layers", state -> state.withDrifting(choice));
        }
    }

    /** Lets layers have settings of their own. @param network whose layers are shown */
    public void showSettings(Network network) {
        settings.show(network);
        showOwn();
    }

    private void showOwn() {
        rows.forEach(row -> row.ownProperty()
                .set(Optional.ofNullable(settings.ownProperty().get().get(row.name()))
                        .map(LayerRule::told)
                        .orElse("")));
    }

    LayerSettingsModel settings() {
        return settings;
    }

    private void showTicks(Set<String> ticked) {
        rows.forEach(row -> row.tickedProperty().set(ticked.contains(row.name())));
    }

    /** Shows feature errors, by layer's name; layers not named keep theirs. */
    public void showErrors(Map<String, LayerError> errors) {
        for (LayerRow row : rows) {
            LayerError error = errors.get(row.name());
            if (error != null) {
                row.errorProperty().set(error);
            }
        }
        publishErrors();
    }

    private void publishErrors() {
        Map<String, LayerError> all = new LinkedHashMap<>();
        rows.forEach(row -> all.put(row.name(), row.errorProperty().get()));
        errors.set(Collections.unmodifiableMap(all));
    }

    /** Says whether the errors are of settings before the present ones. */
    public void markErrors(boolean ofBefore) {
        errorsStale.set(ofBefore);
    }

    /** Whether newer errors are on their way. */
    public ReadOnlyBooleanProperty errorsStaleProperty() {
        return errorsStale.getReadOnlyProperty();
    }

    /** Forgets what was measured, as of another chip. */
    public void forgetErrors() {
        rows.forEach(row -> row.errorProperty().set(LayerError.UNKNOWN));
        publishErrors();
    }

    /** Forgets what calibration achieved, as after another drift. */
    public void forgetErrorsAfter() {
        rows.forEach(row -> row.errorProperty().set(row.errorProperty().get().beforeOnly()));
        publishErrors();
    }

    public void tickAll() {
        tickWhere(row -> true);
    }

    public void tickNone() {
        tickWhere(row -> false);
    }

    public void invertTicks() {
        Set<String> ticked = history.get().ticked();
        tickWhere(row -> !ticked.contains(row.name()));
    }

    /** Ticks a stage's layers, or unticks them where all of them are ticked. */
    public void toggleStage(String stage) {
        Set<String> ticked = history.get().ticked();
        boolean all =
                rows.stream().filter(row -> row.stage().equals(stage)).allMatch(row -> ticked.contains(row.name()));
        tickWhere(row -> row.stage().equals(stage) ? !all : ticked.contains(row.name()));
    }

    /** Ticks some layers, or unticks them, in one step. */
    public void tick(Collection<String> layers, boolean on) {
        Set<String> ticked = history.get().ticked();
        tickWhere(row -> layers.contains(row.name()) ? on : ticked.contains(row.name()));
    }

    /** Ticks the k layers of the largest feature error after drift, and no others. */
    public void tickMostAffected(int k) {
        Set<LayerRow> most = rows.stream()
                .filter(row -> !Double.isNaN(row.errorProperty().get().before()))
                .sorted(Comparator.comparingDouble(
                        row -> -row.errorProperty().get().before()))
                .limit(k)
                .collect(Collectors.toSet());
        tickWhere(most::contains);
    }

    private void tickWhere(Predicate<LayerRow> wanted) {
        Set<String> names = rows.stream().filter(wanted).map(LayerRow::name).collect(Collectors.toSet());
        history.step(STEP, state -> state.withTicked(names));
    }

    /** Stages in the order of their first layers. */
    public List<String> stages() {
        return rows.stream().map(LayerRow::stage).distinct().toList();
    }

    /** All layers, in order of execution. */
    public ObservableList<LayerRow> rows() {
        return rows;
    }

    /** The layers that pass the filter. */
    public FilteredList<LayerRow> shownRows() {
        return shown;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    /** Name of the layer that is looked at; "" if none. */
    public StringProperty selectedProperty() {
        return selected;
    }

    /** Feature errors of all layers by name, in order of execution; unmodifiable. */
    public ReadOnlyObjectProperty<Map<String, LayerError>> errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    /** What stands in place of an empty list. */
    public ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }
}
