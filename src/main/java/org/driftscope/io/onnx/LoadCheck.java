package org.driftscope.io.onnx;

import java.util.Arrays;
import java.util.List;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.network.load.InputShapes;
import org.driftscope.network.outline.Outline;
import org.driftscope.network.outline.OutlineFailure;
import org.driftscope.network.outline.ValueLimit;
import org.driftscope.support.ModelFormatException;

/** Refuses networks that could not run: a node that does not fit what enters it, a value too large, no scores. */
final class LoadCheck {
    private LoadCheck() {}

    /** @throws ModelFormatException naming the first node at fault */
    static void requireRunnable(String file, Network network) {
        List<Long> dims = network.inputs().get(0).dims();
        boolean open = dims.isEmpty() || dims.stream().skip(1).anyMatch(size -> size < 1);
        long batch = dims.isEmpty() ? 1 : Math.max(1, dims.get(0));
        try {
            InputShapes.Fit fit = InputShapes.fit(network, batch, ValueLimit.configured());
            requireScores(file, network, fit, batch);
        } catch (OutlineFailure e) {
            String images = open ? " on images of usual sizes" : "";
            throw new ModelFormatException(
                    file + " cannot run" + images + ": "
                            + e.sentence("The graph is damaged or made for another input: export the model again."),
                    e);
        }
    }

    private static void requireScores(String file, Network network, InputShapes.Fit fit, long batch) {
        String name = network.outputs().get(0).name();
        Outline scores = fit.outlines().value(name);
        long[] shape = scores.shape();
        boolean rows = batch == 1 || (shape.length > 0 && shape[0] == batch);
        if (scores.type() != Tensor.Type.FLOAT || !rows || scores.size() < batch) {
            throw new ModelFormatException(
                    file + ": its output '" + name + "' is " + scores.type().words() + " of shape "
                            + Arrays.toString(shape) + " for " + batch + (batch == 1 ? " image" : " images")
                            + ", not a row of class scores an image. Export the network with its class scores as first output.");
        }
    }
}
