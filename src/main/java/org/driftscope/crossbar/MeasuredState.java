package org.driftscope.crossbar;

import org.driftscope.device.MeasuredCells;
import org.driftscope.support.IncompatibleShapeException;

/** Cells of a layer that were read one by one, as a state of its crossbar. */
final class MeasuredState {
    private MeasuredState() {}

    /**
     * Of conductances these themselves. Of weights the cells that would give them: as many µS above or below the target's
     * other cell as the weight asks for.
     *
     * @param target whose shape they must have
     * @param gain weight a µS, by column
     * @param tileCols columns that share a reference, where they do
     * @throws IncompatibleShapeException if they are of other shapes; says what was found and what is needed
     */
    static CellState of(String layer, MeasuredCells cells, CellState target, float[] gain, int tileCols) {
        ConductanceArray plus = target.gPlus();
        ConductanceArray minus = target.gMinus();
        require(layer, cells.areWeights() ? "effective" : "drifted_plus", cells.rows(), cells.cols(), plus);
        if (!cells.areWeights()) {
            require(layer, "drifted_minus", cells.rows(), cells.minusCols(), minus);
            return new CellState(plus.with(cells.plusUs()), minus.with(cells.minusUs()));
        }
        boolean shared = minus.cols() != plus.cols();
        float[] plusUs = new float[plus.valuesUs().length];
        float[] minusUs = minus.valuesUs().clone();
        for (int i = 0; i < plusUs.length; i++) {
            int row = i / plus.cols();
            int col = i % plus.cols();
            float difference = cells.weights()[i] / gain[col];
            int opposite = shared ? row * minus.cols() + col / tileCols : i;
            if (!shared && minusUs[opposite] + difference < 0) {
                minusUs[opposite] = -difference;
            }
            plusUs[i] = minusUs[opposite] + difference;
        }
        return new CellState(plus.with(plusUs), minus.with(minusUs));
    }

    private static void require(String layer, String array, int rows, int cols, ConductanceArray wanted) {
        if (rows != wanted.rows() || cols != wanted.cols()) {
            throw new IncompatibleShapeException("The measured chip's " + array + " of layer " + layer + " is " + rows
                    + " x " + cols + ", but that layer has " + wanted.rows() + " x " + wanted.cols()
                    + " of these cells with this mapping and tile size. Rows are inputs, columns are outputs.");
        }
    }
}
