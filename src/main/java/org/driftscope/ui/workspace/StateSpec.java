package org.driftscope.ui.workspace;

import java.util.LinkedHashSet;
import java.util.List;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.network.Network;
import org.driftscope.ui.state.ExplorerState;

/** The window's settings as an experiment, and an experiment as the window's settings. */
public final class StateSpec {
    private StateSpec() {}

    /** What the command line runs to the same numbers. */
    public static ExperimentSpec of(Network network, ExplorerState state) {
        int layers = network.analogLayers().size();
        List<String> ticked = state.ticked().stream().sorted().toList();
        LayerChoice calibrated = ticked.size() == layers ? LayerChoice.all() : new LayerChoice(ticked);
        return new ExperimentSpec(state.chip(), state.drifting(), calibrated, state.calibration());
    }

    /**
     * The state with an experiment's settings.
     *
     * @throws org.driftscope.support.SpecException if it names layers that the network lacks
     */
    public static ExplorerState taken(Network network, ExplorerState state, ExperimentSpec spec) {
        int drifted = spec.driftedLayers().in(network).size();
        spec.chip().perLayer().requireIn(network);
        int all = network.analogLayers().size();
        return state.withChip(spec.chip())
                .withCalibration(spec.calibration())
                .withDrifting(drifted < all ? spec.driftedLayers() : LayerChoice.all())
                .withTicked(new LinkedHashSet<>(spec.calibratedLayers().in(network)));
    }
}
