package org.driftscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.driftscope.calibration.CalibrationSpec;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.CostQuantity;
import org.driftscope.cost.MethodCosts;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.support.EnumWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What each method writes, and what that costs. */
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        description = "What each method writes, and the energy, time and wear that costs.")
final class CostCommand implements Callable<Integer> {
    @Spec
    CommandSpec command;

    @Parameters(paramLabel = "MODEL", arity = "0..1", description = "ONNX file (default: the bundled sample).")
    @Nullable
    Path model;

    @Option(names = "--rank", paramLabel = "R", description = "Rank of DoRA and LoRA (default: 4).")
    int rank = 4;

    @Option(names = "--updates", paramLabel = "N", description = "Steps of back-propagation (default: 60).")
    int updates = 60;

    @Option(
            names = "--set",
            paramLabel = "FIGURE=VALUE",
            description = "Change a figure, e.g. rram-endurance=1e8; the table below the costs lists them.")
    Map<String, Double> figures = new LinkedHashMap<>();

    @Mixin
    ChipOptions chip;

    @Mixin
    OutputOptions output;

    /** The command's JSON document. */
    record Report(String model, List<CostEstimate> costs, List<Figure> assumptions) {}

    /** A figure the costs rest on, with the range found in the literature. */
    record Figure(String name, String label, double value, String unit, double low, double high, String source) {}

    @Override
    public Integer call() {
        Network network = OnnxReader.read(model == null ? BundledSample.find().model() : model);
        CostAssumptions assumptions = CostAssumptions.defaults();
        for (Map.Entry<String, Double> figure : figures.entrySet()) {
            assumptions =
                    assumptions.with(EnumWords.parse("--set", CostQuantity.class, figure.getKey()), figure.getValue());
        }
        CalibrationSpec spec = CalibrationSpec.defaults().withRank(rank);
        List<CostEstimate> costs = MethodCosts.of(network, chip.spec(0).crossbar(), spec.rank(), updates, assumptions);
        Report report = new Report(network.name(), costs, assumptions(assumptions));
        if (output.json) {
            Json.print(command.commandLine().getOut(), report);
        } else {
            print(report);
        }
        return ExitCodes.OK;
    }

    private static List<Figure> assumptions(CostAssumptions assumptions) {
        List<Figure> figures = new ArrayList<>();
        for (CostQuantity quantity : CostQuantity.values()) {
            figures.add(new Figure(
                    EnumWords.of(quantity),
                    quantity.label(),
                    assumptions.get(quantity),
                    quantity.unit(),
                    quantity.low(),
                    quantity.high(),
                    quantity.source()));
        }
        return figures;
    }

    private void print(Report report) {
        PrintWriter out = command.commandLine().getOut();
        out.println("One calibration of " + report.model());
        TextTable costs = new TextTable(
                "method",
                "SRAM bits",
                "RRAM cell writes",
                "energy J",
                "seconds",
                "calibrations until worn",
                "energy ratio");
        CostEstimate last = report.costs().get(report.costs().size() - 1);
        for (CostEstimate cost : report.costs()) {
            costs.row(
                    cost.footprint().label(),
                    Numbers.count(cost.sramBits()),
                    Numbers.count(cost.rramCellWrites()),
                    scientific(cost.energyJoules()),
                    scientific(cost.seconds()),
                    Double.isInfinite(cost.lifetimeCalibrations())
                            ? "no wear"
                            : scientific(cost.lifetimeCalibrations()),
                    scientific(cost.energyJoules() / last.energyJoules()));
        }
        costs.print(out);
        out.println();
        out.println("Literature values differ by decades; these figures are starting points (--set NAME=VALUE):");
        TextTable figures = new TextTable("figure", "value", "unit", "range", "source");
        report.assumptions()
                .forEach(figure -> figures.row(
                        figure.name(),
                        scientific(figure.value()),
                        figure.unit(),
                        scientific(figure.low()) + " to " + scientific(figure.high()),
                        figure.source()));
        figures.print(out);
    }

    private static String scientific(double value) {
        boolean plain = value >= 0.01 && value < 100_000;
        return String.format(Locale.ROOT, plain ? "%.4g" : "%.2e", value);
    }
}
