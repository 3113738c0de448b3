package org.driftscope.figure.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.SeriesPen;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.figure.chart.plot.AxisScale;

/** A Python script that reads a chart's numbers from a CSV file beside it and draws the chart with matplotlib. */
public final class MatplotlibScript {
    private static final double MM_PER_INCH = 25.4;
    private static final String[] DASHES = {"-", "--", ":", "-.", "-", "--"};

    private final PlainPlot plot;
    private final Sheet sheet;
    private final StringBuilder py = new StringBuilder();

    private MatplotlibScript(PlainPlot plot, Sheet sheet) {
        this.plot = plot;
        this.sheet = sheet;
    }

    /**
     * The script.
     *
     * @param provenance where the numbers came from, in its head
     * @param csv name of the file with {@link PlainPlot#table()}
     */
    public static String of(PlainPlot plot, Sheet sheet, Map<String, String> provenance, String csv) {
        return new MatplotlibScript(plot, sheet).write(provenance, csv);
    }

    private String write(Map<String, String> provenance, String csv) {
        line("# " + oneLine(plot.title().isEmpty() ? "A chart" : plot.title()) + ": run with Python and matplotlib.");
        provenance.forEach((key, value) -> line("# " + oneLine(key + ": " + value)));
        line("import csv", "import math", "import sys", "from pathlib import Path", "");
        line("import matplotlib.pyplot as plt");
        if (Placed.isShifted(plot.x()) || Placed.isShifted(plot.y())) {
            line("import numpy as np");
        }
        line(
                "",
                "DATA = Path(__file__).resolve().parent / " + text(csv),
                "",
                "# number: name, colour, marker, fill, line");
        line("SERIES = {");
        plot.series().forEach(one -> line("    " + one.number() + ": " + look(one) + ","));
        line("}", "LINES = {");
        plot.lines().forEach(this::reference);
        line("}", "", "");
        line(
                "def number(cell):",
                "    return float(cell) if cell else math.nan",
                "",
                "",
                "with open(DATA, encoding=\"utf-8\", newline=\"\") as file:",
                "    rows = list(csv.DictReader(line for line in file if not line.startswith(\"#\")))",
                "",
                "plt.rcParams.update({\"font.size\": "
                        + number(sheet.theme().style().textSize()) + ", \"font.family\": \"sans-serif\"})",
                "figure, axes = plt.subplots(figsize=(" + inches(sheet.widthMm()) + ", " + inches(sheet.heightMm())
                        + "), layout=\"constrained\")");
        line("for key, (name, colour, marker, fill, style) in SERIES.items():");
        line("    points = [row for row in rows if int(row[\"number\"]) == key]");
        line("    x, y, error, start = ([number(row[column]) for row in points]"
                + " for column in (\"x\", \"y\", \"error\", \"from\"))");
        if (plot.isBars()) {
            bars();
        } else {
            marks();
        }
        axes();
        line(
                "axes.legend(frameon=False)",
                "figure.savefig(sys.argv[1] if len(sys.argv) > 1 else DATA.with_suffix(\".pdf\"))");
        return py.toString();
    }

    private void bars() {
        double height = 0.72 / plot.series().size();
        line("    height = " + number(height));
        line("    places = [place + (key - (len(SERIES) + 1) / 2) * height for place in y]");
        line("    axes.barh(places, x, height, color=colour, label=name,"
                + " xerr=error if any(error) else None, error_kw={\"linewidth\": " + hairline() + "})");
    }

    private void marks() {
        line("    for place, low, high in zip(x, start, y):");
        line("        if not math.isnan(low):");
        line("            axes.plot([place, place], [low, high], color=colour, linewidth=" + hairline()
                + ", alpha=0.5, zorder=1)");
        line("    axes.errorbar(x, y, yerr=error if any(error) else None, color=colour, marker=marker,"
                + " markerfacecolor=fill, linestyle=style,");
        line("                  linewidth=" + number(sheet.theme().style().lineWidth()) + ", markersize="
                + number(sheet.theme().style().markerSize()) + ", elinewidth=" + hairline()
                + ", capsize=2, label=name)");
        line("    for row, place, high in zip(points, x, y):");
        line("        if row[\"label\"]:");
        line("            axes.annotate(row[\"label\"], (place, high), xytext=(3, 3), textcoords=\"offset points\","
                + " color=colour, fontsize=\"small\")");
        line("for row in rows:");
        line("    if int(row[\"number\"]) == 0:");
        line("        axes.axhline(number(row[\"y\"]), color=LINES[row[\"series\"]], linestyle=\"--\", linewidth="
                + hairline() + ", label=row[\"series\"])");
        if (!plot.front().isEmpty()) {
            String xs = plot.front().stream().map(point -> number(point.x())).collect(Collectors.joining(", "));
            String ys = plot.front().stream().map(point -> number(point.y())).collect(Collectors.joining(", "));
            line("# what no other point beats");
            line("axes.step([" + xs + "], [" + ys + "], where=\"post\", color=\"#"
                    + sheet.hex(sheet.theme().palette().mutedInk()) + "\", linestyle=\"--\", linewidth=" + hairline()
                    + ")");
        }
    }

