package org.driftscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.ChipOptions;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.InferenceReport;
import org.driftscope.cli.output.Json;
import org.driftscope.cli.output.TextTable;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.CostEstimate;
import org.driftscope.cost.CostQuantity;
import org.driftscope.cost.CostRange;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.Quantity;
import org.driftscope.cost.RangedCost;
import org.driftscope.cost.inference.InferenceCosts;
import org.driftscope.experiment.method.MethodCosts;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.network.run.LayerPositions;
import org.driftscope.report.CostFolder;
import org.driftscope.report.CostWords;
import org.driftscope.report.cost.InferenceFolder;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.EnumWords;
import org.driftscope.support.OutputPlaces;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What each method writes, and what that costs. */
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        description =
                "What each method writes, and the energy, time and wear that costs; what an inference takes, and what each method adds.")
final class CostCommand extends CliCommand {
    @Parameters(paramLabel = "MODEL", arity = "0..1", description = "ONNX file (default: the bundled sample).")
    @Nullable
    Path model;

    @Option(names = "--rank", paramLabel = "R", description = "Rank of DoRA and LoRA (default: 4).")
    int rank = 4;

    @Option(
            names = "--updates",
            paramLabel = "N",
            description = "Steps of back-propagation (default: 55, as for up to 100 images).")
    int updates;

    @Option(
            names = "--set",
            paramLabel = "FIGURE=VALUE",
            description = "Change a figure, e.g. rram-endurance=1e8; the table below the costs lists them.")
    Map<String, Double> figures = new LinkedHashMap<>();

    @Option(
            names = "--figure",
            paramLabel = "FILE",
            description = "Draw what an inference's energy goes into: .svg, .pdf or .png.")
    @Nullable
    Path figure;

    @Mixin
    ChipOptions chip;

    @Mixin
    OutputOptions output;

    /** The command's JSON document. */
    record Report(String model, List<Cost> costs, @Nullable InferenceReport inference, List<Figure> assumptions) {}

    /** A method's costs; each range is low and high. */
    record Cost(
            String method,
            long sramBits,
            long rramCellWrites,
            double energyJoules,
            CostRange energyRange,
            double seconds,
            CostRange secondsRange,
            double lifetimeCalibrations,
            CostRange lifetimeCalibrationsRange,
            double lifetimeDays,
            CostRange lifetimeDaysRange,
            double energyRatio,
            Footprint footprint) {
        static Cost of(RangedCost ranged, List<RangedCost> all) {
            CostEstimate cost = ranged.cost();
            return new Cost(
                    ranged.label(),
                    cost.sramBits(),
                    cost.rramCellWrites(),
                    cost.energyJoules(),
                    ranged.energyJoules(),
                    cost.seconds(),
                    ranged.seconds(),
                    cost.lifetimeCalibrations(),
                    ranged.lifetimeCalibrations(),
                    cost.lifetimeDays(),
                    ranged.lifetimeDays(),
                    MethodCosts.energyRatio(ranged, all),
                    cost.footprint());
        }
    }

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
        CalibrationSpec shared = spec.withSettings(spec.settings().withSteps(updates));
        ExperimentSpec asked = ExperimentSpec.of(chip.spec(0), shared);
        List<RangedCost> costs = CostFolder.costs(network, asked, assumptions);
        Optional<InferenceCosts> inference = InferenceFolder.of(
                network, asked.chip(), asked.driftedLayers(), LayerPositions.of(network), costs, assumptions);
        if (figure != null) {
            draw(network, inference, figure);
        }
        List<Figure> rest = assumptions(assumptions);
        if (output.json) {
            List<Cost> rows = costs.stream().map(cost -> Cost.of(cost, costs)).toList();
            Json.print(out(), new Report(network.name(), rows, InferenceReport.of(inference), rest));
        } else {
            print(network.name(), costs);
            InferenceReport.print(out(), inference);
            print(rest);
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

    private static void draw(Network network, Optional<InferenceCosts> inference, Path file) {
        OutputPlaces.requireFile(file);
        InferenceCosts costs = inference.orElseThrow(() -> new DriftscopeException(InferenceReport.NOT_KNOWN));
        InferenceFolder.draw(costs, CostFolder.texts(network), file);
    }

    private void print(String name, List<RangedCost> costs) {
        PrintWriter out = out();
        out.println("One calibration of " + name);
        TextTable table = new TextTable(CostWords.COLUMNS.toArray(String[]::new));
        costs.forEach(cost -> table.row(CostWords.cells(cost, costs).toArray(String[]::new)));
        table.print(out);
        out.println(CostRange.RULE);
        out.println(
                "The energy ratio is to back-propagation that writes at every update. Bits and multiply-accumulates of"
                        + " allocated and sparse are for the whole budget, spread over the layers as their weights are.");
        out.println();
    }

    private void print(List<Figure> rest) {
        PrintWriter out = out();
        out.println("Literature values differ by decades; these figures are starting points (--set NAME=VALUE):");
        TextTable figures = new TextTable("figure", "value", "unit", "range", "source");
        rest.forEach(figure -> figures.row(
                figure.name(),
                Quantity.typed(figure.value()),
                figure.unit(),
                figure.low() == figure.high()
                        ? "-"
                        : Quantity.typed(figure.low()) + " to " + Quantity.typed(figure.high()),
                figure.source()));
        figures.print(out);
    }
}
