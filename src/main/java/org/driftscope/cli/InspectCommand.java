package org.driftscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftscope.calibration.spec.Method;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Json;
import org.driftscope.cli.output.Numbers;
import org.driftscope.cli.output.TextTable;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.experiment.GradientNeed;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.DriftscopeException;
import org.driftscope.training.GradientGaps;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a model holds and which of its layers sit on crossbars. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Show a model's layers, their size on crossbars and its input.")
final class InspectCommand extends CliCommand {
    private static final int MOST_NAMED = 8;

    @Parameters(paramLabel = "MODEL", description = "ONNX file, opset 6 or later.")
    Path model;

    @Option(names = "--tile", paramLabel = "N", description = "Rows and columns of a tile (default: 256).")
    int tile = 256;

    @Option(names = "--limit", paramLabel = "N", description = "Taken as by every command; no images are read here.")
    int limit;

    @Mixin
    OutputOptions output;

    /** The command's JSON document. */
    record Report(
            String model,
            String sha256,
            int opset,
            List<Long> inputShape,
            long parameters,
            long analogWeights,
            List<Layer> layers,
            Gradients gradients,
            @Nullable BesideModel statistics) {}

    /**
     * What back-propagation cannot reach; empty lists where it reaches everything.
     *
     * @param missing operators without a gradient
     * @param layers that enter such an operator
     * @param methods that cannot run for want of gradients
     */
    record Gradients(List<String> missing, List<String> layers, List<String> methods) {
        static Gradients of(Network network) {
            GradientGaps gaps = GradientGaps.of(network);
            List<String> methods = gaps.isEmpty()
                    ? List.of()
                    : GradientNeed.methods().stream().map(Method::id).toList();
            return new Gradients(gaps.operators(), gaps.layers(), methods);
        }

        String words() {
            return "No gradients through " + String.join(", ", missing) + ", so none for "
                    + (layers.size() > MOST_NAMED ? layers.size() + " layers" : String.join(", ", layers))
                    + ". Methods that cannot run: " + String.join(", ", methods) + ".";
        }
    }

    /**
     * A file of factory statistics beside the model.
     *
     * @param images that it was gathered on; 0 where it cannot be used
     * @param problem why it cannot be used, or null
     */
    record BesideModel(String file, long bytes, int images, @Nullable String problem) {
        /** Null where there is no such file. */
        static @Nullable BesideModel of(Path model, Network network) {
            Path file = StatisticsFile.beside(model);
            if (!Files.isRegularFile(file)) {
                return null;
            }
            try {
                StatisticsFile read = StatisticsFile.load(file, network);
                return new BesideModel(
                        file.toString(), read.bytes(), read.statistics().images(), null);
            } catch (DriftscopeException e) {
                return new BesideModel(file.toString(), file.toFile().length(), 0, e.userMessage());
            }
        }

        String words() {
            return problem == null
                    ? "Factory statistics beside it: " + file + ", " + Numbers.bytes(bytes) + ", of " + images
                            + " images. calibrate --statistics takes them."
                    : "The factory statistics beside it cannot be used. " + problem;
        }
    }

    /** One layer of the document; digital ones have no cells. */
    record Layer(String name, String op, int rows, int cols, long weights, int tiles, boolean analog) {}

    @Override
    public Integer call() {
        Network network = OnnxReader.read(model);
        Report report = report(network);
        if (output.json) {
            Json.print(out(), report);
        } else {
            print(report);
        }
        return ExitCodes.OK;
    }

    private Report report(Network network) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < network.nodes().size(); i++) {
            int index = i;
            network.analogLayers().stream()
                    .filter(layer -> layer.nodeIndex() == index)
                    .findFirst()
                    .map(this::analog)
                    .ifPresentOrElse(layers::add, () -> {
                        var node = network.nodes().get(index);
                        layers.add(new Layer(node.name(), node.op(), 0, 0, 0, 0, false));
                    });
        }
        long analogWeights = layers.stream().mapToLong(Layer::weights).sum();
        return new Report(
                network.name(),
                network.sha256(),
                network.opset(),
                network.inputs().get(0).dims(),
                network.parameters(),
                analogWeights,
                layers,
                Gradients.of(network),
                BesideModel.of(model, network));
    }

    private Layer analog(AnalogLayer layer) {
        int tiles = new TileGrid(layer.rows(), layer.cols(), tile, tile).count();
        return new Layer(layer.name(), layer.op(), layer.rows(), layer.cols(), layer.weights(), tiles, true);
    }

    private void print(Report report) {
        var out = out();
        out.printf(
                Locale.ROOT,
                "%s: ONNX opset %d, input %s, %,d parameters, %,d weights on crossbars%n%n",
                report.model(),
                report.opset(),
                report.inputShape().toString().replace("-1", "any"),
                report.parameters(),
                report.analogWeights());
        TextTable table = new TextTable("layer", "op", "rows x cols", "weights", "tiles");
        for (Layer layer : report.layers()) {
            if (layer.analog()) {
                table.row(
                        layer.name(),
                        layer.op(),
                        layer.rows() + " x " + layer.cols(),
                        String.format(Locale.ROOT, "%,d", layer.weights()),
                        Integer.toString(layer.tiles()));
            }
        }
        table.print(out);
        if (!report.gradients().missing().isEmpty()) {
            out.println();
            out.println(report.gradients().words());
        }
        BesideModel statistics = report.statistics();
        if (statistics != null) {
            out.println();
            out.println(statistics.words());
        }
    }
}
