package org.driftscope.ui.workspace;

import java.util.stream.Collectors;
import org.driftscope.network.AnalogLayer;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.jspecify.annotations.Nullable;

/** The settings of a point of the chart, taken over. */
public final class PointSettings {
    private PointSettings() {}

    /** Layers of another network mean nothing here: those that are ticked stay so. */
    public static ExplorerState taken(@Nullable Workspace open, ExplorerState state, CalibrationPoint point) {
        // a trial of another network may not even know which layers it meant
        boolean elsewhere = open == null
                || point.layers().isEmpty()
                || !open.network().analogLayers().stream()
                        .map(AnalogLayer::name)
                        .collect(Collectors.toSet())
                        .containsAll(point.layers());
        ExplorerState taken = state.withSettingsOf(point);
        ExplorerState known = open == null ? taken : StatisticsOffer.known(open, taken);
        return elsewhere
                ? known.withTicked(state.ticked())
                        .withDrifting(state.drifting())
                        .withPerLayer(state.chip().perLayer())
                : known;
    }
}
