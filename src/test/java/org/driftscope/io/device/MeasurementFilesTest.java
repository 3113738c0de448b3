package org.driftscope.io.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.driftscope.device.measured.Measurements;
import org.driftscope.io.npy.NpzWriter;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.DriftscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementFilesTest {
    @TempDir
    Path folder;

    private record Row(long cell, double seconds, double gUs, double targetUs) {}

    private Path file(String name, String... lines) {
        try {
            Path file = folder.resolve(name);
            byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            if (!name.endsWith(".gz")) {
                return Files.write(file, text);
            }
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(text);
            }
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Row> rows(Path file, TableOptions options) {
        Measurements measurements = MeasurementFiles.open(file, options);
        List<Row> rows = new ArrayList<>();
        measurements.forEach((number, cell, seconds, gUs, targetUs) -> rows.add(new Row(cell, seconds, gUs, targetUs)));
        return rows;
    }

    private static TableOptions columns(
            String cell, String time, String conductance, String resistance, String target) {
        return new TableOptions(cell, time, conductance, resistance, target, null, "", false, false);
    }

    @Test
    void headingsTellColumnsAndUnitsInAnyOrder() {
        List<Row> wanted = List.of(new Row(4, 60, 12.5, 13), new Row(5, 120, 25, 26));
        assertThat(rows(
                        file("a.csv", "G (uS),time (min),cell,G0 (uS)", "12.5,1,4,13", "25,2,5,26"),
                        TableOptions.found()))
                .isEqualTo(wanted);
        assertThat(rows(
                        file(
                                "a.tsv.gz",
                                "# remark",
                                "target\tcell\tconductance_S\tt_min",
                                "1.3e-5\t4\t1.25e-5\t1",
                                "",
                                "2.6e-5\t5\t2.5e-5\t2"),
                        TableOptions.found()))
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .isEqualTo(wanted);
        List<Row> resistances =
                rows(file("r.csv", "\"cell\";\"time\";\"R_kohm\"", "4;60;80", "5;120;40"), TableOptions.found());
        assertThat(resistances.get(0).gUs()).isCloseTo(12.5, within(1e-9));
        assertThat(resistances.get(1).targetUs()).isNaN();
    }

    @Test
    void columnsWithoutHeadingsAreNumbered() {
        Path file = file("b.txt", "c1 0.0 120000 8.3e-6 8.3e-6", "c2 0.5 20000 5e-5 4.8e-5");
        List<Row> rows = rows(file, columns("1", "2", "4", "", "5"));
        assertThat(rows.get(1).gUs()).isCloseTo(50, within(1e-9));
        assertThat(rows.get(1).targetUs()).isCloseTo(48, within(1e-9));
        assertThat(rows.get(0).cell()).isNotEqualTo(rows.get(1).cell());
        assertThat(rows(file, columns("1", "2", "", "3", "none")).get(1).gUs()).isCloseTo(50, within(1e-9));
        assertThatThrownBy(() -> rows(file, TableOptions.found()))
                .hasMessageContaining("does not say which column is which")
                .hasMessageContaining("c1 | 0.0 | 120000")
                .hasMessageContaining("--cell");
        assertThatThrownBy(() -> rows(file, columns("9", "2", "4", "", ""))).hasMessageContaining("1 to 5");
    }

    @Test
    void aRowMayBeACellAndAColumnATime() {
        List<Row> rows =
                rows(file("w.csv", "cell,target,t=0,10 ms,1h", "a,13,12.5,12,11", "b,26,25,,24"), TableOptions.found());
        assertThat(rows).hasSize(5);
        assertThat(rows.get(2).seconds()).isEqualTo(3600);
        assertThat(rows.get(1))
                .extracting(Row::seconds, Row::gUs, Row::targetUs)
                .containsExactly(0.01, 12.0, 13.0);
        TableOptions wide = new TableOptions("", "", "", "", "", null, "h", true, false);
        assertThat(rows(file("w2.csv", "0,1,24", "5,6,7", "8,9,10"), wide))
                .extracting(Row::seconds)
                .containsExactly(0.0, 3600.0, 86_400.0, 0.0, 3600.0, 86_400.0);
    }

    @Test
    void arraysMayBeLongOrWide() {
        Path tall = npz("tall.npz", new int[] {4}, new int[] {4}, new int[] {4});
        assertThat(rows(tall, TableOptions.found()))
                .hasSize(4)
                .extracting(Row::gUs)
                .containsExactly(1.0, 2.0, 3.0, 4.0);
        Path wide = npz("wide.npz", new int[] {3, 2}, new int[] {2}, new int[] {3});
        assertThat(rows(wide, TableOptions.found())).hasSize(6);
        assertThatThrownBy(() ->
                        rows(npz("bad.npz", new int[] {3, 2}, new int[] {3}, new int[] {3}), TableOptions.found()))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("conductance [3, 2] and time [3]")
                .hasMessageContaining("Give arrays");
        Path odd = folder.resolve("odd.npz");
        AtomicFiles.write(odd, out -> {
            NpzWriter writer = new NpzWriter(out);
            writer.put("weights", new float[4], 4);
            writer.finish();
        });
        assertThatThrownBy(() -> rows(odd, TableOptions.found()))
                .hasMessageContaining("no array named conductance or resistance")
                .hasMessageContaining("weights");
    }

    private Path npz(String name, int[] values, int[] times, int[] cells) {
        Path file = folder.resolve(name);
        AtomicFiles.write(file, out -> {
            NpzWriter writer = new NpzWriter(out);
            writer.put("conductance", counting(values), values);
            writer.put("time", counting(times), times);
            writer.put("cell", counting(cells), cells);
            writer.finish();
        });
        return file;
    }

    private static float[] counting(int[] shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i + 1;
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,10,NaN|line 3: the conductance \"NaN\" is no number",
                "1,10,|line 3: the conductance \"\" is no number",
                "1,10,-4|line 3: the conductance \"-4\" is below 0",
                "1,-10,4|line 3: the time \"-10\" is not 0 to 100 y",
                "1,1e400,4|line 3: the time \"1e400\" is no number",
                "1,1x,4|line 3: the time \"1x\" is no number",
                "1,10|line 3: the row has 2 columns, but column 3 is needed",
                "1,10,1e9|line 3: the value \"1e9\" uS is more than any cell has",
            })
    void aBadRowIsNamedWithItsRemedyOrLeftOut(String row, String message) {
        Path file = file("bad.csv", "cell,time,conductance", "1,0,5", row, "2,0,7");
        assertThatThrownBy(() -> rows(file, TableOptions.found()))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
        TableOptions skipping = new TableOptions("", "", "", "", "", null, "", false, true);
        Measurements measurements = MeasurementFiles.open(file, skipping);
        List<Double> taken = new ArrayList<>();
        measurements.forEach((number, cell, seconds, gUs, targetUs) -> taken.add(gUs));
        assertThat(taken).containsExactly(5.0, 7.0);
        assertThat(measurements.skipped()).isEqualTo(1);
    }

    @Test
    void headingsMayHaveNoNameAndMustBeTimesThatCanBe() {
        assertThatThrownBy(() -> rows(file("n.csv", "(,time,conductance", "1,0,5", "2,0,7"), TableOptions.found()))
                .hasMessageContaining("--cell");
        assertThatThrownBy(() -> rows(file("w.csv", "cell,0,1e400", "1,4,5", "2,6,7"), TableOptions.found()))
                .hasMessageContaining("the heading 1e400 is not a time from 0 to 100 y");
    }

    @Test
    void arraysOfConductancesThatNoCellHasAreRefused() {
        Path file = folder.resolve("much.npz");
        AtomicFiles.write(file, out -> {
            NpzWriter writer = new NpzWriter(out);
            writer.put("time", new float[] {0, 10}, 2);
            writer.put("conductance", new float[] {5, 6, 4e6f, 7}, 2, 2);
            writer.finish();
        });
        assertThatThrownBy(() -> rows(file, TableOptions.found())).hasMessageContaining("that a cell can have");
    }

    @Test
    void unitsAreAskedForWhereTheyCannotBeToldAndNeverMixed() {
        assertThatThrownBy(() -> rows(file("words.csv", "cell,time,G", "1,0,80 uS", "2,0,40 uS"), TableOptions.found()))
                .as("no number to tell it by")
                .hasMessageContaining("no conductances that are numbers above 0", "G (uS)");
        assertThatThrownBy(() -> rows(file("u.csv", "cell,time,R", "1,0,80", "2,0,40"), TableOptions.found()))
                .hasMessageContaining("around 80.0, which does not tell their unit")
                .hasMessageContaining("--unit kohm");
        String[] mixed = new String[101];
        mixed[0] = "cell,time,conductance";
        for (int i = 1; i <= 100; i++) {
            mixed[i] = i + ",0," + (i == 70 ? "4.8e-5" : 40 + i);
        }
        Path file = file("m.csv", mixed);
        assertThatThrownBy(() -> rows(file, TableOptions.found()))
                .hasMessageContaining("line 71: the value 4.800e-05 stands beside others such as")
                .hasMessageContaining("--unit");
        TableOptions given = new TableOptions("", "", "", "", "", ValueUnit.MICROSIEMENS, "", false, false);
        assertThat(rows(file, given)).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n# nothing"})
    void anEmptyFileSaysSo(String text) {
        assertThatThrownBy(() -> rows(file("e.csv", text), TableOptions.found()))
                .hasMessageContaining("is empty");
    }

    @Test
    void foldersBombsAndEndlessLinesAreRefused() throws IOException {
        assertThatThrownBy(() -> rows(folder, TableOptions.found())).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> rows(folder.resolve("none.csv"), TableOptions.found()))
                .hasMessageContaining("does not exist");
        Path endless = folder.resolve("endless.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(endless))) {
            out.write(new byte[1 << 20]);
        }
        assertThatThrownBy(() -> rows(endless, TableOptions.found()))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("line is longer than");
        Path cut = folder.resolve("cut.csv.gz");
        byte[] whole = Files.readAllBytes(file("whole.csv.gz", "cell,time,conductance", "1,0,5", "2,0,6"));
        Files.write(cut, Arrays.copyOf(whole, whole.length - 12));
        assertThatThrownBy(() -> rows(cut, TableOptions.found())).hasMessageContaining("cut off or damaged");
    }
}
