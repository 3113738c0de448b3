package org.driftscope.crossbar.circuit;

import java.util.Arrays;
import org.driftscope.algebra.Cholesky;
import org.driftscope.algebra.Matrix;

/**
 * A tile as a network of resistors: row i is driven at its first cell, every cell joins its row to its column, and column j
 * ends in virtual ground below its last cell. Cells are ohmic and idle rows are held at the reference, so the tile is exactly
 * linear, {@code I = W_eff^T V}, and {@code W_eff} does not depend on the input.
 *
 * <p>Exact: the nodes' equations are eliminated row by row, first each row's own nodes (a tridiagonal system), then the nodes
 * of its columns. With {@code R_i} the conductance matrix of row i's row wire and cells, {@code S_i} what the columns see
 * below row i, and {@code J_i} the currents that rows 0 to i send there for 1 V each:
 *
 * <pre>
 *   S_i = diag(g_i) + wires - diag(g_i) R_i^-1 diag(g_i) - b² S_(i-1)^-1
 *   J_i = [ b S_(i-1)^-1 J_(i-1) | diag(g_i) R_i^-1 e_0 g_source ]
 * </pre>
 *
 * One factorisation of the size of a row for each row: {@code O(rows cols³)}.
 */
final class WireNetwork {
    /** µS of 1 ohm. */
    private static final double MICRO = 1e6;

    private final double[] cellsUs;
    private final int rows;
    private final int cols;
    private final TileWires wires;

    /** @param cellsUs row by row, µS; not modified */
    WireNetwork(double[] cellsUs, int rows, int cols, TileWires wires) {
        this.cellsUs = cellsUs;
        this.rows = rows;
        this.cols = cols;
        this.wires = wires;
    }

    /** What each cell contributes to its column's current for 1 V at its row's driver, µS, row by row; a new array. */
    double[] effectiveUs() {
        return wires.columnOhm() + wires.sinkOhm() == 0 ? columnsAtGround() : columnsWithWires();
    }

    /** Every column is at ground along its whole length: rows do not see each other. */
    private double[] columnsAtGround() {
        double[] effective = new double[rows * cols];
        for (int row = 0; row < rows; row++) {
            double[] voltages = new RowWire(row).voltages();
            for (int col = 0; col < cols; col++) {
                effective[row * cols + col] = cell(row, col) * voltages[col];
            }
        }
        return effective;
    }

    private double[] columnsWithWires() {
        double wire = wires.columnOhm() == 0 ? Double.POSITIVE_INFINITY : MICRO / wires.columnOhm();
        double ground = MICRO / (wires.columnOhm() + wires.sinkOhm());
        return Double.isInfinite(wire) ? columnsAsOneNode(ground) : eliminated(wire, ground);
    }

    private double[] eliminated(double wire, double ground) {
        Matrix inverse = Matrix.zeros(0, 0);
        Matrix currents = Matrix.zeros(cols, 0);
        for (int row = 0; row < rows; row++) {
            RowWire own = new RowWire(row);
            double up = row == 0 ? 0 : wire;
            double down = row == rows - 1 ? ground : wire;
            Matrix seen = own.seenByColumns(up + down);
            if (row > 0) {
                Matrix.addScaledInPlace(-wire * wire, inverse.values(), 0, seen.values(), 0, cols * cols);
            }
            currents = Matrix.beside(currents.times(wire), own.currents());
            try (Cholesky factor = Cholesky.of(seen.values(), cols, 0)) {
                if (row < rows - 1) {
                    Matrix right = Matrix.beside(identity(), currents);
                    Matrix solved = factor.solveUpper(factor.solveLower(right));
                    inverse = solved.leadingColumns(cols);
                    double[] all = solved.values();
                    currents = new Matrix(cols, row + 1, Arrays.copyOfRange(all, cols * cols, all.length));
                } else {
                    currents = factor.solveUpper(factor.solveLower(currents));
                }
            }
        }
        return read(currents, ground);
    }

