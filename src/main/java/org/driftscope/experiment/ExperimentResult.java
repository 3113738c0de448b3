package org.driftscope.experiment;

import java.util.List;
import org.driftscope.evaluation.Accuracy;
import org.jspecify.annotations.Nullable;

/**
 * What one trial gave.
 *
 * @param clean accuracy of the clean network
 * @param drifted accuracy after drift
 * @param calibrated accuracy with adapters
 * @param reads both of these read by read, the first of which they are
 * @param layers what was fitted, in order of execution
 * @param updatedParameters SRAM parameters of all adapters
 * @param updatedPercent of the original network's learned parameters
 * @param sramBits bits of those parameters and of the indices beside them
 * @param sramWrites SRAM bits that all calibrations of the chip's life have written, and gains that were measured since
 * @param rramWrites RRAM cells rewritten by the calibration, each counted once
 * @param chipCells RRAM cells that the network takes on the chip
 * @param calibrationSeconds wall-clock time of statistics and solving; what an earlier trial on the same workbench has
 *     left to share is not in it
 * @param service what was done for the chip up to its age
 * @param notes what else is worth knowing, a sentence each
 */
public record ExperimentResult(
        Accuracy clean,
        Accuracy drifted,
        Accuracy calibrated,
        Reads reads,
        List<Layer> layers,
        long updatedParameters,
        double updatedPercent,
        long sramBits,
        long sramWrites,
        long rramWrites,
        long chipCells,
        double calibrationSeconds,
        Service service,
        List<String> notes) {
    /**
     * One calibrated layer.
     *
     * @param name of the analog layer
     * @param rank of its adapter
     * @param errorBefore squared feature error per output before calibration
     * @param errorAfter the same after
     * @param parameters of its adapter
     */
    public record Layer(String name, int rank, double errorBefore, double errorAfter, long parameters) {}

    public ExperimentResult {
        layers = List.copyOf(layers);
        notes = List.copyOf(notes);
    }

    /** After drift, 0 to 1: the mean over the reads of the chip. */
    public double driftedTop1() {
        return Reads.mean(reads.drifted());
    }

    /** After calibration, 0 to 1: the mean over the reads of the chip. */
    public double calibratedTop1() {
        return Reads.mean(reads.calibrated());
    }

    /** Standard deviation of the drifted chip's accuracy over its reads, 0 to 1; NaN where it was read once. */
    public double driftedOverReads() {
        return Reads.spread(reads.drifted());
    }

    /** The same after calibration. */
    public double calibratedOverReads() {
        return Reads.spread(reads.calibrated());
    }

    /** Share of the loss won back, or null where drift cost nothing. */
    public @Nullable Double recovered() {
        var recovered = Recovery.of(clean.top1(), driftedTop1(), calibratedTop1());
        return recovered.isPresent() ? recovered.getAsDouble() : null;
    }
}
