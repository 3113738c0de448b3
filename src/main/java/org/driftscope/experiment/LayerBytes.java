package org.driftscope.experiment;

import java.util.Collection;
import java.util.function.ToLongFunction;
import org.driftscope.calibration.Solvers;
import org.driftscope.calibration.statistics.InputMoments;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;

/** What the things that are kept for a network take in memory; d inputs of a group, o outputs of a layer. */
public final class LayerBytes {
    /** Target and drifted conductances of two cells, the weights read through them and their clean values. */
    private static final long FLOATS_A_WEIGHT = 6;
    /** Clean, drifted, deviation, both products with G, and the way back from the whitened residual. */
    private static final long MATRICES_A_SOLVER = 6;
    /** Moments of outputs. */
    private static final long SQUARES_A_SOLVER = 3;

    private LayerBytes() {}

    /** Of a chip, a draw's statistics and a chip's solvers: what a running trial has for itself. */
    public static long ofTrial(Network network) {
        return ofChip(network) + ofStatistics(network) + ofSolvers(network.analogLayers());
    }

    /** {@code sum(groups * 8 d^2)}, of layers with more than 1,024 inputs at most {@code sum(groups * 2 d^2)}. */
    static long ofStatistics(Network network) {
        return sum(network.analogLayers(), layer -> {
            int bytes = layer.rows() > InputMoments.LARGE_ROWS ? 2 : 8;
            return (long) bytes * layer.groups() * layer.rows() * layer.rows();
        });
    }

    /** {@code 24 sum(d * o)}. */
    static long ofChip(Network network) {
        return sum(network.analogLayers(), layer -> 4L * FLOATS_A_WEIGHT * layer.rows() * layer.cols());
    }

    /**
     * {@code 8 sum(6 d * o + 3 o^2 / groups)}; of large layers {@code 8 sum(d o + 3 o^2 / groups)}, or {@code 24 sum(d o)}
     * where a group has more outputs than inputs.
     */
    static long ofSolvers(Collection<AnalogLayer> layers) {
        return sum(layers, layer -> {
            long weights = (long) layer.rows() * layer.cols();
            long squares = SQUARES_A_SOLVER * layer.cols() * layer.cols() / layer.groups();
            int groupCols = layer.cols() / layer.groups();
            if (!Solvers.isLarge(layer.rows(), groupCols)) {
                return 8 * (MATRICES_A_SOLVER * weights + squares);
            }
            return 8 * (groupCols > layer.rows() ? 3 * weights : weights + squares);
        });
    }

    private static long sum(Collection<AnalogLayer> layers, ToLongFunction<AnalogLayer> bytes) {
        return layers.stream().mapToLong(bytes).sum();
    }
}
