package org.driftscope.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.CostQuantity;
import org.driftscope.cost.CostRange;
import org.driftscope.cost.RangedCost;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.method.MethodCosts;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.export.FigureCsv;
import org.driftscope.figure.export.LatexTable;
import org.driftscope.network.Network;
import org.driftscope.network.run.LayerPositions;
import org.driftscope.report.cost.InferenceFolder;

/** Writes what each method costs on a network: tables of costs and of an inference, and the figures they rest on as CSV. */
public final class CostFolder {
    private CostFolder() {}

    /**
     * @param spec crossbar, layers and the settings of the methods are used
     * @param assumptions device figures
     * @param folder made if it is not there; files of the same names are replaced
     */
    public static void write(Network network, ExperimentSpec spec, CostAssumptions assumptions, Path folder) {
        List<RangedCost> costs = costs(network, spec, assumptions);
        Map<String, String> texts = texts(network);
        FigureCsv.write(table(costs), texts, folder.resolve("cost.csv"));
        FigureCsv.write(assumptions(assumptions), texts, folder.resolve("cost-assumptions.csv"));
        latex(costs).write(texts, folder.resolve("cost.tex"));
        InferenceFolder.of(network, spec.chip(), spec.driftedLayers(), LayerPositions.of(network), costs, assumptions)
                .ifPresent(inference -> InferenceFolder.write(inference, texts, folder));
    }

    /** The costs that the tables hold. */
    public static List<RangedCost> costs(Network network, ExperimentSpec spec, CostAssumptions assumptions) {
        List<String> wanted = spec.chip().onCrossbars(spec.calibratedLayers().in(network), network);
        return MethodCosts.of(
                network,
                network.analogLayers().stream()
                        .filter(layer -> wanted.contains(layer.name()))
                        .toList(),
                layer -> spec.chip().crossbarOf(layer, network),
                spec.calibration(),
                LayerPositions.of(network),
                assumptions);
    }

    /** What files of costs say of themselves. */
    public static Map<String, String> texts(Network network) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("study", "cost of one calibration");
        texts.put("model", network.name() + ", sha256 " + network.sha256());
        texts.put("version", Provenance.buildVersion());
        texts.put(
                "note",
                "literature values differ by decades; see cost-assumptions.csv for ranges and sources. "
                        + CostRange.RULE);
        return texts;
    }

    static FigureTable table(List<RangedCost> costs) {
        List<String> columns = List.of(
                "method",
                "sramParameters",
                "sramBits",
                "rramCellWrites",
                "energyJoules",
                "energyJoulesLow",
                "energyJoulesHigh",
                "seconds",
                "secondsLow",
                "secondsHigh",
                "lifetimeCalibrations",
                "lifetimeCalibrationsLow",
                "lifetimeCalibrationsHigh",
                "lifetimeDays",
                "lifetimeDaysLow",
                "lifetimeDaysHigh",
                "extraMacs",
                "energyRatioToBackPropagation");
        return new FigureTable(
                columns, costs.stream().map(cost -> row(cost, costs)).toList());
    }

    private static List<String> row(RangedCost ranged, List<RangedCost> all) {
        CostEstimate cost = ranged.cost();
        return Stream.concat(
                        Stream.of(ranged.label()),
                        Stream.<Number>of(
                                        cost.footprint().sramParameters(),
                                        cost.sramBits(),
                                        cost.rramCellWrites(),
                                        cost.energyJoules(),
                                        ranged.energyJoules().low(),
                                        ranged.energyJoules().high(),
                                        cost.seconds(),
                                        ranged.seconds().low(),
                                        ranged.seconds().high(),
                                        cost.lifetimeCalibrations(),
                                        ranged.lifetimeCalibrations().low(),
                                        ranged.lifetimeCalibrations().high(),
                                        cost.lifetimeDays(),
                                        ranged.lifetimeDays().low(),
                                        ranged.lifetimeDays().high(),
                                        cost.footprint().extraMacs(),
                                        MethodCosts.energyRatio(ranged, all))
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

    private static LatexTable latex(List<RangedCost> costs) {
        List<List<LatexTable.Cell>> rows = costs.stream()
                .map(cost -> CostWords.cells(cost, costs).stream()
                        .<LatexTable.Cell>map(LatexTable.Text::new)
                        .toList())
                .toList();
        return new LatexTable("Cost of one calibration", CostWords.COLUMNS, rows);
    }
}
