package org.driftscope.bench;

import java.util.concurrent.TimeUnit;
import org.driftscope.figure.raster.CellGrid;
import org.driftscope.figure.raster.ColorMap;
import org.driftscope.figure.raster.HeatmapRaster;
import org.driftscope.figure.raster.HeatmapStyle;
import org.driftscope.figure.raster.Reduction;
import org.driftscope.figure.raster.ValueRange;
import org.driftscope.figure.raster.Viewport;
import org.driftscope.support.RandomSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A 1024 x 1024 tile to pixels, colour map included: one pixel a cell, and reduced to a third. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HeatmapRasterBenchmark {
    private static final int SIZE = 1024;

    @Param({"1024", "341"})
    public int pixels;

    @Param({"MEAN", "MAX_ABS_CHANGE"})
    public Reduction reduction;

    private final CellGrid grid = normalCells();
    private final int[] buffer = new int[SIZE * SIZE];

    @Benchmark
    public int[] paint() {
        HeatmapStyle style = new HeatmapStyle(ColorMap.VIRIDIS, new ValueRange(-3, 3), reduction);
        HeatmapRaster.paintInto(buffer, grid, Viewport.whole(SIZE, SIZE), style, pixels, pixels);
        return buffer;
    }

    private static CellGrid normalCells() {
        double[] normal = RandomSource.of(1).gaussians(SIZE * SIZE);
        float[] values = new float[normal.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) normal[i];
        }
        return new CellGrid(SIZE, SIZE, values);
    }
}
