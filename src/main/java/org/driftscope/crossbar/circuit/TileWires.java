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
}
