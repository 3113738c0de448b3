package org.driftscope.ui.settings.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.SpecException;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.jspecify.annotations.Nullable;

/** Which layers drift, another choice than which are calibrated. Kept in the history. */
public final class DriftLayersModel {
    private static final String STEP = "drifting layers";

    private final StateHistory history;
    private final ReadOnlyObjectWrapper<@Nullable Network> network = new ReadOnlyObjectWrapper<>(this, "network");

    DriftLayersModel(StateHistory history) {
        this.history = history;
    }

    /** Sets the network whose layers they are. */
    public void show(Network open) {
        network.set(open);
    }

    /** Null before the first is open. */
    public ReadOnlyObjectProperty<@Nullable Network> networkProperty() {
        return network.getReadOnlyProperty();
    }

    /** Names of the layers that drift, in order of execution. */
    List<String> drifting() {
        Network open = network.get();
        try {
            return open == null ? List.of() : history.get().drifting().in(open);
        } catch (SpecException e) {
            // of the network before, until the state is fitted to this one
            return List.of();
        }
    }

    /** Names of all layers, in order of execution. */
    public List<String> all() {
        Network open = network.get();
        return open == null
                ? List.of()
                : open.analogLayers().stream().map(AnalogLayer::name).toList();
    }

    /** "All 22 layers", or "3 of 22 layers". */
    public String words() {
        int count = all().size();
        int drifting = drifting().size();
        if (count == 0) {
            return "All layers";
        }
        return drifting == count ? "All " + count + " layers" : drifting + " of " + count + " layers";
    }

    /** What layers' names begin with, up to the first dot, in order. */
    public Set<String> stages() {
        return all().stream().map(DriftLayersModel::stage).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether all layers of a stage drift. */
    public boolean drifts(String stage) {
        return drifting().containsAll(ofStage(stage));
    }

    private List<String> ofStage(String stage) {
        return all().stream().filter(name -> stage(name).equals(stage)).toList();
    }

    private static String stage(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    public void chooseAll() {
        edit(state -> state.withDrifting(LayerChoice.all()));
    }

    /** Those that are calibrated; does nothing where none is. */
    public void chooseTicked() {
        choose(history.get().ticked());
    }

    /** Lets a stage drift, or stay clean where all of it drifts; one layer at least goes on drifting. */
    public void toggle(String stage) {
        Set<String> chosen = new LinkedHashSet<>(drifting());
        if (drifts(stage)) {
            chosen.removeAll(ofStage(stage));
        } else {
            chosen.addAll(ofStage(stage));
        }
        choose(chosen);
    }

    private void choose(Collection<String> names) {
        List<String> chosen = all().stream().filter(names::contains).toList();
        if (!chosen.isEmpty()) {
            edit(state ->
                    state.withDrifting(chosen.size() == all().size() ? LayerChoice.all() : new LayerChoice(chosen)));
        }
    }

    /** Names and patterns as an experiment has them, with commas between; "" for all. */
    public String text() {
        return String.join(", ", history.get().drifting().patterns());
    }

    /** Why a text names no layers; "" where it does. */
    public String refusal(String text) {
        Network open = network.get();
        return open == null
                ? ""
                : parse(text).patterns().stream()
                        .filter(name -> !isKnown(name, open))
                        .findFirst()
                        .map(name -> "No layer is called " + name + ".")
                        .orElse("");
    }

    private static boolean isKnown(String name, Network open) {
        try {
            new LayerChoice(List.of(name)).in(open);
            return true;
        } catch (SpecException e) {
            return false;
        }
    }

    /** Takes a text that {@link #refusal} has nothing against. */
    public void take(String text) {
        if (refusal(text).isEmpty()) {
            edit(state -> state.withDrifting(parse(text)));
        }
    }

    private static LayerChoice parse(String text) {
        return new LayerChoice(Arrays.stream(text.split("[,;\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList());
    }

    private void edit(UnaryOperator<ExplorerState> change) {
        history.step(STEP, change);
    }
}
