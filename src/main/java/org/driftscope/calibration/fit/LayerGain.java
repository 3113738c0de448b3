package org.driftscope.calibration.fit;

import java.util.List;
import org.driftscope.calibration.fit.LayerProblem.Start;

/**
 * One factor for a whole layer, {@code c = sqrt(sum_j var(teacher_j) / sum_j var(chip_j))}. Ridge, clamp and power of the
 * fits all pull towards the weights they start from; where every conductance has shrunk, those are wrong by a common factor,
 * so the fits start from {@code c Wr} instead of Wr.
 */
public final class LayerGain {
    private LayerGain() {}

    /** The gain of a layer's groups together; 1 where it has no finite value, e.g. where all columns are zero. */
    public static double of(List<GroupProblem> groups) {
        double wanted = groups.stream().mapToDouble(GroupProblem::cleanVariance).sum();
        double present =
                groups.stream().mapToDouble(GroupProblem::driftedVariance).sum();
        return of(wanted, present);
    }

    /** The gain between two sums of variances; 1 where it has no finite value. */
    public static double of(double wanted, double present) {
        double gain = Math.sqrt(wanted / present);
        return wanted > 0 && present > 0 && Double.isFinite(gain) ? gain : 1;
    }

    /** The gain where the fits start from it, else 1. */
    public static double of(Start start, List<GroupProblem> groups) {
        return start == Start.GAINED ? of(groups) : 1;
    }
}
