package org.driftscope.report.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.Quantity;
import org.driftscope.cost.Scale;
import org.driftscope.cost.inference.InferenceCosts;
import org.driftscope.cost.inference.InferencePart;
import org.driftscope.cost.inference.RangedParts;
import org.driftscope.cost.inference.RangedParts.Measure;
import org.driftscope.cost.inference.RangedParts.Ranged;

/** An inference and what methods add to it, as rows of words: a value, and in brackets what it may be by the literature. */
public final class InferenceWords {
    /** Titles of {@link #parts}. */
    public static final List<String> PARTS = List.of("part", "energy", "time", "area");
    /** Titles of {@link #methods}. */
    public static final List<String> METHODS = List.of("correction", "added energy", "energy, %", "time, %", "area, %");

    private static final double SQUARE_MM = 1e6;
    private static final double FEW = SQUARE_MM / 1000;
    private static final Scale AREA = new Scale(
            InferenceWords::area,
            List.of(new Scale.Step(1, " µm²", FEW), new Scale.Step(1 / SQUARE_MM, " mm²", Double.POSITIVE_INFINITY)));
    private static final Scale PERCENT =
            new Scale(InferenceWords::plain, List.of(new Scale.Step(1, "", Double.POSITIVE_INFINITY)));

    private InferenceWords() {}

    /** The analog layers: a row a part, and their sum. */
    public static List<List<String>> parts(InferenceCosts costs) {
        List<List<String>> rows = new ArrayList<>();
        RangedParts analog = costs.analog();
        for (InferencePart part : analog.parts()) {
            rows.add(row(
                    part.label(),
                    analog.of(part, Measure.ENERGY),
                    analog.of(part, Measure.TIME),
                    analog.of(part, Measure.AREA)));
        }
        rows.add(row(
                "all analog layers",
                analog.total(Measure.ENERGY),
                analog.total(Measure.TIME),
                analog.total(Measure.AREA)));
        return rows;
    }

    private static List<String> row(String name, Ranged energy, Ranged time, Ranged area) {
        return List.of(name, words(energy, Quantity.ENERGY), words(time, Quantity.TIME), words(area, AREA));
    }

    /** What each method adds, in energy and as a share of the analog layers' energy, time and area. */
    public static List<List<String>> methods(InferenceCosts costs) {
        return costs.methods().stream().map(method -> method(costs, method)).toList();
    }

    /** Values as {@link #METHODS} names them. */
    public static List<String> method(InferenceCosts costs, InferenceCosts.Added method) {
        boolean known = method.footprint().extraMacs() != Footprint.UNKNOWN;
        if (!known) {
            return List.of(method.label(), "not known", "not known", "not known", percent(costs, method, Measure.AREA));
        }
        return List.of(
                method.label(),
                words(method.parts().total(Measure.ENERGY), Quantity.ENERGY),
                percent(costs, method, Measure.ENERGY),
                percent(costs, method, Measure.TIME),
                percent(costs, method, Measure.AREA));
    }

    private static String percent(InferenceCosts costs, InferenceCosts.Added method, Measure measure) {
        return words(method.parts().percentOf(costs.analog(), measure), PERCENT);
    }

    /** A value and its range, where there is one. */
    public static String words(Ranged ranged, Scale scale) {
        if (ranged.high() == 0) {
            return "0";
        }
        return ranged.low() == ranged.high()
                ? scale.apply(ranged.value())
                : scale.apply(ranged.value()) + " (" + Quantity.range(ranged.low(), ranged.high(), scale) + ")";
    }

    /** Square millimetres, or square micrometres where they are few. */
    public static String area(double squareMicrometres) {
        return squareMicrometres < FEW
                ? plain(squareMicrometres) + " µm²"
                : plain(squareMicrometres / SQUARE_MM) + " mm²";
    }

    /** Three figures, without an exponent. */
    public static String plain(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return Double.isNaN(value) ? "–" : Double.isInfinite(value) ? "∞" : "0";
        }
        int decimals = (int) Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(value))));
        return String.format(Locale.US, "%,." + decimals + "f", value);
    }
}
