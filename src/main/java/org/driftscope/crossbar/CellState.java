package org.driftscope.crossbar;

/**
 * The conductances of all cells of a layer at one moment, µS.
 *
 * @param gPlus the cells that add to the output, [rows, cols]
 * @param gMinus the cells that subtract from it, [rows, cols]; with {@link MappingKind#OFFSET_COLUMN} [rows, number of
 *     tile columns]: the shared reference column of each tile
 */
public record CellState(ConductanceArray gPlus, ConductanceArray gMinus) {}
