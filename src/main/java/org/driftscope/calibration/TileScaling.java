package org.driftscope.calibration;

import org.driftscope.adapter.TileScaleAdapter;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.statistics.InputMoments;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.crossbar.WeightMatrix;

/**
 * Global drift compensation: each tile's scale is the ratio of its mean |output|, clean over drifted. Source: Joshi et al.,
 * Nature Communications 11, 2473 (2020).
 *
 * <p>Outputs, sums over many inputs, are taken as normal with the mean and variance that the layer statistics give, so
 * {@code E|y| = s sqrt(2/pi) exp(-m^2 / 2 s^2) + m erf(m / (s sqrt 2))} needs no image.
 */
public final class TileScaling {
    private final LayerStatistics statistics;
    private final TileGrid tiles;

    /** @param tiles the cut of the layer */
    public TileScaling(LayerStatistics statistics, TileGrid tiles) {
        this.statistics = statistics;
        this.tiles = tiles;
    }

    /**
     * @param target clean weights, [rows, cols]
     * @param drifted what the drifted cells amount to, [rows, cols]
     */
    public TileScaleAdapter fit(WeightMatrix target, WeightMatrix drifted) {
        float[] scales = new float[tiles.count()];
        for (int tile = 0; tile < scales.length; tile++) {
            double wanted = meanOutput(target, tiles.bounds(tile));
            double present = meanOutput(drifted, tiles.bounds(tile));
            scales[tile] = present > 0 ? (float) (wanted / present) : 1;
        }
        return new TileScaleAdapter(statistics.layer(), tiles, scales);
    }

    /** Sum of E|y| over a tile's columns. */
    private double meanOutput(WeightMatrix weights, TileGrid.TileBounds part) {
        int groupCols = weights.cols() / statistics.groups();
        double sum = 0;
        for (int col = part.colFrom(); col < part.colTo(); col++) {
            int group = col / groupCols;
            double[] column = new double[statistics.rows()];
            for (int row = part.rowFrom(); row < part.rowTo(); row++) {
                column[row] = weights.at(row, col);
            }
            InputMoments moments = statistics.moments().get(group);
            double mean = Matrix.dot(column, 0, moments.mean(), 0, column.length);
            double power = moments.power(column, part.rowFrom(), part.rowTo());
            sum += meanOfAbsolute(mean, Math.sqrt(Math.max(0, power - mean * mean)));
        }
        return sum;
    }

    /** E|y| of a normal y. */
    static double meanOfAbsolute(double mean, double deviation) {
        if (deviation == 0) {
            return Math.abs(mean);
        }
        double t = mean / deviation;
        return deviation * Math.sqrt(2 / Math.PI) * Math.exp(-t * t / 2) + mean * erf(t / Math.sqrt(2));
    }

    /** Error function to 1.5e-7. Source: Abramowitz and Stegun, eq. 7.1.26. */
    private static double erf(double x) {
        double t = 1 / (1 + 0.3275911 * Math.abs(x));
        double polynomial =
                ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
        return Math.copySign(1 - polynomial * Math.exp(-x * x), x);
    }
}
