package org.driftscope.cost;

import java.util.Collection;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.network.AnalogLayer;

/** How many parameters low-rank adapters would hold, before any are fitted. */
public final class AdapterParameters {
    private AdapterParameters() {}

    /**
     * {@code r (d + o)} a layer, and {@code o} more for a magnitude and for a bias each. Source: Liu et al., arXiv
     * 2402.09353 (2024). A gain of the whole layer is one number more where no magnitude holds it.
     *
     * @param layers those that get an adapter
     * @param rank asked for, 0 for methods without; capped at each layer's own limit
     * @param magnitude whether there is one a column
     * @param bias whether there is one a column
     * @param layerGain whether there is one a layer
     */
    public static long count(
            Collection<AnalogLayer> layers, int rank, boolean magnitude, boolean bias, boolean layerGain) {
        return count(layers, rank, magnitude, bias) + (layerGain && !magnitude ? layers.size() : 0);
    }

    /** Without a gain of the layer. */
    public static long count(Collection<AnalogLayer> layers, int rank, boolean magnitude, boolean bias) {
        int perColumn = (magnitude ? 1 : 0) + (bias ? 1 : 0);
        return layers.stream()
                .mapToLong(layer -> lowRank(layer, rank) + (long) perColumn * layer.cols())
                .sum();
    }

    /** Those of A and B where they take fewer bits than others, their scales included. @param bits of each */
    public static Footprint.Narrow narrow(Collection<AnalogLayer> layers, int rank, int bits) {
        if (bits == FactorPrecision.FULL_BITS) {
            return Footprint.Narrow.NONE;
        }
        long values = count(layers, rank, false, false);
        long ranks = layers.stream()
                .mapToLong(layer -> (long) capped(layer, rank) * layer.groups())
                .sum();
        return new Footprint.Narrow(values, FactorPrecision.sramBits(bits, values, ranks));
    }

    private static int capped(AnalogLayer layer, int rank) {
        return Math.min(rank, Math.min(layer.rows(), layer.cols() / layer.groups()));
    }

    private static long lowRank(AnalogLayer layer, int rank) {
        long capped = capped(layer, rank);
        return capped * layer.groups() * layer.rows() + capped * layer.cols();
    }
}
