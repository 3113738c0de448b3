package org.driftscope.cost;

import java.util.function.ToDoubleFunction;

/**
 * Between which values a result lies, given what publications say of the devices.
 *
 * @param low at best for energy and time, at worst for lifetime
 * @param high at worst for energy and time, at best for lifetime
 */
public record CostRange(double low, double high) {
    /** How two ends of inputs become two ends of results, for whoever reads them. */
    public static final String RULE =
            "Ranges: best and worst case of all published figures together. Choices (bits, writes"
                    + " at once, calibrations a day) stay as set.";

    static CostRange of(CostEstimate best, CostEstimate worst, ToDoubleFunction<CostEstimate> result) {
        double a = result.applyAsDouble(best);
        double b = result.applyAsDouble(worst);
        return new CostRange(Math.min(a, b), Math.max(a, b));
    }
}
