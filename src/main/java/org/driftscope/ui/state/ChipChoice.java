package org.driftscope.ui.state;

import org.driftscope.experiment.ChipSpec;
import org.driftscope.experiment.LayerChoice;

/**
 * Which chip is meant: two with the same answer give the same drifted network.
 *
 * @param spec device, drift and seed
 * @param drifting layers on the chip; the others stay clean
 */
public record ChipChoice(ChipSpec spec, LayerChoice drifting) {
    public ChipChoice withSpec(ChipSpec other) {
        return new ChipChoice(other, drifting);
    }
}
