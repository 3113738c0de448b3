package org.driftscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoraWeightsTest {
    private static final int ROWS = 5;
    private static final int COLS = 4;
    private static final int OFFSET = 3;

    private final WeightMatrix drifted = new WeightMatrix(ROWS, COLS, random("w", ROWS * COLS));

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theStartIsTheDriftedLayer(int groups) {
        DoraWeights dora = new DoraWeights(drifted, 2, groups);
        float[] parameters = new float[OFFSET + dora.size()];
        dora.startInPlace(parameters, OFFSET, RandomSource.of(1));
        float[] weights = dora.weights(parameters, OFFSET);
        for (int i = 0; i < weights.length; i++) {
            assertThat(weights[i]).isCloseTo(drifted.values()[i], within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void gradientsMatchFiniteDifferences(int groups) {
        DoraWeights dora = new DoraWeights(drifted, 2, groups);
        float[] parameters = random("p" + groups, OFFSET + dora.size());
        float[] weighting = random("g", ROWS * COLS);
        float[] gradient = new float[parameters.length];
        dora.gradient(parameters, OFFSET, weighting, gradient);
        for (int i = OFFSET; i < parameters.length; i++) {
            float[] up = parameters.clone();
            float[] down = parameters.clone();
            up[i] += 1e-2f;
            down[i] -= 1e-2f;
            double difference = (sum(dora, up, weighting) - sum(dora, down, weighting)) / 2e-2;
            assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(difference, within(5e-3));
        }
    }

    private static double sum(DoraWeights dora, float[] parameters, float[] weighting) {
        float[] weights = dora.weights(parameters, OFFSET);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (double) weights[i] * weighting[i];
        }
        return sum;
    }

    private static float[] random(String name, int count) {
        double[] normal = RandomSource.of(4).child(name).gaussians(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) normal[i];
        }
        return values;
    }
}
