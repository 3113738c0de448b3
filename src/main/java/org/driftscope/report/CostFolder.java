package org.driftscope.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.CostQuantity;
import org.driftscope.cost.MethodCosts;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.Provenance;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.export.FigureCsv;
import org.driftscope.figure.export.LatexTable;
import org.driftscope.network.Network;

/** Writes what each method costs on a network: costs as CSV and LaTeX, and the figures they rest on as CSV. */
public final class CostFolder {
    /** Steps of back-propagation to compare with. */
    private static final long UPDATES = 60;

    private CostFolder() {}

    /**
     * @param spec crossbar and rank are used
     * @param folder made if it is not there; files of the same names are replaced
     */
    public static void write(Network network, ExperimentSpec spec, Path folder) {
        CostAssumptions assumptions = CostAssumptions.defaults();
        List<CostEstimate> costs = MethodCosts.of(
                network, spec.chip().crossbar(), spec.calibration().rank(), UPDATES, assumptions);
        Map<String, String> texts = texts(network);
        FigureCsv.write(table(costs), texts, folder.resolve("cost.csv"));
        FigureCsv.write(assumptions(assumptions), texts, folder.resolve("cost-assumptions.csv"));
        latex(costs).write(texts, folder.resolve("cost.tex"));
    }

    private static Map<String, String> texts(Network network) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("study", "cost of one calibration");
        texts.put("model", network.name() + ", sha256 " + network.sha256());
        texts.put("version", Provenance.buildVersion());
        texts.put("note", "literature values differ by decades; see cost-assumptions.csv for ranges and sources");
        return texts;
    }

    static FigureTable table(List<CostEstimate> costs) {
        List<String> columns = List.of(
                "method",
                "sramParameters",
                "sramBits",
                "rramCellWrites",
                "energyJoules",
                "seconds",
                "lifetimeCalibrations",
                "lifetimeDays",
                "extraMacs",
                "energyRatioToBackPropagation");
        return new FigureTable(
                columns, costs.stream().map(cost -> row(cost, last(costs))).toList());
    }

    private static List<String> row(CostEstimate cost, CostEstimate reference) {
        return Stream.concat(
                        Stream.of(cost.footprint().label()),
                        Stream.<Number>of(
                                        cost.footprint().sramParameters(),
                                        cost.sramBits(),
                                        cost.rramCellWrites(),
                                        cost.energyJoules(),
                                        cost.seconds(),
                                        cost.lifetimeCalibrations(),
                                        cost.lifetimeDays(),
                                        cost.footprint().extraMacs(),
                                        cost.energyJoules() / reference.energyJoules())
                                .map(number -> FigureTable.cell(number.doubleValue())))
                .toList();
    }

    private static FigureTable assumptions(CostAssumptions assumptions) {
        return new FigureTable(
                List.of("figure", "value", "unit", "low", "high", "source"),
                Stream.of(CostQuantity.values())
                        .map(quantity -> List.of(
                                quantity.label(),
                                FigureTable.cell(assumptions.get(quantity)),
                                quantity.unit(),
                                FigureTable.cell(quantity.low()),
                                FigureTable.cell(quantity.high()),
                                quantity.source()))
                        .toList());
    }

    private static LatexTable latex(List<CostEstimate> costs) {
        List<List<LatexTable.Cell>> rows = costs.stream()
                .map(cost -> Stream.of(
                                cost.footprint().label(),
                                Long.toString(cost.sramBits()),
                                Long.toString(cost.rramCellWrites()),
                                scientific(cost.energyJoules()),
                                scientific(cost.seconds()),
                                Double.isInfinite(cost.lifetimeCalibrations())
                                        ? "no wear"
                                        : scientific(cost.lifetimeCalibrations()),
                                scientific(cost.energyJoules() / last(costs).energyJoules()))
                        .<LatexTable.Cell>map(LatexTable.Text::new)
                        .toList())
                .toList();
        return new LatexTable(
                "Cost of one calibration",
                List.of("method", "SRAM bits", "RRAM writes", "energy (J)", "time (s)", "calibrations", "energy ratio"),
                rows);
    }

    /** The last method is the one to compare with. */
    private static CostEstimate last(List<CostEstimate> costs) {
        return costs.get(costs.size() - 1);
    }

    private static String scientific(double value) {
        boolean plain = value >= 0.01 && value < 100_000;
        return String.format(Locale.ROOT, plain ? "%.4g" : "%.2e", value);
    }
}
