package org.driftscope.ui.main;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.ui.state.ExplorerState;
import org.jspecify.annotations.Nullable;

/**
 * Which layers are ticked when a network is opened: all of them, unless this very network was open before, told by its
 * content; then those that were ticked when it was left. Names alone prove nothing: two networks may share some.
 */
final class NetworkTicks {
    private final Map<String, Set<String>> left = new HashMap<>();
    private @Nullable String shown;

    /** Another network takes the place of one. */
    void leave(@Nullable Workspace before, ExplorerState state) {
        if (before != null) {
            left.put(before.network().sha256(), state.ticked());
        }
    }

    /** A state that was made with a network comes with it. */
    void enter(Workspace opened, ExplorerState restored) {
        shown = opened.network().sha256();
        left.put(shown, restored.ticked());
    }

    /** What becomes of each state, past or present, when a network is opened: no layer that it lacks is ticked. */
    UnaryOperator<ExplorerState> fitting(Workspace opened) {
        String sha256 = opened.network().sha256();
        boolean same = sha256.equals(shown);
        shown = sha256;
        Set<String> ticked = left.get(sha256);
        return state -> within(opened, same ? state : state.withTicked(ticked == null ? all(opened) : ticked));
    }

    /** Without layers that a network lacks; where that leaves none of several, all of its own. */
    static ExplorerState within(Workspace open, ExplorerState state) {
        Set<String> names = all(open);
        if (names.containsAll(state.ticked())) {
            return state;
        }
        Set<String> known = new LinkedHashSet<>(state.ticked());
        known.retainAll(names);
        return state.withTicked(known.isEmpty() ? names : known);
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
