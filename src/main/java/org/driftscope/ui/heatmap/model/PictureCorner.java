package org.driftscope.ui.heatmap.model;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.crossbar.CellState;
import org.driftscope.figure.circuit.CircuitCell;
import org.driftscope.figure.circuit.CircuitCorner;
import org.driftscope.figure.circuit.CircuitWeight;
import org.jspecify.annotations.Nullable;

/** Some cells of a layer's picture, to be drawn as a circuit. */
public final class PictureCorner {
    private final LayerPicture picture;

    public PictureCorner(LayerPicture picture) {
        this.picture = picture;
    }

    /**
     * Cells of one tile, from one on to the right and down; the last ones where the tile ends before. Currents of two tiles
     * do not meet on a wire, and columns of two groups have inputs of their own.
     *
     * @param first the first cell; null for that of row and column 0
     * @param size at most so many rows and columns
     * @param inputs shares of the read voltage, at least {@code size}
     */
    public CircuitCorner from(@Nullable Cell first, int size, List<Double> inputs) {
        Cell at = first == null ? new Cell(0, 0) : first;
        int top = at.row() - at.row() % picture.tiles().tileRows();
        int ofGroup = picture.cols() / picture.layer().groups();
        int group = at.col() - at.col() % ofGroup;
        int left = Math.max(group, at.col() - at.col() % picture.tiles().tileCols());
        int bottom = Math.min(top + picture.tiles().tileRows(), picture.rows());
        int tileEnd = at.col()
                - at.col() % picture.tiles().tileCols()
                + picture.tiles().tileCols();
        int right = Math.min(Math.min(tileEnd, group + ofGroup), picture.cols());
        int row = Math.max(top, Math.min(at.row(), bottom - size));
        int col = Math.max(left, Math.min(at.col(), right - size));
        int rows = Math.min(size, bottom - row);
        int cols = Math.min(size, right - col);
        List<List<CircuitWeight>> weights = new ArrayList<>();
        for (int r = row; r < row + rows; r++) {
            List<CircuitWeight> line = new ArrayList<>();
            for (int c = col; c < col + cols; c++) {
                line.add(weight(r, c));
            }
            weights.add(line);
        }
        LayerPicture.Slice slice = picture.slice();
        return new CircuitCorner(
                picture.name(),
                slice == null ? "" : slice.words(),
                row,
                col,
                inputs.subList(0, rows),
                weights,
                picture.spec().mapping().sharesReference(),
                picture.spec().range().gMaxUs());
    }

    /** Of a slice, what its cells were meant to add to the weight, and what they add. */
    private CircuitWeight weight(int row, int col) {
        CircuitCell plus = cell(CellView.G_PLUS, row, col);
        CircuitCell minus = cell(CellView.G_MINUS, row, col);
        LayerPicture.Slice slice = picture.slice();
        if (slice == null) {
            return new CircuitWeight(
                    plus,
                    minus,
                    picture.clean().at(row, col),
                    picture.driftedWeights().at(row, col));
        }
        double perUs = slice.weightPerUs()[col];
        return new CircuitWeight(
                plus, minus, (plus.targetUs() - minus.targetUs()) * perUs, (plus.nowUs() - minus.nowUs()) * perUs);
    }

    private CircuitCell cell(CellView view, int row, int col) {
        return new CircuitCell(
                at(view, picture.target(), row, col),
                at(view, picture.drifted(), row, col),
                picture.isStuck(view, row, col));
    }

    private double at(CellView view, CellState state, int row, int col) {
        return view.at(picture, state, row, col);
    }
}
