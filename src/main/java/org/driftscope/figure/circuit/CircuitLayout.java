package org.driftscope.figure.circuit;

import org.driftscope.figure.chart.ChartStyle;
import org.driftscope.figure.chart.HitArea;

/**
 * Where things lie.
 *
 * @param left where the first column of weights begins
 * @param top where the first row begins
 * @param block width of a column of weights
 * @param line height of a row
 * @param bottom where the rows end
 * @param em size of text
 * @param reference middle of the reference bitline; NaN where each weight has a minus cell of its own
 */
record CircuitLayout(double left, double top, double block, double line, double bottom, double em, double reference) {
    /** In sizes of text. */
    private static final double LEFT = 8;

    private static final double TOP = 2;
    private static final double BELOW = 9.5;
    private static final double LEAST_LINE = 4.6;
    /** Bitlines of a weight, as shares of its width. */
    private static final double PLUS = 0.3;

    private static final double MINUS = 0.76;
    private static final double ALONE = 0.52;
    /** A column of cells that belongs to all weights is as wide as half of one of pairs. */
    private static final double REFERENCE = 0.9;
    /** A block is not wider than this many sizes of text: cells that lie too far apart are no array. */
    private static final double WIDEST = 26;

    static CircuitLayout of(CircuitCorner corner, double width, double height, ChartStyle style) {
        double em = style.textSize();
        double left = LEFT * em;
        double top = TOP * em;
        double columns = corner.cols() + (corner.sharesReference() ? REFERENCE : 0);
        double block = Math.min(WIDEST * em, Math.max(1, (width - left - em) / columns));
        double bottom = Math.max(top + LEAST_LINE * em * corner.rows(), height - BELOW * em);
        double reference = corner.sharesReference() ? left + (corner.cols() + REFERENCE * ALONE) * block : Double.NaN;
        return new CircuitLayout(left, top, block, (bottom - top) / corner.rows(), bottom, em, reference);
    }

    static double leastHeight(CircuitCorner corner, ChartStyle style) {
        return (TOP + BELOW + LEAST_LINE * corner.rows()) * style.textSize();
    }

    boolean shares() {
        return !Double.isNaN(reference);
    }

    double plusX(int col) {
        return left + (col + (shares() ? ALONE : PLUS)) * block;
    }

    double minusX(int col) {
        return shares() ? reference : left + (col + MINUS) * block;
    }

    /** The right end of the wordlines. */
    double right(int cols) {
        return shares() ? reference : minusX(cols - 1);
    }

    double wordlineY(int row) {
        return top + (row + 0.2) * line;
    }

    /** Of a cell between its wordline and its bitline. */
    double cellTop(int row) {
        return wordlineY(row) + 0.14 * line;
    }

    double cellHeight() {
        return 0.42 * line;
    }

    double cellWidth() {
        return Math.min(1.8 * em, 0.09 * block);
    }

    /** For words, right of a bitline. */
    double room() {
        double pitch = (shares() ? REFERENCE : MINUS - PLUS) * block;
        return pitch - (bitlineToCell() + 1.1 * cellWidth());
    }

    private double bitlineToCell() {
        return Math.min(2.2 * em, 0.14 * block);
    }

    /** Left of its bitline. */
    double cellX(double bitline) {
        return bitline - bitlineToCell();
    }

    HitArea area(int number, int row, int col) {
        double from = left + (col + 0.03) * block;
        double to = left + (col + 0.99) * block;
        return new HitArea(
                CircuitDrawing.WEIGHTS,
                number,
                (from + to) / 2,
                top + (row + 0.5) * line,
                (to - from) / 2,
                0.47 * line);
    }
}
