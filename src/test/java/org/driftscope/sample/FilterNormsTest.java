package org.driftscope.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.CompiledNetwork;
import org.driftscope.network.Network;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FilterNormsTest {
    private static final RandomSource RANDOM = RandomSource.of(3);
    private final Network before = SampleNetwork.untrained(10, RANDOM.child("weights"));
    private final Network after = FilterNorms.spread(before, RANDOM.child("norms"));

    @Test
    void theNetworkComputesTheSame() {
        float[] expected = scores(before);
        float[] actual = scores(after);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-3f * (1 + Math.abs(expected[i]))));
        }
    }

    private static float[] scores(Network network) {
        double[] pixels = RANDOM.child("image").gaussians(2 * 3 * 32 * 32);
        try (CompiledNetwork compiled = CompiledNetwork.clean(network);
                INDArray images =
                        Nd4j.createFromArray(pixels).castTo(DataType.FLOAT).reshape(2, 3, 32, 32);
                INDArray scores = compiled.forward(images);
                INDArray flat = scores.dup('c')) {
            return flat.data().asFloat();
        }
    }

    @Test
    void filtersHaveOtherNormsButTheSameDirections() {
        WeightMatrix old = before.weights(before.analogLayer("layer2.1.conv1"));
        WeightMatrix spread = after.weights(after.analogLayer("layer2.1.conv1"));
        for (int col = 0; col < old.cols(); col++) {
            double factor = spread.at(0, col) / old.at(0, col);
            assertThat(factor).isPositive().isNotEqualTo(1);
            for (int row = 0; row < old.rows(); row++) {
                assertThat((double) spread.at(row, col))
                        .isCloseTo(
                                factor * old.at(row, col), within(1e-4 * Math.abs(factor * old.at(row, col)) + 1e-9));
            }
        }
    }
}
