package org.driftscope.device;

/**
 * The cells of one layer as they were measured, or the weights that they amount to. The arrays are shared, not copied: treat
 * them as read-only.
 *
 * @param rows wordlines
 * @param cols bitlines of the cells that add
 * @param plusUs cells that add, row-major [rows, cols], µS; empty where the weights are given
 * @param minusCols bitlines of the cells that subtract: as many, or one a tile with an offset column
 * @param minusUs cells that subtract, row-major [rows, minusCols], µS; empty where the weights are given
 * @param weights what outputs see, row-major [rows, cols]; empty where the conductances are given
 */
public record MeasuredCells(int rows, int cols, float[] plusUs, int minusCols, float[] minusUs, float[] weights) {
    public MeasuredCells {
        boolean conductances = plusUs.length == rows * cols && minusUs.length == rows * minusCols;
        if (weights.length == 0 ? !conductances : weights.length != rows * cols || plusUs.length + minusUs.length > 0) {
            throw new IllegalArgumentException("measured cells of " + rows + " x " + cols + " and " + minusCols
                    + " with " + plusUs.length + ", " + minusUs.length + " and " + weights.length + " values");
        }
    }

    /** Conductances, µS. */
    public static MeasuredCells ofConductances(int rows, int cols, float[] plusUs, int minusCols, float[] minusUs) {
        return new MeasuredCells(rows, cols, plusUs, minusCols, minusUs, new float[0]);
    }

    /** Weights. */
    public static MeasuredCells ofWeights(int rows, int cols, float[] weights) {
        return new MeasuredCells(rows, cols, new float[0], 0, new float[0], weights);
    }

    /** Whether weights are known and not the cells. */
    public boolean areWeights() {
        return weights.length > 0;
    }
}
