package org.driftscope.ui.main;

import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.ChipSpec;

/**
 * What drift did to a network.
 *
 * @param spec the chip's settings
 * @param chip all analog layers on it
 * @param accuracy after drift
 */
public record DriftReading(ChipSpec spec, Chip chip, Accuracy accuracy) {}
