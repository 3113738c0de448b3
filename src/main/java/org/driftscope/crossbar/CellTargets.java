package org.driftscope.crossbar;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.driftscope.device.ConductanceRange;

/**
 * What the cells of a layer are asked to hold, whole or one slice of it.
 *
 * @param weights clean
 * @param scale of their columns
 * @param digit from a normalised weight to the one that the cells hold: itself, or a digit of it
 */
record CellTargets(WeightMatrix weights, CrossbarSpec spec, ScaleFactors scale, DoubleUnaryOperator digit) {
    /** @param tiles how the layer is cut */
    CellState asked(Mapping mapping, TileGrid tiles) {
        return new CellState(
                cells(mapping::plusUs),
                spec.mapping().sharesReference() ? reference(mapping, tiles) : cells(mapping::minusUs));
    }

    private ConductanceArray cells(DoubleUnaryOperator conductanceUs) {
        float[] cells = new float[weights.values().length];
        for (int i = 0; i < cells.length; i++) {
            double x = scale.normalise(weights.values()[i], i % weights.cols());
            cells[i] = level(conductanceUs.applyAsDouble(digit.applyAsDouble(x)));
        }
        return new ConductanceArray(weights.rows(), weights.cols(), cells);
    }

    private ConductanceArray reference(Mapping mapping, TileGrid tiles) {
        float[] cells = new float[weights.rows() * tiles.across()];
        Arrays.fill(cells, (float) mapping.minusUs(0));
        return new ConductanceArray(weights.rows(), tiles.across(), cells);
    }

    /** The nearest conductance that a cell can be programmed to, µS. */
    float level(double gUs) {
        if (spec.levels() == 0) {
            return (float) gUs;
        }
        ConductanceRange range = spec.range();
        double step = range.spanUs() / (spec.levels() - 1);
        return (float) (range.gMinUs() + Math.rint((gUs - range.gMinUs()) / step) * step);
    }
}
