package org.driftscope.crossbar;

/**
 * Plain snapshot of conductances of one layer, µS. The array is shared, not copied: treat it as read-only.
 *
 * @param rows wordlines
 * @param cols bitlines
 * @param valuesUs row-major, µS
 */
public record ConductanceArray(int rows, int cols, float[] valuesUs) {
    public ConductanceArray {
        if ((long) rows * cols != valuesUs.length) {
            throw new IllegalArgumentException(
                    "conductances of " + rows + " x " + cols + " with " + valuesUs.length + " values");
        }
    }

    public float at(int row, int col) {
        return valuesUs[row * cols + col];
    }

    /** Other conductances of the same cells. */
    ConductanceArray with(float[] otherUs) {
        return new ConductanceArray(rows, cols, otherUs);
    }
}
