package org.driftscope.figure.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SampleFigures;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.TitledFigure;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.figure.export.ExportFormat;
import org.driftscope.figure.export.ExportSize;
import org.driftscope.figure.export.ExportSpec;
import org.driftscope.figure.export.FigureExporter;
import org.driftscope.support.DriftscopeException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LaTeX and matplotlib themselves are not at hand: sources are read as text, and scripts run against a recorder. */
class ChartSourcesTest {
    private static final Pattern PAIR = Pattern.compile("\\(([-\\dE.]+),([-\\dE.]+)\\)(?: \\+- \\(0,([-\\dE.]+)\\))?");
    private static final String AWKWARD = "50 % of {m_1} & \\all #1 ~ $x^2$";

    @TempDir
    Path folder;

    /** A chart whose words would break LaTeX and Python. */
    private static Figure awkward() {
        LineChart chart = new LineChart(
                "",
                AxisSpec.time("Age"),
                AxisSpec.percent("Top-1 \"accuracy\" (%)"),
                List.of(new LineSeries(
                        "a",
                        AWKWARD,
                        SeriesTint.OTHER,
                        true,
                        List.of(new LinePoint(0, 90, 0.5, 60, "r = 1"), new LinePoint(3600, 80.25, 0, "")))),
                List.of(),
                false);
        return new TitledFigure(AWKWARD, new CaptionedFigure(chart, "Two\nlines."));
    }

    private String export(Figure figure, ExportFormat format) throws IOException {
        Path file = folder.resolve("chart." + format.extension());
        FigureExporter.export(figure, ExportSpec.of(format, ExportSize.ONE_COLUMN), Map.of("command", "a\nb"), file);
        return Files.readString(file);
    }

    @Test
    void pgfplotsHasTheCoordinatesOfTheFigure() throws IOException {
        LineChart chart = SampleFigures.recovery();
        String tex = export(chart, ExportFormat.PGFPLOTS);
        balanced(tex);
        List<LinePoint> drawn = new ArrayList<>();
        for (String plot : tex.split("\\\\addplot")) {
            if (plot.contains("mark=")) {
                PAIR.matcher(plot.substring(plot.indexOf("coordinates"), plot.indexOf("};")))
                        .results()
                        .forEach(pair -> drawn.add(new LinePoint(
                                Double.parseDouble(pair.group(1)),
                                Double.parseDouble(pair.group(2)),
                                pair.group(3) == null ? 0 : Double.parseDouble(pair.group(3)),
                                "")));
            }
        }
        List<LinePoint> wanted = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .map(point -> new LinePoint(point.x(), point.y(), point.error(), ""))
                .toList();
        assertThat(drawn).isEqualTo(wanted);
        assertThat(tex)
                .contains("xmode=log", "{HTML}{0072B2}", "\\addlegendentry{Magnitude only}", "clean 91.6", "const plot")
                .contains("width=85.00mm");
    }

    @Test
    void wordsThatLatexTakesForItsOwnAreEscaped() throws IOException {
        String tex = export(awkward(), ExportFormat.PGFPLOTS);
        balanced(tex);
        assertThat(tex)
                .contains("\\addlegendentry{50 \\% of \\{m\\_1\\} \\& \\textbackslash{}all \\#1 \\textasciitilde{}"
                        + " \\$x\\textasciicircum{}2\\$}")
                .contains("% command: a b")
                .contains("% Below the chart: Two lines.")
                // an hour, as log10 of one more
                .contains("(3.55642312,80.25)")
                .contains("{1 h}");
    }

