package org.driftscope.network.load;

import java.util.List;
import org.driftscope.network.Network;
import org.driftscope.network.batch.BatchAxes;
import org.driftscope.network.outline.Outline;
import org.driftscope.network.outline.OutlineFailure;
import org.driftscope.network.outline.ValueLimit;

/**
 * Tells how many images a graph takes at once. A batch size that the model declares is kept, unless axis 0 is proved to
 * stay the batch through the whole graph: only then may it run with any other.
 */
public final class FixedBatch {
    private FixedBatch() {}

    /** The only number of images that the network runs with at once; 0 if any will do. */
    public static int of(Network network) {
        if (network.runBatch() > 0) {
            return network.runBatch();
        }
        if (network.inputs().size() != 1) {
            return 0;
        }
        long declared = declared(network);
        if (declared < 1) {
            return scoresEach(network, 2) ? 0 : 1;
        }
        return isProved(network, declared) && scoresEach(network, declared + 1) ? 0 : (int) declared;
    }

    /** The batch size a model declares; 0 where it leaves it open. */
    static long declared(Network network) {
        List<Long> dims = network.inputs().get(0).dims();
        return dims.size() > 1 ? Math.max(0, dims.get(0)) : 0;
    }

    /** Whether axis 0 stays the batch, seen with the batch that the model declares. */
    static boolean isProved(Network network, long declared) {
        return axis(network, network.outputs().get(0).name(), declared) == 0;
    }

    /** The axis of a value that is the batch, or below 0 where that cannot be shown. */
    public static int axis(Network network, String value) {
        return axis(network, value, Math.max(2, of(network)));
    }

    private static int axis(Network network, String value, long batch) {
        try {
            InputShapes.Fit fit = InputShapes.fit(network, batch, ValueLimit.configured());
            return BatchAxes.of(network, fit.outlines()).of(value);
        } catch (OutlineFailure e) {
            return BatchAxes.LOST;
        }
    }

    /** Whether a batch of that size gives a row of scores an image. */
    private static boolean scoresEach(Network network, long batch) {
        try {
            InputShapes.Fit fit = InputShapes.fit(network, batch, ValueLimit.configured());
            Outline scores = fit.outlines().value(network.outputs().get(0).name());
            return scores.rank() > 0 && scores.shape()[0] == batch;
        } catch (OutlineFailure e) {
            return false;
        }
    }
}
