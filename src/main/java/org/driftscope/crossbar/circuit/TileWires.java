package org.driftscope.crossbar.circuit;

/**
 * Resistances of a tile's wires.
 *
 * @param rowOhm of a row's wire from one cell to the next, and from the driver to the first
 * @param columnOhm of a column's wire from one cell to the next, and from the last to the ground
 * @param sourceOhm more between a driver and its row
 * @param sinkOhm more between a column and its ground
 */
public record TileWires(double rowOhm, double columnOhm, double sourceOhm, double sinkOhm) {
    /** Of a microsiemens. */
    private static final double SIEMENS = 1e-6;

    public TileWires {
        if (!(rowOhm >= 0 && columnOhm >= 0 && sourceOhm >= 0 && sinkOhm >= 0)) {
            throw new IllegalArgumentException("resistances of 0 ohm or more");
        }
    }

    /** Those of a circuit. */
    public static TileWires of(CircuitSpec circuit) {
        return new TileWires(circuit.get(CircuitSettings.WIRE_ROWS), circuit.get(CircuitSettings.WIRE_COLUMNS), 0, 0);
    }

    /**
     * What each cell of a tile contributes to its column's current for 1 V at its row's driver, exactly.
     *
     * @param cellsUs row by row, µS; not modified
     * @return µS, row by row; a new array
     */
    public double[] effectiveUs(double[] cellsUs, int rows, int cols) {
        return new WireNetwork(cellsUs, rows, cols, this).effectiveUs();
    }

    /**
     * The same roughly and at once, for pictures that follow a hand: {@code diag(a) G diag(b)}, where voltages fall along rows and
     * columns as they would beside cells of their row's and column's mean conductance. Off by up to about 1 % of full scale (root
     * mean square) at 1 ohm, 256 rows and 100 µS, where single cells are off by up to a quarter. Knows no resistance of drivers and grounds.
     *
     * @param cellsUs row by row, µS; not modified
     * @return µS, row by row; a new array
     */
    public double[] roughlyUs(double[] cellsUs, int rows, int cols) {
        double[] rowMean = new double[rows];
        double[] colMean = new double[cols];
        for (int i = 0; i < cellsUs.length; i++) {
            rowMean[i / cols] += cellsUs[i] * SIEMENS / cols;
            colMean[i % cols] += cellsUs[i] * SIEMENS / rows;
        }
        double below = 0;
        for (int k = 0; k < rows; k++) {
            below += (rows - k) * rowMean[k];
        }
        double before = 0;
        for (int k = 0; k < cols; k++) {
            before += (k + 1) * colMean[k];
        }
        double[] seen = new double[cellsUs.length];
        double[] a = new double[rows];
        for (int i = 0; i < rows; i++) {
            double above = 0;
            for (int k = 0; k < i; k++) {
                above += (i - k) * rowMean[k];
            }
            a[i] = (1 + columnOhm * above) / (1 + columnOhm * below);
        }
        for (int j = 0; j < cols; j++) {
            double after = 0;
            for (int k = j; k < cols; k++) {
                after += (k - j) * colMean[k];
            }
            double b = (1 + rowOhm * after) / (1 + rowOhm * before);
            for (int i = 0; i < rows; i++) {
                seen[i * cols + j] = a[i] * cellsUs[i * cols + j] * b;
            }
        }
        return seen;
    }
}
