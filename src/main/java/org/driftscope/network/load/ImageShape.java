package org.driftscope.network.load;

import java.util.Arrays;
import java.util.List;
import org.driftscope.network.Network;
import org.driftscope.support.IncompatibleShapeException;

/** Compares images with the input a network declares. */
public final class ImageShape {
    private ImageShape() {}

    /**
     * Checks a batch of images.
     *
     * @param fixedBatch the batch size the graph insists on, or 0
     * @throws IncompatibleShapeException if they do not fit
     */
    public static void check(Network network, int fixedBatch, long[] shape) {
        List<Long> declared = network.inputs().get(0).dims();
        boolean fits = declared.isEmpty() || declared.size() == shape.length;
        for (int i = 1; fits && i < declared.size(); i++) {
            fits = declared.get(i) < 1 || declared.get(i) == shape[i];
        }
        if (!fits) {
            throw new IncompatibleShapeException("The images have shape " + Arrays.toString(shape) + " but model '"
                    + network.name() + "' takes " + declared + " (batch, channels, height, width; -1 is free)."
                    + " Choose images that fit or another model.");
        }
        if (fixedBatch > 0 && shape[0] != fixedBatch) {
            throw new IncompatibleShapeException("Model '" + network.name() + "' was exported for batches of "
                    + fixedBatch + " and cannot take " + shape[0] + ". Export it with a dynamic batch size.");
        }
    }
}
