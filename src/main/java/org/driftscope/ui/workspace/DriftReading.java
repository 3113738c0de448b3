package org.driftscope.ui.workspace;

import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.Chip;
import org.driftscope.ui.state.ChipChoice;

/**
 * What drift did to a network.
 *
 * @param asked the chip's settings, and which layers drift
 * @param chip the layers that drift
 * @param accuracy after drift
 */
public record DriftReading(ChipChoice asked, Chip chip, Accuracy accuracy) {}
