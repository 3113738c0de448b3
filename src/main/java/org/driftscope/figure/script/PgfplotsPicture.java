package org.driftscope.figure.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.Marker;
import org.driftscope.figure.chart.SeriesPen;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.figure.chart.plot.AxisScale;

/** A chart as a pgfplots picture, which a LaTeX document takes with {@code \input}. */
public final class PgfplotsPicture {
    private static final String[] DASHES = {"solid", "dashed", "dotted", "dash dot", "solid", "densely dashed"};
    private static final double GROUP = 0.72;

    private final PlainPlot plot;
    private final Sheet sheet;
    private final StringBuilder tex = new StringBuilder();

    private PgfplotsPicture(PlainPlot plot, Sheet sheet) {
        this.plot = plot;
        this.sheet = sheet;
    }

    /** The source. @param provenance where the numbers came from, in comments at its head */
    public static String of(PlainPlot plot, Sheet sheet, Map<String, String> provenance) {
        return new PgfplotsPicture(plot, sheet).write(provenance);
    }

    private String write(Map<String, String> provenance) {
        line("% In the preamble: \\usepackage{pgfplots} \\pgfplotsset{compat=1.16} \\usetikzlibrary{plotmarks}");
        provenance.forEach((key, value) -> comment(key + ": " + value));
        if (!plot.caption().isEmpty()) {
            comment("Below the chart: " + plot.caption());
        }
        line("\\begin{tikzpicture}");
        plot.series().forEach(one -> line("\\definecolor{" + color(one) + "}{HTML}{" + sheet.series(one.tint()) + "}"));
        for (int i = 0; i < plot.lines().size(); i++) {
            line("\\definecolor{" + lineColor(i) + "}{HTML}{"
                    + sheet.series(plot.lines().get(i).tint()) + "}");
        }
        line("\\begin{axis}[");
        options();
        line("]");
        for (int i = 0; i < plot.lines().size(); i++) {
            reference(plot.lines().get(i), lineColor(i));
        }
        front();
        plot.series().forEach(plot.isBars() ? this::bars : this::marks);
        line("\\end{axis}", "\\end{tikzpicture}");
        return tex.toString();
    }

    private void options() {
        option("width", mm(sheet.widthMm()));
        option("height", mm(sheet.heightMm()));
        option("scale only axis", "false");
        if (!plot.title().isEmpty()) {
            option("title", "{" + TexText.escaped(plot.title()) + "}");
        }
        option("xlabel", "{" + TexText.escaped(plot.xTitle()) + "}");
        if (plot.isBars()) {
            option("xbar", "0pt");
            option("bar width", number(GROUP / plot.series().size()));
            option("y dir", "reverse");
            option("ytick", "{" + places(plot.categories().size()) + "}");
            option(
                    "yticklabels",
                    plot.categories().stream()
                            .map(name -> "{" + TexText.escaped(name) + "}")
                            .collect(Collectors.joining(",", "{", "}")));
        } else {
            option("ylabel", "{" + TexText.escaped(plot.yTitle()) + "}");
        }
        axis("x", plot.x());
        axis("y", plot.y());
        option("grid", "major");
        option(
                "legend style",
                "{at={(0.5,-0.22)}, anchor=north, legend columns=2, draw=none, fill=none, font=\\footnotesize}");
    }

    private void axis(String name, AxisRange range) {
        if (range.scale() == AxisScale.LOG) {
            option(name + "mode", "log");
        }
        if (range.scale() != AxisScale.LINEAR) {
            List<Double> ticks = Placed.ticks(range);
            if (Placed.isShifted(range)) {
                comment("places on the " + name + " axis are log10 of one more than the value");
            }
            option(
                    name + "tick",
                    ticks.stream().map(tick -> at(range, tick)).collect(Collectors.joining(",", "{", "}")));
            option(
                    name + "ticklabels",
                    ticks.stream()
                            .map(tick -> "{" + TexText.escaped(Placed.tickText(range, tick)) + "}")
                            .collect(Collectors.joining(",", "{", "}")));
        }
        option(name + "min", at(range, range.start()));
        option(name + "max", at(range, range.end()));
    }

    /** Where a value stands: TeX takes logarithms itself, but not of one more. */
    private static String at(AxisRange range, double value) {
        return number(Placed.isShifted(range) ? Math.log10(1 + value) : value);
    }

    private String at(double x, double y) {
        return "(" + at(plot.x(), x) + "," + at(plot.y(), y) + ")";
    }

