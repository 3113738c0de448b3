package org.driftscope.experiment.vera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.adapter.VectorAdapter;
import org.driftscope.adapter.VectorSet;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.data.MemoryImages;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;

class VectorTrainerTest {
    private static final int RANK = 3;
    private static final int ROWS = 5;
    private static final int COLS = 4;

    private static float[] random(String name, int count) {
        double[] drawn = RandomSource.of(4).child(name).gaussians(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) drawn[i];
        }
        return values;
    }

    private static double product(float[] x, float[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (double) x[i] * y[i];
        }
        return sum;
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        for (boolean gained : new boolean[] {false, true}) {
            VectorWeights weights = new VectorWeights(RANK, ROWS, COLS, gained, 9);
            WeightMatrix drifted = new WeightMatrix(ROWS, COLS, random("w", ROWS * COLS));
            float[] byWeights = random("g", ROWS * COLS);
            int offset = 2;
            float[] numbers = random("n", offset + weights.size());
            float[] gradient = new float[numbers.length];
            weights.gradientInPlace(numbers, offset, drifted, byWeights, gradient);
            for (int i = offset; i < numbers.length; i++) {
                float step = 1e-2f;
                float[] up = numbers.clone();
                float[] down = numbers.clone();
                up[i] += step;
                down[i] -= step;
                double slope = (product(byWeights, weights.weights(up, offset, drifted))
                                - product(byWeights, weights.weights(down, offset, drifted)))
                        / (2 * step);
                assertThat((double) gradient[i])
                        .as("number %d", i)
                        .isCloseTo(slope, within(2e-3 * (1 + Math.abs(slope))));
            }
        }
    }

    @Test
    void theStartIsTheSetAndItsWeightsAreThoseOfTheAdapter() {
        VectorSet set = new VectorSet(60, random("d", RANK), random("b", COLS), new float[] {1.5f});
        VectorWeights weights = new VectorWeights(RANK, ROWS, COLS, true, 9);
        WeightMatrix drifted = new WeightMatrix(ROWS, COLS, random("w", ROWS * COLS));
        float[] numbers = new float[weights.size()];
        weights.startInPlace(set, numbers, 0);
        float[] expected = new VectorAdapter("l", RANK, ROWS, COLS, 9, List.of(set), 0)
                .apply(drifted)
                .weights()
                .values();
        float[] again = new VectorAdapter("l", RANK, ROWS, COLS, 9, List.of(weights.set(60, numbers, 0)), 0)
                .apply(drifted)
                .weights()
                .values();
        float[] own = weights.weights(numbers, 0, drifted);
        for (int i = 0; i < own.length; i++) {
            assertThat(own[i]).isCloseTo(expected[i], within(1e-4f));
            assertThat(again[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    @Test
    void theLossFallsWithAnotherChipAtEveryStep() {
        RandomSource random = RandomSource.of(2);
        Network network = Graphs.network(
                13,
                Map.of(
                        "c.weight",
                        Graphs.random(random.child("c"), 4, 1, 3, 3),
                        "d.weight",
                        Graphs.random(random.child("d"), 2, 4 * 4)),
                Graphs.node("Conv", "c", "x", "c.weight"),
                Graphs.node("Relu", "r", "c"),
                Graphs.node("Flatten", "f", "r"),
                Graphs.node("Gemm", "d", Attributes.of(Map.of("transB", 1L)), "f", "d.weight"));
        Map<String, VectorSet> start = new LinkedHashMap<>();
        Map<String, WeightMatrix> clean = network.weights();
        clean.forEach((name, matrix) ->
                start.put(name, new VectorSet(0, random("d", RANK), new float[matrix.cols()], new float[] {1})));
        List<Double> losses = new ArrayList<>();
        Map<String, VectorSet> trained = new VectorTrainer(network, start, 9, 1)
                .train(
                        step -> {
                            Map<String, WeightMatrix> chip = new LinkedHashMap<>();
                            clean.forEach((name, matrix) -> chip.put(name, matrix.times(0.6f + 0.1f * (step % 3))));
                            return chip;
                        },
                        0.03,
                        60,
                        images(random.child("images"), 20),
                        Preprocessing.preset("unit"),
                        random,
                        (stage, done, total) -> losses.add(Double.parseDouble(stage.replaceAll("[^0-9.]", ""))),
                        new CancelToken());
        assertThat(losses.get(59)).isLessThan(0.7 * losses.get(0));
        assertThat(trained.keySet()).isEqualTo(clean.keySet());
    }

    private static MemoryImages images(RandomSource random, int count) {
        float[][] pixels = new float[count][16];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            double[] normal = random.child(i).gaussians(16);
            labels[i] = i % 2;
            for (int p = 0; p < 16; p++) {
                pixels[i][p] = (float) (128 + 60 * normal[p]);
            }
        }
        return new MemoryImages(1, 4, 4, pixels, labels, "unit");
    }
}
