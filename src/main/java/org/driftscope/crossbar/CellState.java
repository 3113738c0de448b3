package org.driftscope.crossbar;

/**
 * The conductances of all cells of a layer at one moment, µS.
 *
 * @param gPlus the cells that add to the output, [rows, cols]
 * @param gMinus the cells that subtract from it, [rows, cols]; with {@link MappingKind#OFFSET_COLUMN} [rows, number of
 *     tile columns]: the reference column of each tile, one cell a wordline, so that the weight at (row, col) is read
 *     against {@code gMinus.at(row, col / tileCols)}; these cells drift like the others
 */
public record CellState(ConductanceArray gPlus, ConductanceArray gMinus) {}
