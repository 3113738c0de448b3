package org.driftscope.report.cost;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.cost.RangedCost;
import org.driftscope.cost.inference.InferenceCosts;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.ExportSize;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.figure.export.FigureCsv;
import org.driftscope.figure.export.FigureExporter;
import org.driftscope.network.Network;

/** What an inference takes on a network: the numbers, and the files they are written to. */
public final class InferenceFolder {
    private static final double DPI = 300;

    private InferenceFolder() {}

    /**
     * Of all layers that are on the chip.
     *
     * @param meant layers that are on the chip, but for those that its settings leave digital
     * @param positions from {@link org.driftscope.network.run.LayerPositions}
     * @param costs of the methods
     * @return empty where images may have any size
     */
    public static Optional<InferenceCosts> of(
            Network network,
            ChipSpec chip,
            LayerChoice meant,
            Map<String, Long> positions,
            List<RangedCost> costs,
            CostAssumptions assumptions) {
        List<String> analog = chip.onCrossbars(meant.in(network), network);
        return InferenceCosts.of(
                network.analogLayers().stream()
                        .filter(layer -> analog.contains(layer.name()))
                        .toList(),
                layer -> chip.crossbarOf(layer, network),
                positions,
                costs,
                assumptions);
    }

    /** Writes inference.csv, inference.tex and inference.svg. @param texts what else the files say */
    public static void write(InferenceCosts costs, Map<String, String> texts, Path folder) {
        Map<String, String> said = said(texts);
        FigureCsv.write(InferenceTable.of(costs), said, folder.resolve("inference.csv"));
        InferenceTable.latex(costs).write(said, folder.resolve("inference.tex"));
        draw(costs, texts, folder.resolve("inference.svg"));
    }

    /** Draws what an inference takes. @param file its ending names the format */
    public static void draw(InferenceCosts costs, Map<String, String> texts, Path file) {
        String name = String.valueOf(file.getFileName());
        ExportFormat format = ExportFormat.named(
                "--figure", name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        Figure figure = InferenceFigure.of(costs);
        ExportSpec spec = new ExportSpec(format, ExportSize.TWO_COLUMN, DPI, ChartPalette.LIGHT);
        FigureExporter.export(figure, spec.tallEnoughFor(figure), said(texts), file);
    }

    private static Map<String, String> said(Map<String, String> texts) {
        Map<String, String> said = new LinkedHashMap<>(texts);
        said.put("study", "cost of one inference");
        said.put("not modelled", InferenceCosts.NOT_MODELLED);
        return said;
    }
}