    private void axes() {
        line("axes.set_xlabel(" + text(plot.xTitle()) + ")");
        if (plot.isBars()) {
            line("axes.set_yticks(range(" + plot.categories().size() + "), "
                    + plot.categories().stream().map(MatplotlibScript::text).collect(Collectors.joining(", ", "[", "]"))
                    + ")");
            line("axes.set_xlim" + limits(plot.x()), "axes.set_ylim" + limits(plot.y()), "axes.invert_yaxis()");
        } else {
            line("axes.set_ylabel(" + text(plot.yTitle()) + ")");
            axis("x", plot.x());
            axis("y", plot.y());
        }
        if (!plot.title().isEmpty()) {
            line("axes.set_title(" + text(plot.title()) + ", loc=\"left\", fontweight=\"bold\")");
        }
        if (!plot.caption().isEmpty()) {
            line("# Below the chart: " + oneLine(plot.caption()));
        }
        line(
                "axes.grid(True, color=\"#" + sheet.hex(sheet.theme().palette().grid()) + "\", linewidth=" + hairline()
                        + ")",
                "axes.set_axisbelow(True)");
    }

    private void axis(String name, AxisRange range) {
        if (range.scale() == AxisScale.LOG) {
            line("axes.set_" + name + "scale(\"log\")");
        } else if (Placed.isShifted(range)) {
            line("axes.set_" + name + "scale(\"function\", functions=(lambda value: np.log10(1 + value),"
                    + " lambda place: 10**place - 1))");
        }
        if (range.scale() != AxisScale.LINEAR) {
            List<Double> ticks = Placed.ticks(range);
            line("axes.set_" + name + "ticks("
                    + ticks.stream().map(MatplotlibScript::number).collect(Collectors.joining(", ", "[", "]")) + ", "
                    + ticks.stream()
                            .map(tick -> text(Placed.tickText(range, tick)))
                            .collect(Collectors.joining(", ", "[", "]"))
                    + ")");
            line("axes.minorticks_off()");
        }
        line("axes.set_" + name + "lim" + limits(range));
    }

    private static String limits(AxisRange range) {
        return "(" + number(range.start()) + ", " + number(range.end()) + ")";
    }

    private String look(PlainPlot.Series series) {
        String colour = "\"#" + sheet.series(series.tint()) + "\"";
        double filled = SeriesPen.filled(series.variant());
        String fill = filled == 1
                ? colour
                : "\"#" + sheet.hex(SeriesPen.fill(sheet.theme().palette(), series.tint(), series.variant())) + "\"";
        String line = series.joined() ? "\"" + DASHES[series.variant() % DASHES.length] + "\"" : "\"none\"";
        return "(" + String.join(", ", text(series.name()), colour, marker(series.tint()), fill, line) + ")";
    }

    private void reference(ReferenceLine line) {
        line("    " + text(line.label()) + ": \"#" + sheet.series(line.tint()) + "\",");
    }

    private static String marker(SeriesTint tint) {
        return switch (tint.marker()) {
            case CIRCLE -> "\"o\"";
            case SQUARE -> "\"s\"";
            case DIAMOND -> "\"D\"";
            case TRIANGLE -> "\"^\"";
            case TRIANGLE_DOWN -> "\"v\"";
            case PENTAGON -> "\"p\"";
            case HEXAGON -> "\"h\"";
            case PLUS -> "\"P\"";
            case CROSS -> "\"X\"";
            case STAR -> "\"*\"";
            case HOURGLASS -> "[(-1, -1), (1, -1), (-1, 1), (1, 1), (-1, -1)]";
            case BOW_TIE -> "[(-1, -1), (-1, 1), (1, -1), (1, 1), (-1, -1)]";
            case TRIANGLE_RIGHT -> "\">\"";
            case TRIANGLE_LEFT -> "\"<\"";
            case PARALLELOGRAM -> "[(-1, -0.8), (0.4, -0.8), (1, 0.8), (-0.4, 0.8), (-1, -0.8)]";
            case CHEVRON -> "[(0, 1), (1, -0.2), (1, -1), (0, 0), (-1, -1), (-1, -0.2), (0, 1)]";
        };
    }

    private String hairline() {
        return number(sheet.theme().style().hairline());
    }

    private static String inches(double mm) {
        return String.format(Locale.ROOT, "%.3f", mm / MM_PER_INCH);
    }

    private static String number(double value) {
        return FigureTable.measured(value);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    /** As a Python string. */
    private static String text(String text) {
        return "\"" + oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void line(String... lines) {
        for (String line : lines) {
            py.append(line).append('\n');
        }
    }
}
