package org.driftscope.ui.workspace;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.experiment.spec.PerLayer;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.SpecException;
import org.driftscope.ui.state.ExplorerState;
import org.jspecify.annotations.Nullable;

/**
 * Which layers are ticked and drift when a network is opened: all of them, unless this very network was open before, told
 * by its content; then those that did when it was left. Names alone prove nothing: two networks may share some.
 */
public final class NetworkTicks {
    private final Map<String, ExplorerState> left = new HashMap<>();
    private @Nullable String shown;

    /** Another network takes the place of one. */
    public void leave(@Nullable Workspace before, ExplorerState state) {
        if (before != null) {
            left.put(before.network().sha256(), state);
        }
    }

    /** A state that was made with a network comes with it. */
    public void enter(Workspace opened, ExplorerState restored) {
        shown = opened.network().sha256();
        left.put(shown, restored);
    }

    /** What becomes of each state, past or present, when a network is opened: no layer that it lacks is ticked. */
    public UnaryOperator<ExplorerState> fitting(Workspace opened) {
        String sha256 = opened.network().sha256();
        boolean same = sha256.equals(shown);
        shown = sha256;
        ExplorerState then = left.get(sha256);
        return state -> within(opened, same ? state : choosing(state, opened, then));
    }

    private static ExplorerState choosing(ExplorerState state, Workspace opened, @Nullable ExplorerState then) {
        return then == null
                ? state.withTicked(all(opened)).withDrifting(LayerChoice.all()).withPerLayer(PerLayer.none())
                : state.withTicked(then.ticked())
                        .withDrifting(then.drifting())
                        .withPerLayer(then.chip().perLayer());
    }

    /** Without layers that a network lacks; where that leaves none of several, all of its own. */
    static ExplorerState within(Workspace open, ExplorerState state) {
        Set<String> names = all(open);
        Network network = open.network();
        ExplorerState alike =
                isKnown(() -> state.chip().perLayer().requireIn(network)) ? state : state.withPerLayer(PerLayer.none());
        ExplorerState drifting =
                isKnown(() -> state.drifting().in(network)) ? alike : alike.withDrifting(LayerChoice.all());
        if (names.containsAll(state.ticked())) {
            return drifting;
        }
        Set<String> known = new LinkedHashSet<>(state.ticked());
        known.retainAll(names);
        return drifting.withTicked(known.isEmpty() ? names : known);
    }

    private static boolean isKnown(Runnable look) {
        try {
            look.run();
            return true;
        } catch (SpecException e) {
            return false;
        }
    }

    private static Set<String> all(Workspace open) {
        Network network = open.network();
        Set<String> names = new LinkedHashSet<>();
        for (AnalogLayer layer : network.analogLayers()) {
            names.add(layer.name());
        }
        return names;
    }
}
