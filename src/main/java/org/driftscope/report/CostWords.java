package org.driftscope.report;

import java.util.List;
import java.util.Locale;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.CostRange;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.Quantity;
import org.driftscope.cost.RangedCost;
import org.driftscope.cost.Scale;
import org.driftscope.experiment.method.MethodCosts;

/** The cost of each method as a row of words: a value, and what it may be by the literature in brackets. */
public final class CostWords {
    /** Titles of the cells that {@link #cells} gives. */
    public static final List<String> COLUMNS = List.of(
            "method",
            "SRAM bits",
            "RRAM cell writes",
            "energy",
            "time",
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
                figure(cost.energyJoules(), ranged.energyJoules(), Quantity.ENERGY),
                figure(cost.seconds(), ranged.seconds(), Quantity.TIME),
                cost.wears()
                        ? figure(cost.lifetimeCalibrations(), ranged.lifetimeCalibrations(), Quantity.COUNT)
                        : "no wear",
                macs == Footprint.UNKNOWN ? "not known" : count(macs),
                Quantity.share(
                        cost.energyJoules(), all.get(all.size() - 1).cost().energyJoules()));
    }

    private static String figure(double value, CostRange range, Scale scale) {
        return range.low() == range.high()
                ? scale.apply(value)
                : scale.apply(value) + " (" + Quantity.range(range.low(), range.high(), scale) + ")";
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
