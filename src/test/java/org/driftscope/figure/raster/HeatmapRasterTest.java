package org.driftscope.figure.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatmapRasterTest {
    private static final ValueRange UNIT = new ValueRange(0, 1);

    @Test
    void goldenPixelsOfFourCells() {
        CellGrid grid = new CellGrid(2, 2, new float[] {0, 0.5f, 1, Float.NaN});
        Raster raster = HeatmapRaster.paint(grid, Viewport.whole(2, 2), style(ColorMap.VIRIDIS, Reduction.MEAN), 4, 2);
        assertThat(raster.argb())
                .containsExactly(
                        0xFF440154, 0xFF440154, 0xFF21908D, 0xFF21908D, 0xFFFDE725, 0xFFFDE725, 0xFF00FFFF, 0xFF00FFFF);
    }

    @Test
    void goldenPixelsOfAChangeCentredOnZero() {
        CellGrid grid = new CellGrid(1, 5, new float[] {-9, -2, 0, 2, 9});
        HeatmapStyle style = new HeatmapStyle(ColorMap.BLUE_RED, new ValueRange(-2, 2), Reduction.MEAN);
        assertThat(HeatmapRaster.paint(grid, Viewport.whole(1, 5), style, 5, 1).argb())
                .containsExactly(0xFF053061, 0xFF053061, 0xFFF7F7F7, 0xFF67001F, 0xFF67001F);
    }

    @Test
    void infinitiesTakeTheEndColours() {
        CellGrid grid = new CellGrid(1, 2, new float[] {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY});
        Raster raster = HeatmapRaster.paint(grid, Viewport.whole(1, 2), style(ColorMap.VIRIDIS, Reduction.MEAN), 2, 1);
        assertThat(raster.argb()).containsExactly(0xFF440154, 0xFFFDE725);
    }

    @Test
    void reductionsSkipCellsWithoutNumberAndKeepTheSign() {
        CellGrid grid = new CellGrid(2, 4, new float[] {1, -3, Float.NaN, Float.NaN, Float.NaN, 2, 5, Float.NaN});
        HeatmapStyle largest = new HeatmapStyle(ColorMap.BLUE_RED, new ValueRange(-5, 5), Reduction.MAX_ABS_CHANGE);
        assertThat(HeatmapRaster.paint(grid, Viewport.whole(2, 4), largest, 2, 1)
                        .argb())
                .containsExactly(ColorMap.BLUE_RED.argb(0.2), ColorMap.BLUE_RED.argb(1));
        HeatmapStyle mean = new HeatmapStyle(ColorMap.BLUE_RED, new ValueRange(-5, 5), Reduction.MEAN);
        assertThat(HeatmapRaster.paint(grid, Viewport.whole(2, 4), mean, 4, 1).argb())
                .containsExactly(
                        ColorMap.BLUE_RED.argb(0.6),
                        ColorMap.BLUE_RED.argb(0.45),
                        ColorMap.BLUE_RED.argb(1),
                        ColorMap.NAN_ARGB);
    }

    /** Against a loop that asks, for every pixel on its own, which cells it covers. */
    @ParameterizedTest
    @CsvSource({
        "0,0,40,30,40,30",
        "0,0,40,30,17,13",
        "0,0,40,30,200,7",
        "3.25,7.5,10.5,11,64,64",
        "1.5,2.25,33,26,11,90",
        "36,26,4,4,31,33",
        "0,0,40,30,1,1"
    })
    void agreesWithANaiveLoop(double row, double col, double rows, double cols, int width, int height) {
        CellGrid grid = new CellGrid(40, 30, values(40 * 30));
        Viewport view = new Viewport(row, col, rows, cols);
        for (Reduction reduction : Reduction.values()) {
            HeatmapStyle style = new HeatmapStyle(ColorMap.VIRIDIS, new ValueRange(-2, 2), reduction);
            Raster raster = HeatmapRaster.paint(grid, view, style, width, height);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int expected = naive(grid, view, style, width, height, x, y);
                    assertThat(distance(raster.at(x, y), expected))
                            .as("pixel %d, %d", x, y)
                            .isLessThanOrEqualTo(2);
                }
            }
        }
    }

    @Test
    void leavesTheRestOfALongerBufferAlone() {
        int[] buffer = new int[10];
        Arrays.fill(buffer, 42);
        CellGrid grid = new CellGrid(1, 1, new float[] {1});
        HeatmapRaster.paintInto(buffer, grid, Viewport.whole(1, 1), style(ColorMap.MAGMA, Reduction.MEAN), 2, 3);
        assertThat(buffer).startsWith(0xFFFCFDBF).endsWith(42, 42, 42, 42);
    }

    @Test
    void saysHowManyCellsAPixelHolds() {
        assertThat(HeatmapRaster.cellsPerPixel(Viewport.whole(400, 20), 100, 100))
                .isEqualTo(4);
        assertThat(HeatmapRaster.cellsPerPixel(Viewport.whole(10, 20), 100, 100))
                .isEqualTo(1);
    }

    private static HeatmapStyle style(ColorMap map, Reduction reduction) {
        return new HeatmapStyle(map, UNIT, reduction);
    }

    private static float[] values(int count) {
        double[] normal = RandomSource.of(3).gaussians(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i % 97 == 5 ? Float.NaN : (float) normal[i];
        }
        return values;
    }

    private static int naive(CellGrid grid, Viewport view, HeatmapStyle style, int width, int height, int x, int y) {
        int[] down = covered(view.row(), view.rows() / height, y, grid.rows());
        int[] across = covered(view.col(), view.cols() / width, x, grid.cols());
        double sum = 0;
        int count = 0;
        double largest = 0;
        for (int row = down[0]; row <= down[1]; row++) {
            for (int col = across[0]; col <= across[1]; col++) {
                float value = grid.at(row, col);
                if (!Float.isNaN(value)) {
                    sum += value;
                    count++;
                    largest = Math.abs(value) > Math.abs(largest) ? value : largest;
                }
            }
        }
        double value = style.reduction() == Reduction.MEAN ? sum / count : largest;
        return style.map().argb(count == 0 ? Double.NaN : style.range().fraction(value));
    }

    /** First and last cell of a pixel: those that begin in it, or the one under its centre if cells are larger. */
    private static int[] covered(double start, double step, int pixel, int cells) {
        if (step <= 1) {
            int cell = (int) (start + (pixel + 0.5) * step);
            return new int[] {Math.min(cells - 1, cell), Math.min(cells - 1, cell)};
        }
        int first = (int) (start + pixel * step);
        int last = (int) (start + (pixel + 1) * step) - 1;
        return new int[] {first, Math.min(cells - 1, Math.max(first, last))};
    }

    private static int distance(int a, int b) {
        int largest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            largest = Math.max(largest, Math.abs(((a >> shift) & 0xFF) - ((b >> shift) & 0xFF)));
        }
        return largest;
    }
}
