package org.driftscope.cli.device;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Json;
import org.driftscope.cli.output.TextTable;
import org.driftscope.device.Age;
import org.driftscope.device.CellMotion;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.experiment.Provenance;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.ExportSize;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.figure.export.FigureExporter;
import org.driftscope.io.device.DeviceFiles;
import org.driftscope.report.DeviceFigure;
import org.driftscope.support.OutputPlaces;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A device's card: how its cells spread and shift by conductance and age, as a table and as a figure. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show how a device's cells spread and shift, by conductance and age.")
public final class DeviceShow extends CliCommand {
    private static final int PLACES = 5;
    private static final double DPI = 300;

    @Parameters(paramLabel = "DEVICE", description = "A name that 'driftscope devices' lists, or a device file.")
    String device = "";

    @Option(names = "--figure", paramLabel = "FILE", description = "Draw it as well: .svg, .pdf or .png.")
    @Nullable
    Path figure;

    @Option(names = "--json", description = "Print one JSON document on stdout and nothing else there.")
    boolean json;

    /** One place of the command's JSON document. */
    record Row(double conductanceUs, double seconds, double shiftUs, double sigmaUs) {}

    @Override
    public Integer call() {
        DeviceKind kind = DeviceFiles.named(device, Path.of(""));
        if (figure != null) {
            draw(kind, figure);
        }
        List<Double> ages = DeviceFigure.agesOf(kind.model());
        List<Row> rows = rows(kind, ages);
        PrintWriter out = out();
        if (json) {
            Json.print(out, rows);
            return ExitCodes.OK;
        }
        out.println(kind.name() + ": " + kind.about());
        if (!kind.model().source().isEmpty()) {
            out.println("Source: " + kind.model().source());
        }
        print(out, rows, ages);
        return ExitCodes.OK;
    }

    private static List<Row> rows(DeviceKind kind, List<Double> ages) {
        ConductanceRange range = kind.usualRange();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            double gUs = range.gMinUs() + range.spanUs() * i / (PLACES - 1);
            for (double age : ages) {
                CellMotion motion = CellMotion.of(kind.model(), range, kind.clips(), gUs, age);
                rows.add(new Row(gUs, age, motion.shiftUs(), motion.sigmaUs()));
            }
        }
        return rows;
    }

    private static void print(PrintWriter out, List<Row> rows, List<Double> ages) {
        List<String> heads = new ArrayList<>(List.of("conductance, \u00b5S"));
        ages.forEach(age -> heads.add(Age.words(age)));
        TextTable table = new TextTable(heads.toArray(new String[0]));
        for (int from = 0; from < rows.size(); from += ages.size()) {
            List<String> cells = new ArrayList<>();
            cells.add(words("%.3g", rows.get(from).conductanceUs()));
            rows.subList(from, from + ages.size())
                    .forEach(row ->
                            cells.add(words("%+.2f", row.shiftUs()) + " \u00b1 " + words("%.2f", row.sigmaUs())));
            table.row(cells.toArray(new String[0]));
        }
        table.print(out);
        out.println("Mean change \u00b1 standard deviation of the cells, \u00b5S.");
    }

    private static String words(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static void draw(DeviceKind kind, Path file) {
        OutputPlaces.requireFile(file);
        String name = file.getFileName().toString();
        ExportFormat format = ExportFormat.named(
                "--figure", name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        Figure drawn = DeviceFigure.of(kind.model(), kind.usualRange(), kind.clips());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("device", kind.id());
        texts.put("drawn by", "Driftscope " + Provenance.buildVersion());
        ExportSpec spec = new ExportSpec(format, ExportSize.TWO_COLUMN, DPI, ChartPalette.LIGHT);
        FigureExporter.export(drawn, spec.tallEnoughFor(drawn), texts, file);
    }
}
