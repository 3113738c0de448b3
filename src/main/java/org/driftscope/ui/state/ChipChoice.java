package org.driftscope.ui.state;

import java.util.List;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.network.Network;

/**
 * Which chip is meant: two with the same answer give the same drifted network.
 *
 * @param spec device, drift and seed
 * @param drifting layers on the chip; the others stay clean
 */
public record ChipChoice(ChipSpec spec, LayerChoice drifting) {
    /** Names of the layers on it, in order of execution; digital ones are not. */
    public List<String> layersIn(Network network) {
        return spec.onCrossbars(drifting.in(network), network);
    }

    public ChipChoice withSpec(ChipSpec other) {
        return new ChipChoice(other, drifting);
    }
}
