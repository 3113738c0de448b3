package org.driftscope.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.support.RandomSource;

/**
 * Spreads the norms of a network's filters without changing what it computes: a filter before a batch norm may have any
 * norm, if the norm's running statistics follow.
 *
 * <p>Hundreds of epochs with weight decay leave the filters of a layer with norms far apart, and a crossbar that scales a
 * whole layer by its largest weight then has little of its range left for the small ones. The sample trains for minutes
 * only; this gives its filters the spread that makes drift cost what it costs networks trained for long.
 */
final class FilterNorms {
    /** Standard deviation of the logarithm of the factors. */
    private static final double SPREAD = 0.3;

    private static final int MEAN = 3;
    private static final int VARIANCE = 4;

    private FilterNorms() {}

    /**
     * The same function with other weights; exact but for batch norm's epsilon and rounding.
     *
     * @param network convolutions without bias, each followed by a batch norm
     * @param random draws one factor a filter, {@code exp(SPREAD z)}
     */
    static Network spread(Network network, RandomSource random) {
        Map<String, Tensor> constants = new LinkedHashMap<>(network.constants());
        for (Node norm : network.nodes()) {
            if (norm.op().equals("BatchNormalization")) {
                spread(weights(network, norm), norm, constants, random);
            }
        }
        return new Network(
                network.name(),
                network.opset(),
                network.nodes(),
                constants,
                network.inputs(),
                network.outputs(),
                network.sha256());
    }

    private static String weights(Network network, Node norm) {
        return network.nodes().stream()
                .filter(node -> node.op().equals("Conv") && node.outputs().contains(norm.input(0)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no convolution before " + norm.name()))
                .input(1);
    }

    private static void spread(String weights, Node norm, Map<String, Tensor> constants, RandomSource random) {
        Tensor filters = constants.get(weights);
        if (filters == null) {
            throw new IllegalArgumentException("no constant " + weights);
        }
        double[] factors = random.child(weights).gaussians((int) filters.shape()[0]);
        for (int i = 0; i < factors.length; i++) {
            factors[i] = StrictMath.exp(SPREAD * factors[i]);
        }
        constants.put(weights, scaled(filters, factors, 1));
        constants.computeIfPresent(norm.input(MEAN), (name, mean) -> scaled(mean, factors, 1));
        constants.computeIfPresent(norm.input(VARIANCE), (name, variance) -> scaled(variance, factors, 2));
    }

    /** Each output's elements times its factor to a power. */
    private static Tensor scaled(Tensor tensor, double[] factors, int power) {
        float[] values = tensor.floats().clone();
        int each = values.length / factors.length;
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) Math.pow(factors[i / each], power);
        }
        return Tensor.floats(values, tensor.shape());
    }
}
