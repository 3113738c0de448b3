package org.driftscope.crossbar.circuit;

import org.apache.commons.rng.UniformRandomProvider;
import org.driftscope.device.ConductanceRange;
import org.driftscope.support.RandomSource;

/**
 * Which cells of a tile are stuck, and at what conductance. A cell has one uniform number for life: it is stuck low where
 * that is below one share, and stuck high where it is within the other share of 1, so that larger shares only add cells.
 */
public final class StuckCells {
    private final CircuitSpec circuit;
    private final ConductanceRange range;

    public StuckCells(CircuitSpec circuit, ConductanceRange range) {
        this.circuit = circuit;
        this.range = range;
    }

    /**
     * The conductances of stuck cells, µS; NaN where a cell can be written.
     *
     * @param count of the tile's cells, row by row
     * @param source of the tile alone
     */
    public float[] drawnUs(int count, RandomSource source) {
        double low = circuit.get(CircuitSettings.STUCK_LOW);
        double high = circuit.get(CircuitSettings.STUCK_HIGH);
        UniformRandomProvider uniform = source.generator();
        float[] stuck = new float[count];
        for (int i = 0; i < count; i++) {
            double number = uniform.nextDouble();
            stuck[i] = number < low
                    ? (float) range.gMinUs()
                    : 1 - number <= high && high > 0 ? (float) range.gMaxUs() : Float.NaN;
        }
        return stuck;
    }
}
