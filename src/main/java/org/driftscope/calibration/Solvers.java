package org.driftscope.calibration;

import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;

/** STUB signature only: makes the solver a specification asks for. */
public final class Solvers {
    private Solvers() {}

    /**
     * @param spec method, magnitude, bias, solver (its rank is not used here)
     * @param statistics of the layer's inputs
     * @param target clean weights Wt, [rows, cols]
     * @param drifted weights read through the crossbar Wr, [rows, cols]; never modified
     * @param random starts the gradient solver's A
     * @param cancel looked at between steps
     */
    public static LayerSolver of(
            CalibrationSpec spec,
            LayerStatistics statistics,
            WeightMatrix target,
            WeightMatrix drifted,
            RandomSource random,
            CancelToken cancel) {
        throw new UnsupportedOperationException();
    }
}
