package org.driftscope.crossbar;

/**
 * A layer's weights as they lie on a crossbar: row = wordline = input (c*kh*kw + ky*kw + kx), column = bitline = output.
 * The array is shared, not copied: treat it as read-only.
 *
 * @param rows inputs, d
 * @param cols outputs, o
 * @param values row-major, length rows * cols
 */
public record WeightMatrix(int rows, int cols, float[] values) {
    public WeightMatrix {
        if (rows < 1 || cols < 1 || (long) rows * cols != values.length) {
            throw new IllegalArgumentException(
                    "weight matrix of " + rows + " x " + cols + " with " + values.length + " values");
        }
    }

    public float at(int row, int col) {
        return values[row * cols + col];
    }

    /** All weights times a factor. */
    public WeightMatrix times(float factor) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] * factor;
        }
        return new WeightMatrix(rows, cols, scaled);
    }
}
