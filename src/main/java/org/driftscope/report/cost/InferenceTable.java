package org.driftscope.report.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.driftscope.cost.inference.InferenceCosts;
import org.driftscope.cost.inference.InferencePart;
import org.driftscope.cost.inference.RangedParts;
import org.driftscope.cost.inference.RangedParts.Measure;
import org.driftscope.cost.inference.RangedParts.Ranged;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.export.LatexTable;

/** An inference and what methods add to it, as a table of numbers and as LaTeX. */
public final class InferenceTable {
    private static final List<String> COLUMNS = List.of(
            "of",
            "part",
            "energyJoules",
            "energyJoulesLow",
            "energyJoulesHigh",
            "seconds",
            "secondsLow",
            "secondsHigh",
            "squareMicrometres",
            "squareMicrometresLow",
            "squareMicrometresHigh",
            "energyPercent",
            "energyPercentLow",
            "energyPercentHigh");

    private InferenceTable() {}

    /** A row a part of the analog layers and of each method, and one for all parts of each. */
    public static FigureTable of(InferenceCosts costs) {
        List<List<String>> rows = new ArrayList<>();
        add(rows, "analog layers", costs.analog(), costs);
        costs.methods().forEach(method -> add(rows, method.label(), method.parts(), costs));
        return new FigureTable(COLUMNS, rows);
    }

    private static void add(List<List<String>> rows, String of, RangedParts parts, InferenceCosts costs) {
        for (InferencePart part : parts.parts()) {
            List<String> row = new ArrayList<>(List.of(of, part.label()));
            for (Measure measure : Measure.values()) {
                row.addAll(cells(parts.of(part, measure)));
            }
            row.addAll(List.of("", "", ""));
            rows.add(row);
        }
        List<String> all = new ArrayList<>(List.of(of, "all"));
        for (Measure measure : Measure.values()) {
            all.addAll(cells(parts.total(measure)));
        }
        all.addAll(cells(parts.percentOf(costs.analog(), Measure.ENERGY)));
        rows.add(all);
    }

    private static List<String> cells(Ranged ranged) {
        return DoubleStream.of(ranged.value(), ranged.low(), ranged.high())
                .mapToObj(FigureTable::measured)
                .toList();
    }

    /** What methods add, as words. */
    public static LatexTable latex(InferenceCosts costs) {
        List<List<LatexTable.Cell>> rows = InferenceWords.methods(costs).stream()
                .map(row ->
                        row.stream().<LatexTable.Cell>map(LatexTable.Text::new).toList())
                .toList();
        return new LatexTable("What methods add to an inference", InferenceWords.METHODS, rows);
    }
}
