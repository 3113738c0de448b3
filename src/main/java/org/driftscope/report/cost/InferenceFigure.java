package org.driftscope.report.cost;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.cost.Quantity;
import org.driftscope.cost.inference.InferenceCosts;
import org.driftscope.cost.inference.InferencePart;
import org.driftscope.cost.inference.RangedParts.Measure;
import org.driftscope.cost.inference.RangedParts.Ranged;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.bar.RangeChart;
import org.driftscope.figure.chart.bar.RangeRow;

/** What an inference's energy goes into, and what each method adds to it, with the ranges of published figures. */
public final class InferenceFigure {
    private static final double NANO = 1e9;

    private InferenceFigure() {}

    /** With its caption. */
    public static Figure of(InferenceCosts costs) {
        return new CaptionedFigure(chart(costs), caption(costs));
    }

    /** The rows: parts of the analog layers, their sum, then methods in their order. */
    public static RangeChart chart(InferenceCosts costs) {
        List<RangeRow> rows = new ArrayList<>();
        for (InferencePart part : costs.analog().parts()) {
            rows.add(row(part.label(), SeriesTint.CLEAN, costs.analog().of(part, Measure.ENERGY)));
        }
        rows.add(row("all analog layers", SeriesTint.DRIFTED, costs.analog().total(Measure.ENERGY)));
        for (InferenceCosts.Added method : costs.methods()) {
            Ranged energy = method.parts().total(Measure.ENERGY);
            String share = ", "
                    + InferenceWords.plain(method.parts()
                            .percentOf(costs.analog(), Measure.ENERGY)
                            .value())
                    + " %";
            rows.add(row(
                    "+ " + method.label(), SeriesTint.DORA, energy, energy.value() == 0 ? "0" : words(energy) + share));
        }
        return new RangeChart("", "Energy of an inference (nJ)", rows);
    }

    private static String words(Ranged energy) {
        return Quantity.energy(energy.value());
    }

    private static RangeRow row(String name, SeriesTint tint, Ranged energy) {
        return row(name, tint, energy, words(energy));
    }

    private static RangeRow row(String name, SeriesTint tint, Ranged energy, String words) {
        return new RangeRow(name, tint, NANO * energy.value(), NANO * energy.low(), NANO * energy.high(), words);
    }

    private static String caption(InferenceCosts costs) {
        return "Marks: figures as set, "
                + Quantity.energy(costs.analog().total(Measure.ENERGY).value())
                + " for the analog layers of one inference. Bars: best to worst case of all published figures. "
                + InferenceCosts.NOT_MODELLED;
    }
}
