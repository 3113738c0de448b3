package org.driftscope.network.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Tensor;
import org.driftscope.network.run.CompiledNetwork;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
    private static final int LENGTH = 1200;

    @Test
    void equalsTheLibrarysExponentialsHoweverFarTheLogitsLie() {
        float[] logits = new float[LENGTH];
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            logits[i] = 40 - i * 0.1f;
            sum += Math.exp(logits[i] - 40.0);
        }
        float[] shares = run(Tensor.floats(logits, 1, 1, 1, LENGTH), -1);
        for (int i = 0; i < LENGTH; i++) {
            double expected = Math.exp(logits[i] - 40.0) / sum;
            assertThat((double) shares[i]).isCloseTo(expected, within(2e-7 * expected + Float.MIN_VALUE));
        }
    }

    @Test
    void aMaskedLogitHasNoShareAndOtherAxesAreNormalisedAlike() {
        float[] masked = {1, Float.NEGATIVE_INFINITY, 1, -1000};
        assertThat(run(Tensor.floats(masked, 1, 1, 1, 4), -1)).containsExactly(0.5f, 0, 0.5f, 0);
        float[] columns = {0, 5, 0, 5, 0, 5};
        float third = (float) (1.0 / 3);
        assertThat(run(Tensor.floats(columns, 1, 3, 1, 2), 1)).containsOnly(third);
    }

    private static float[] run(Tensor x, long axis) {
        Attributes settings = Attributes.of(Map.of("axis", axis));
        try (CompiledNetwork network =
                CompiledNetwork.clean(Graphs.network(13, Map.of(), Graphs.node("Softmax", "y", settings, "x")))) {
            return network.evaluate(Map.of("x", x)).get("y").floats();
        }
    }
}