    private void reference(ReferenceLine line, String color) {
        line("\\addplot[" + color + ", dashed, no marks, forget plot] coordinates {"
                + at(plot.x().start(), line.y()) + " " + at(plot.x().end(), line.y())
                + "} node[pos=0, above right, font=\\footnotesize] {" + TexText.escaped(line.label()) + "};");
    }

    private void front() {
        if (!plot.front().isEmpty()) {
            comment("what no other point beats");
            line("\\addplot[const plot, gray, dashed, no marks, forget plot] coordinates {"
                    + plot.front().stream()
                            .map(point -> at(point.x(), point.y()))
                            .collect(Collectors.joining(" "))
                    + "};");
        }
    }

    private void bars(PlainPlot.Series series) {
        line("\\addplot[draw=none, fill=" + color(series) + errorBars(series, "x") + "] coordinates {");
        series.points().forEach(point -> line("  " + at(point.x(), point.y()) + error(point, true)));
        line("};", "\\addlegendentry{" + TexText.escaped(series.name()) + "}");
    }

    private void marks(PlainPlot.Series series) {
        for (LinePoint point : series.points()) {
            if (!Double.isNaN(point.from())) {
                line("\\addplot[" + color(series) + "!50, thin, no marks, forget plot] coordinates {"
                        + at(point.x(), point.from()) + " " + at(point.x(), point.y()) + "};");
            }
        }
        String joined = series.joined() ? DASHES[series.variant() % DASHES.length] : "only marks";
        line("\\addplot[" + color(series) + ", " + joined + ", mark="
                + mark(series.tint().marker())
                + ", mark options={solid, fill=" + color(series) + "!"
                + Math.round(100 * SeriesPen.filled(series.variant())) + "!white"
                + turned(series.tint().marker())
                + "}" + errorBars(series, "y") + "] coordinates {");
        series.points().forEach(point -> line("  " + at(point.x(), point.y()) + error(point, false)));
        line("};", "\\addlegendentry{" + TexText.escaped(series.name()) + "}");
        for (LinePoint point : series.points()) {
            if (!point.label().isEmpty()) {
                line("\\node[" + color(series) + ", anchor=south west, font=\\scriptsize] at (axis cs:"
                        + at(plot.x(), point.x()) + "," + at(plot.y(), point.y()) + ") {"
                        + TexText.escaped(point.label()) + "};");
            }
        }
    }

    private static String errorBars(PlainPlot.Series series, String axis) {
        boolean any = series.points().stream().anyMatch(point -> point.error() > 0);
        return any ? ", error bars/.cd, " + axis + " dir=both, " + axis + " explicit" : "";
    }

    private static String error(LinePoint point, boolean across) {
        if (point.error() == 0) {
            return "";
        }
        return across ? " +- (" + number(point.error()) + ",0)" : " +- (0," + number(point.error()) + ")";
    }

    /** The nearest of the marks that pgfplots has. */
    private static String mark(Marker marker) {
        return switch (marker) {
            case CIRCLE -> "*";
            case SQUARE -> "square*";
            case DIAMOND -> "diamond*";
            case TRIANGLE, TRIANGLE_DOWN, TRIANGLE_RIGHT, TRIANGLE_LEFT -> "triangle*";
            case PENTAGON -> "pentagon*";
            case HEXAGON -> "otimes*";
            case PLUS -> "+";
            case CROSS -> "x";
            case STAR -> "star";
            case HOURGLASS -> "halfdiamond*";
            case BOW_TIE -> "halfsquare*";
            case PARALLELOGRAM -> "oplus*";
            case CHEVRON -> "halfcircle*";
        };
    }

    private static String turned(Marker marker) {
        return switch (marker) {
            case TRIANGLE_DOWN -> ", rotate=180";
            case TRIANGLE_RIGHT -> ", rotate=270";
            case TRIANGLE_LEFT -> ", rotate=90";
            default -> "";
        };
    }

    private static String color(PlainPlot.Series series) {
        return "series" + series.number();
    }

    private static String lineColor(int index) {
        return "line" + (index + 1);
    }

    private static String places(int count) {
        return count == 1 ? "0" : "0,1,...," + (count - 1);
    }

    private static String mm(double value) {
        return String.format(Locale.ROOT, "%.2fmm", value);
    }

    private static String number(double value) {
        return FigureTable.measured(value);
    }

    private void option(String name, String value) {
        line("  " + name + "=" + value + ",");
    }

    private void comment(String text) {
        line("% " + text.replaceAll("\\R", " "));
    }

    private void line(String... lines) {
        for (String line : lines) {
            tex.append(line).append('\n');
        }
    }
}
