package org.driftscope.crossbar;

import java.util.List;

/**
 * The conductances of all cells of a layer at one moment, µS.
 *
 * @param gPlus the cells that add to the output, [rows, cols]
 * @param gMinus the cells that subtract from it, [rows, cols]; with {@link MappingKind#OFFSET_COLUMN} [rows, number of
 *     tile columns]: the reference column of each tile, one cell a wordline, so that the weight at (row, col) is read
 *     against {@code gMinus.at(row, col / tileCols)}; these cells drift like the others
 * @param lower the same of less significant slices of the weights, the next one first; none where weights are held whole
 */
public record CellState(ConductanceArray gPlus, ConductanceArray gMinus, List<CellState> lower) {
    public CellState {
        lower = List.copyOf(lower);
    }

    /** Of weights that are held whole, or of one slice alone. */
    public CellState(ConductanceArray gPlus, ConductanceArray gMinus) {
        this(gPlus, gMinus, List.of());
    }

    /** How many slices it has; 1 where weights are held whole. */
    public int slices() {
        return 1 + lower.size();
    }

    /** One slice alone. @param number 0 for the most significant */
    public CellState slice(int number) {
        return number == 0 ? (lower.isEmpty() ? this : new CellState(gPlus, gMinus)) : lower.get(number - 1);
    }
}
