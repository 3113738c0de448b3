package org.driftscope.ui.circuit;

import java.util.List;
import org.driftscope.figure.circuit.CircuitCorner;

/** A layer on a chip, of which some cells can be drawn. */
public interface CornerSource {
    /**
     * Cells of one tile, from the chosen one on to the right and down; the last ones where the tile ends before.
     *
     * @param size at most so many rows and columns
     * @param inputs shares of the read voltage; the first of them are those of the rows
     */
    CircuitCorner corner(int size, List<Double> inputs);

    /** What its cells and circuit are, in a line. */
    String words();

    /** Wordlines of the whole layer. */
    int rows();
}
