package org.driftscope.ui.workspace;

import java.util.List;
import org.driftscope.network.Network;
import org.driftscope.ui.state.ExplorerState;

/**
 * How many layers there are for sentences to speak of.
 *
 * @param all analog layers of the network
 * @param drifting of them on the chip
 * @param calibrated of these that are ticked
 */
public record LayerCounts(int all, int drifting, int calibrated) {
    public static LayerCounts of(Network network, ExplorerState state) {
        List<String> drifting = state.onChip().layersIn(network);
        return new LayerCounts(network.analogLayers().size(), drifting.size(), (int)
                drifting.stream().filter(state.ticked()::contains).count());
    }

    /** "" where all drift, else e.g. " in 3 of 22 layers". */
    public String where() {
        return drifting == all ? "" : " in " + drifting + " of " + all + " layers";
    }
}