    /** Columns without resistance but for the one to their ground. */
    private double[] columnsAsOneNode(double ground) {
        Matrix seen = Matrix.zeros(cols, cols);
        Matrix currents = Matrix.zeros(cols, 0);
        for (int row = 0; row < rows; row++) {
            RowWire own = new RowWire(row);
            Matrix.addScaledInPlace(
                    1, own.seenByColumns(row == 0 ? ground : 0).values(), 0, seen.values(), 0, cols * cols);
            currents = Matrix.beside(currents, own.currents());
        }
        try (Cholesky factor = Cholesky.of(seen.values(), cols, 0)) {
            return read(factor.solveUpper(factor.solveLower(currents)), ground);
        }
    }

    private double[] read(Matrix voltages, double ground) {
        double[] effective = new double[rows * cols];
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                effective[row * cols + col] = voltages.at(col, row) * ground;
            }
        }
        return effective;
    }

    private Matrix identity() {
        Matrix one = Matrix.zeros(cols, cols);
        for (int i = 0; i < cols; i++) {
            one.values()[i * cols + i] = 1;
        }
        return one;
    }

    private double cell(int row, int col) {
        return cellsUs[row * cols + col];
    }

    /** One row's wire and its cells: a chain from the driver along the row. */
    private final class RowWire {
        private final int row;
        private final boolean ideal = wires.rowOhm() == 0;
        private final double source = MICRO / (wires.rowOhm() + wires.sourceOhm());
        private final double wire = MICRO / wires.rowOhm();

        RowWire(int row) {
            this.row = row;
        }

        /** Voltage at each cell's row side for 1 V at the driver, columns at ground. */
        double[] voltages() {
            double[] driven = new double[cols];
            if (ideal) {
                double at = Double.isInfinite(source) ? 1 : source / (source + sum());
                Arrays.fill(driven, at);
                return driven;
            }
            driven[0] = source;
            return solve(driven);
        }

        /** Current into each column for 1 V at the driver, all columns at ground, as one column. */
        Matrix currents() {
            double[] at = voltages();
            for (int col = 0; col < cols; col++) {
                at[col] *= cell(row, col);
            }
            return new Matrix(cols, 1, at);
        }

        /** The row as the columns see it with its driver at 0 V, and the columns' own wires on the diagonal. */
        Matrix seenByColumns(double ownWires) {
            Matrix seen = Matrix.zeros(cols, cols);
            for (int from = 0; from < cols; from++) {
                double[] raised = new double[cols];
                raised[from] = cell(row, from);
                double[] at = ideal ? idealResponse(raised[from]) : solve(raised);
                for (int col = 0; col < cols; col++) {
                    seen.values()[from * cols + col] = -cell(row, col) * at[col];
                }
                seen.values()[from * cols + from] += cell(row, from) + ownWires;
            }
            return seen;
        }

        /** The whole row is one node, joined to the driver. */
        private double[] idealResponse(double current) {
            double[] at = new double[cols];
            if (!Double.isInfinite(source)) {
                Arrays.fill(at, current / (source + sum()));
            }
            return at;
        }

        private double sum() {
            double sum = 0;
            for (int col = 0; col < cols; col++) {
                sum += cell(row, col);
            }
            return sum;
        }

        /** The chain's node voltages for currents fed into them; overwrites and returns its argument. */
        private double[] solve(double[] currents) {
            double[] pivot = new double[cols];
            for (int col = 0; col < cols; col++) {
                double diagonal = cell(row, col) + (col == 0 ? source : wire) + (col == cols - 1 ? 0 : wire);
                pivot[col] = col == 0 ? diagonal : diagonal - wire * wire / pivot[col - 1];
                if (col > 0) {
                    currents[col] += wire / pivot[col - 1] * currents[col - 1];
                }
            }
            currents[cols - 1] /= pivot[cols - 1];
            for (int col = cols - 2; col >= 0; col--) {
                currents[col] = (currents[col] + wire * currents[col + 1]) / pivot[col];
            }
            return currents;
        }
    }
}
