package org.driftscope.experiment.archive;

import org.driftscope.experiment.ExperimentResult;

/**
 * The numbers of a trial that tables and figures are made of.
 *
 * @param images evaluation images
 * @param cleanTop1 0 to 1
 * @param driftedTop1 0 to 1
 * @param calibratedTop1 0 to 1
 * @param updatedParameters SRAM parameters of all adapters
 * @param updatedPercent of the network's parameters
 * @param sramBits bits of those parameters and of indices beside them; 0 in archives of older versions
 * @param rramWrites RRAM cells rewritten
 * @param calibrationSeconds wall-clock time
 * @param notes what else is worth knowing, e.g. the learning rates that were tried
 */
public record TrialOutcome(
        int images,
        double cleanTop1,
        double driftedTop1,
        double calibratedTop1,
        long updatedParameters,
        double updatedPercent,
        long sramBits,
        long rramWrites,
        double calibrationSeconds,
        String notes) {
    public static TrialOutcome of(ExperimentResult result) {
        return new TrialOutcome(
                result.clean().images(),
                result.clean().top1(),
                result.drifted().top1(),
                result.calibrated().top1(),
                result.updatedParameters(),
                result.updatedPercent(),
                result.sramBits(),
                result.rramWrites(),
                result.calibrationSeconds(),
                String.join(" ", result.notes()));
    }
}