    /** Braces close what they open, begin has its end, and a percent sign starts a line or is escaped. */
    private static void balanced(String tex) {
        int depth = 0;
        for (String line : tex.split("\n")) {
            if (line.startsWith("%")) {
                continue;
            }
            assertThat(line.replace("\\%", "")).doesNotContain("%");
            String plain = line.replace("\\{", "").replace("\\}", "");
            for (char c : plain.toCharArray()) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                assertThat(depth).as(line).isNotNegative();
            }
        }
        assertThat(depth).isZero();
        assertThat(tex.split("\\\\begin\\{")).hasSameSizeAs(tex.split("\\\\end\\{"));
    }

    @Test
    void barsHaveTheirPlacesAndNames() throws IOException {
        String tex = export(SampleFigures.layers(), ExportFormat.PGFPLOTS);
        balanced(tex);
        assertThat(tex).contains("yticklabels={{layer1.0.conv1},{layer1.0.conv2}", "ytick={0,1,...,19}", "xbar=0pt");
        JsonNode calls = run(SampleFigures.layers());
        JsonNode bars = named(calls, "axes.barh").get(1);
        assertThat(bars.get(2).get("label").asText()).isEqualTo("after calibration");
        assertThat(numbers(bars.get(1).get(1)))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-8 ? 0 : 1)
                .isEqualTo(SampleFigures.layers().series().get(1).values());
        assertThat(bars.get(1).get(0).get(3).asDouble()).isEqualTo(3.18, Offset.offset(1e-9));
    }

    @Test
    void theScriptDrawsTheFigure() throws IOException {
        LineChart chart = SampleFigures.recovery();
        JsonNode calls = run(chart);
        List<JsonNode> series = named(calls, "axes.errorbar");
        assertThat(series).hasSameSizeAs(chart.series());
        for (int i = 0; i < series.size(); i++) {
            LineSeries wanted = chart.series().get(i);
            JsonNode call = series.get(i);
            assertThat(numbers(call.get(1).get(0)))
                    .isEqualTo(wanted.points().stream().map(LinePoint::x).toList());
            assertThat(numbers(call.get(1).get(1)))
                    .isEqualTo(wanted.points().stream().map(LinePoint::y).toList());
            assertThat(numbers(call.get(2).get("yerr")))
                    .isEqualTo(wanted.points().stream().map(LinePoint::error).toList());
            assertThat(call.get(2).get("label").asText()).isEqualTo(wanted.name());
        }
        assertThat(series.get(0).get(2).get("color").asText()).isEqualTo("#0072B2");
        assertThat(named(calls, "axes.set_xscale").get(0).get(1).get(0).asText())
                .isEqualTo("log");
        assertThat(named(calls, "axes.set_xlabel").get(0).get(1).get(0).asText())
                .isEqualTo("Parameters updated (%)");
        assertThat(named(calls, "axes.axhline")).hasSize(2);
        assertThat(numbers(named(calls, "axes.set_ylim").get(0).get(1)))
                .containsExactly(chart.yRange().from(), chart.yRange().to());
        assertThat(named(calls, "axes.annotate").get(0).get(1).get(0).asText()).isEqualTo("r = 1");
    }

    @Test
    void theScriptTakesAnyWords() throws IOException {
        JsonNode calls = run(awkward());
        assertThat(named(calls, "axes.errorbar").get(0).get(2).get("label").asText())
                .isEqualTo(AWKWARD);
        assertThat(named(calls, "axes.set_title").get(0).get(1).get(0).asText()).isEqualTo(AWKWARD);
        assertThat(named(calls, "axes.set_ylabel").get(0).get(1).get(0).asText())
                .isEqualTo("Top-1 \"accuracy\" (%)");
        assertThat(numbers(named(calls, "axes.plot").get(0).get(1).get(1)))
                .as("the stem")
                .containsExactly(60.0, 90.0);
    }

    @Test
    void mapsAreRefusedInASentence() {
        assertThatThrownBy(() -> export(SampleFigures.heatmap(3, 4), ExportFormat.PGFPLOTS))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("Save maps");
        assertThat(folder).isEmptyDirectory();
    }

    private static List<JsonNode> named(JsonNode calls, String name) {
        List<JsonNode> found = new ArrayList<>();
        calls.forEach(call -> {
            if (call.get(0).asText().equals(name)) {
                found.add(call);
            }
        });
        return found;
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    /** Compiles the script and runs it with a recorder in matplotlib's place; its calls. */
    private JsonNode run(Figure figure) throws IOException {
        export(figure, ExportFormat.MATPLOTLIB);
        python("-m", "py_compile", "chart.py");
        python("chart.py", "calls.json");
        ObjectMapper mapper = new ObjectMapper();
        return mapper.readTree("[" + String.join(",", Files.readAllLines(folder.resolve("calls.json"))) + "]");
    }

    private void python(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("PYTHONPATH", stub());
        Path said = folder.resolve("said.txt");
        builder.redirectErrorStream(true).redirectOutput(said.toFile());
        try {
            Process process = builder.start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            Assumptions.abort("no python3 here: " + e.getMessage());
        }
    }

    private static String stub() {
        try {
            return Path.of(Objects.requireNonNull(ChartSourcesTest.class.getResource("stub"))
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
