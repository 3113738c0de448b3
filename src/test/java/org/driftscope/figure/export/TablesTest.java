package org.driftscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.SampleFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    @TempDir
    Path folder;

    @Test
    void csvQuotesAndCarriesProvenance() throws IOException {
        Path file = folder.resolve("numbers.csv");
        FigureTable table = new FigureTable(List.of("name", "y"), List.of(List.of("a, \"b\"", "0.1")));
        FigureCsv.write(table, Map.of("seed", "7\nand more"), file);
        assertThat(Files.readString(file)).isEqualTo("# seed: 7 and more\nname,y\n\"a, \"\"b\"\"\",0.1\n");
    }

    @Test
    void csvNumbersHaveNoDigitsThatOnlyBinaryArithmeticHas() throws IOException {
        Path file = folder.resolve("drift.csv");
        FigureCsv.write(SampleFigures.drift().table(), Map.of(), file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1 + 9 + 9 + 1);
        String[] cells = lines.get(4).split(",", -1);
        assertThat(91.6 - 1.1 * 9).hasToString("81.69999999999999");
        assertThat(cells[3]).isEqualTo("81.7");
    }

    @Test
    void latexTableIsBooktabsWithEscapes() {
        LatexTable table = new LatexTable(
                "Accuracy after 20 % drift",
                List.of("method", "top-1 (%)"),
                List.of(
                        List.of(
                                new LatexTable.Text("DoRA_1 & µ"),
                                new LatexTable.Mean(new MeanInterval(91.234, 0.46), 1)),
                        List.of(
                                new LatexTable.Text("none"),
                                new LatexTable.Mean(new MeanInterval(54, Double.NaN), 1))));
        assertThat(table.text(Map.of("seed", "7")))
                .isEqualTo(
                        """
                        % seed: 7
                        \\begin{table}
                        \\centering
                        \\caption{Accuracy after 20 \\% drift}
                        \\begin{tabular}{lr}
                        \\toprule
                        method & top-1 (\\%) \\\\
                        \\midrule
                        DoRA\\_1 \\& $\\mu$ & $91.2 \\pm 0.5$ \\\\
                        none & $54.0$ \\\\
                        \\bottomrule
                        \\end{tabular}
                        \\end{table}
                        """);
    }
}
