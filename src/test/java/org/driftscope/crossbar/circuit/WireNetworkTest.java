package org.driftscope.crossbar.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wires against values solved elsewhere, and against what must hold for any tile. */
class WireNetworkTest {
    private static final Path FOLDER = Path.of(System.getProperty("shared.vectors", "../shared/vectors"));
    private static final double[] CELLS = {10, 40, 25, 5, 60, 90};

    @Test
    void aSmallTileGivesTheSolutionOfItsNodesEquations() {
        assertThat(new TileWires(2.5, 1.5, 100, 50).effectiveUs(CELLS, 3, 2))
                .containsExactly(
                        new double[] {
                            9.9013505218, 39.5146712483, 24.8014285209, 4.9508784428, 58.8079156375, 88.0119451243
                        },
                        within(1e-9));
        assertThat(new TileWires(2.5, 1.5, 0, 0).effectiveUs(CELLS, 3, 2))
                .containsExactly(
                        new double[] {
                            9.9966521068, 39.9778126607, 24.9932519476, 4.9982140366, 59.9689690388, 89.9278275824
                        },
                        within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "wire_r16, 2.5, 1.5, 100, 50",
        "wire_r16_1ohm, 1, 1, 0, 0",
        "wire_tall40, 1, 2, 0, 0",
    })
    void tilesOfSixteenRowsAreAsSolvedElsewhere(String vector, double row, double column, double source, double sink)
            throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no reference vectors at " + FOLDER);
        TileWires wires = new TileWires(row, column, source, sink);
        for (String side : new String[] {"plus", "minus"}) {
            Array cells = array(vector + ".G_" + side);
            Array expected = array(vector + ".W_" + side);
            for (int from = 0; from < cells.rows; from += 16) {
                int rows = Math.min(16, cells.rows - from);
                double[] seen = wires.effectiveUs(cells.part(from, rows), rows, cells.cols);
                for (int i = 0; i < seen.length; i++) {
                    assertThat(seen[i])
                            .as("%s, %s, tile from row %d, cell %d", vector, side, from, i)
                            .isCloseTo(expected.values[from * cells.cols + i], within(1e-9));
                }
            }
        }
    }

    /** The form for pictures that follow a hand: near the solution where little is lost, and most of the loss where much is. */
    @Test
    void theRoughFormIsNearTheSolution() {
        TileWires small = new TileWires(2.5, 1.5, 0, 0);
        assertThat(small.roughlyUs(CELLS, 3, 2)).containsExactly(small.effectiveUs(CELLS, 3, 2), within(0.05));
        // one cell: its row and its column divide the voltage one after the other
        assertThat(new TileWires(100, 200, 0, 0).roughlyUs(new double[] {50}, 1, 1)[0])
                .isCloseTo(50 / (1 + 100 * 50e-6) / (1 + 200 * 50e-6), within(1e-12));
        int rows = 128;
        int cols = 24;
        double[] cells = new double[rows * cols];
        SplittableRandom random = new SplittableRandom(3);
        Arrays.setAll(cells, i -> 100 * random.nextDouble());
        TileWires wires = new TileWires(1, 1, 0, 0);
        double[] exact = wires.effectiveUs(cells, rows, cols);
        double[] rough = wires.roughlyUs(cells, rows, cols);
        double off = 0;
        double lost = 0;
        for (int i = 0; i < cells.length; i++) {
            off += Math.pow(rough[i] - exact[i], 2) / cells.length;
            lost += Math.pow(cells[i] - exact[i], 2) / cells.length;
        }
        assertThat(Math.sqrt(lost)).isGreaterThan(10);
        assertThat(Math.sqrt(off)).isLessThan(3);
    }

    @Test
    void wiresOfAlmostNothingTakeAlmostNothing() {
        double[] seen = new TileWires(1e-6, 1e-6, 0, 0).effectiveUs(CELLS, 3, 2);
        for (int i = 0; i < CELLS.length; i++) {
            assertThat(seen[i]).isCloseTo(CELLS[i], within(1e-6));
        }
        assertThat(new TileWires(0, 0, 0, 0).effectiveUs(CELLS, 3, 2)).containsExactly(10, 40, 25, 5, 60, 90);
    }

    @Test
    void anIdealDirectionIsTheLimitOfASmallResistance() {
        for (TileWires[] pair : new TileWires[][] {
            {new TileWires(0, 3, 0, 0), new TileWires(1e-7, 3, 0, 0)},
            {new TileWires(3, 0, 0, 0), new TileWires(3, 1e-7, 0, 0)},
            {new TileWires(0, 3, 20, 10), new TileWires(1e-7, 3, 20, 10)},
            {new TileWires(3, 0, 20, 10), new TileWires(3, 1e-7, 20, 10)},
        }) {
            assertThat(pair[0].effectiveUs(CELLS, 3, 2))
                    .containsExactly(pair[1].effectiveUs(CELLS, 3, 2), within(1e-4));
        }
    }

    @Test
    void onlyTheProductOfWireAndCellMattersAndLargerTilesLoseMore() {
        double lost = loss(64, 100, 1);
        assertThat(loss(64, 25, 4)).isCloseTo(lost, within(1e-9));
        assertThat(loss(32, 100, 1)).isLessThan(0.5 * lost);
        assertThat(loss(128, 100, 1)).isGreaterThan(1.5 * lost);
    }

    /** Of a square tile with all cells at one conductance, a share. */
    private static double loss(int size, double cellUs, double ohm) {
        double[] cells = new double[size * size];
        Arrays.fill(cells, cellUs);
        double[] seen = new TileWires(ohm, ohm, 0, 0).effectiveUs(cells, size, size);
        return 1 - Arrays.stream(seen).average().orElseThrow() / cellUs;
    }

    private record Array(int rows, int cols, double[] values) {
        double[] part(int from, int count) {
            return Arrays.copyOfRange(values, from * cols, (from + count) * cols);
        }
    }

    /** A little-endian matrix of doubles as NumPy stores it. */
    private static Array array(String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve(name + ".npy")))
                .order(ByteOrder.LITTLE_ENDIAN);
        int header = 10 + bytes.getShort(8);
        String words = new String(bytes.array(), 10, header - 10, StandardCharsets.US_ASCII);
        assertThat(words).contains("'<f8'").contains("'fortran_order': False");
        String[] shape =
                words.substring(words.indexOf('(') + 1, words.indexOf(')')).split(",");
        double[] values = new double[(bytes.capacity() - header) / Double.BYTES];
        bytes.position(header)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(values);
        return new Array(Integer.parseInt(shape[0].strip()), Integer.parseInt(shape[1].strip()), values);
    }
}
