package org.driftscope.report;

import java.util.List;
import java.util.Locale;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.CostRange;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.RangedCost;
import org.driftscope.experiment.method.MethodCosts;

/** The cost of each method as a row of words: a value, and what it may be by the literature in brackets. */
public final class CostWords {
    /** Titles of the cells that {@link #cells} gives. */
    public static final List<String> COLUMNS = List.of(
            "method",
            "SRAM bits",
            "RRAM cell writes",
            "energy (J)",
            "time (s)",
            "calibrations until worn",
            "extra MACs",
            "energy ratio");

    private CostWords() {}

    /** @param all methods, as {@link MethodCosts} gives them */
    public static List<String> cells(RangedCost ranged, List<RangedCost> all) {
        CostEstimate cost = ranged.cost();
        long macs = cost.footprint().extraMacs();
        return List.of(
                ranged.label(),
                count(cost.sramBits()),
                count(cost.rramCellWrites()),
                figure(cost.energyJoules(), ranged.energyJoules()),
                figure(cost.seconds(), ranged.seconds()),
                cost.wears() ? figure(cost.lifetimeCalibrations(), ranged.lifetimeCalibrations()) : "no wear",
                macs == Footprint.UNKNOWN ? "not known" : count(macs),
                number(MethodCosts.energyRatio(ranged, all)));
    }

    private static String figure(double value, CostRange range) {
        return range.low() == range.high()
                ? number(value)
                : number(value) + " (" + number(range.low()) + " to " + number(range.high()) + ")";
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Three figures, with an exponent where the number is long. */
    public static String number(double value) {
        boolean plain = value >= 0.01 && value < 100_000;
        return String.format(Locale.ROOT, plain ? "%.3g" : "%.2e", value);
    }
}
