package org.driftscope.adapter;

import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.IncompatibleShapeException;

/** The check every adapter makes before it is applied. */
final class WeightShape {
    private WeightShape() {}

    static void require(String layer, int rows, int cols, WeightMatrix drifted) {
        if (drifted.rows() != rows || drifted.cols() != cols) {
            throw new IncompatibleShapeException("The adapter of layer " + layer + " is for " + rows + " x " + cols
                    + " weights, but the layer has " + drifted.rows() + " x " + drifted.cols() + ".");
        }
    }
}
