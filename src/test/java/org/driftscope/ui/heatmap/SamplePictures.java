package org.driftscope.ui.heatmap;

import org.driftscope.crossbar.CellState;
import org.driftscope.crossbar.ConductanceArray;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.device.ConductanceRange;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ConvGeometry;
import org.driftscope.support.RandomSource;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.jspecify.annotations.Nullable;

/** Layers of normal weights on one-sided pairs, drifted by a few lines of its own; no simulator needed. */
public final class SamplePictures {
    private SamplePictures() {}

    /** A layer of 3 x 3 convolutions with relative drift. */
    public static LayerPicture drifted(String name, int rows, int cols, double drift, long seed) {
        return picture(name, rows, cols, drift, seed, false);
    }

    /** The same with weights as if a correction had won back most of the loss. */
    public static LayerPicture calibrated(String name, int rows, int cols, double drift, long seed) {
        return picture(name, rows, cols, drift, seed, true);
    }

    private static LayerPicture picture(
            String name, int rows, int cols, double drift, long seed, boolean withCalibration) {
        CrossbarSpec spec = CrossbarSpec.defaults().withRange(new ConductanceRange(1, 100));
        WeightMatrix clean = weights(rows, cols);
        float scale = largest(clean.values());
        CellState target = cells(clean, spec.range(), scale);
        CellState now = new CellState(
                drift(target.gPlus(), drift, RandomSource.of(seed).child("+")),
                drift(target.gMinus(), drift, RandomSource.of(seed).child("-")));
        WeightMatrix effective = effective(now, spec.range(), scale);
        return new LayerPicture(
                new AnalogLayer(name, 0, "Conv", rows, cols, 1, geometry(), "x", "w", ""),
                spec,
                new TileGrid(rows, cols, spec.tileRows(), spec.tileCols()),
                target,
                now,
                clean,
                effective,
                withCalibration ? halfway(clean, effective) : null,
                "relative drift " + Math.round(100 * drift) + " %, seed " + seed,
                withCalibration ? "Feature error 20 % after drift, 2 % now." : "",
                now,
                null);
    }

    private static ConvGeometry geometry() {
        return new ConvGeometry(3, 3, 1, 1, 1, 1, 1, 1, 1, 1, "NOTSET");
    }

    private static WeightMatrix weights(int rows, int cols) {
        double[] normal = RandomSource.of(1).child("weights").gaussians(rows * cols);
        float[] values = new float[rows * cols];
        for (int i = 0; i < values.length; i++) {
            double columnScale = 0.5 + 0.5 * Math.sin(i % cols);
            values[i] = (float) (0.1 * normal[i] * (0.4 + columnScale * columnScale));
        }
        return new WeightMatrix(rows, cols, values);
    }

    private static CellState cells(WeightMatrix weights, ConductanceRange range, float scale) {
        float[] plus = new float[weights.values().length];
        float[] minus = new float[plus.length];
        for (int i = 0; i < plus.length; i++) {
            double share = weights.values()[i] / scale;
            plus[i] = (float) (range.gMinUs() + Math.max(0, share) * range.spanUs());
            minus[i] = (float) (range.gMinUs() + Math.max(0, -share) * range.spanUs());
        }
        return new CellState(
                new ConductanceArray(weights.rows(), weights.cols(), plus),
                new ConductanceArray(weights.rows(), weights.cols(), minus));
    }

    private static ConductanceArray drift(ConductanceArray target, double drift, RandomSource random) {
        double[] normal = random.gaussians(target.valuesUs().length);
        float[] values = new float[normal.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.max(0, target.valuesUs()[i] * (1 + drift * normal[i]));
        }
        return new ConductanceArray(target.rows(), target.cols(), values);
    }

    private static WeightMatrix effective(CellState state, ConductanceRange range, float scale) {
        float[] values = new float[state.gPlus().valuesUs().length];
        for (int i = 0; i < values.length; i++) {
            float difference = state.gPlus().valuesUs()[i] - state.gMinus().valuesUs()[i];
            values[i] = (float) (difference * scale / range.spanUs());
        }
        return new WeightMatrix(state.gPlus().rows(), state.gPlus().cols(), values);
    }

    private static @Nullable WeightMatrix halfway(WeightMatrix clean, WeightMatrix drifted) {
        float[] values = new float[clean.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (clean.values()[i] + drifted.values()[i]) / 2;
        }
        return new WeightMatrix(clean.rows(), clean.cols(), values);
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
