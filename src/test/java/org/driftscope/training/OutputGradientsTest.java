package org.driftscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.driftscope.data.MemoryImages;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.support.Workers;
import org.junit.jupiter.api.Test;

class OutputGradientsTest {
    private static final int COUNT = 4000;

    private final Network network = Graphs.network(
            13,
            Map.of(
                    "c.weight", Tensor.floats(new float[] {1, -2}, 2, 1, 1, 1),
                    "d.weight", Tensor.floats(new float[] {0.5f, -0.5f, 1, 0.2f, 0.3f, -0.4f}, 3, 2)),
            Graphs.node("Conv", "c", "x", "c.weight"),
            Graphs.node("GlobalAveragePool", "p", "c"),
            Graphs.node("Flatten", "f", "p"),
            Graphs.node("Gemm", "d", Attributes.of(Map.of("transB", 1L)), "f", "d.weight"));

    private final Map<String, OutputGradients.Moments> moments = collect(images(COUNT, 2, 2), 1);

    private Map<String, OutputGradients.Moments> collect(MemoryImages images, int threads) {
        try (Workers workers = new Workers("fisher", threads)) {
            return OutputGradients.collect(
                    network,
                    images,
                    Preprocessing.preset("unit"),
                    List.of("c", "d"),
                    RandomSource.of(1),
                    workers,
                    Progress.none(),
                    new CancelToken());
        }
    }

    /** The same image many times: the classes alone are drawn. */
    private static MemoryImages images(int count, int height, int width) {
        float[][] pixels = new float[count][];
        for (int i = 0; i < count; i++) {
            pixels[i] = new float[height * width];
            for (int p = 0; p < pixels[i].length; p += 4) {
                System.arraycopy(new float[] {255, 0, 127.5f, 255}, 0, pixels[i], p, 4);
            }
        }
        return new MemoryImages(1, height, width, pixels, new int[count], "unit");
    }

    /** Images so large that a batch of theirs goes in parts. */
    @Test
    void momentsDoNotDependOnTheNumberOfThreads() {
        MemoryImages images = images(7, 400, 500);
        Map<String, OutputGradients.Moments> alone = collect(images, 1);
        for (int run = 0; run < 3; run++) {
            Map<String, OutputGradients.Moments> together = collect(images, 3);
            alone.forEach((layer, expected) -> {
                assertThat(together.get(layer).groups().get(0))
                        .containsExactly(expected.groups().get(0));
                assertThat(expected.groups().get(0))
                        .isNotEqualTo(new double[expected.groups().get(0).length]);
            });
        }
    }

    @Test
    void whatFailsOnOneThreadIsWhatIsThrown() {
        CancelToken cancel = new CancelToken();
        try (Workers workers = new Workers("fisher", 3)) {
            assertThatThrownBy(() -> OutputGradients.collect(
                            network,
                            images(9, 400, 500),
                            Preprocessing.preset("unit"),
                            List.of("c", "d"),
                            RandomSource.of(1),
                            workers,
                            (stage, done, total) -> {
                                throw new IllegalStateException("told " + done);
                            },
                            cancel))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("told");
        }
    }

    /** diag(p) - p p^T, the Fisher matrix of a softmax. */
    private static double[][] softmaxFisher() {
        double mean = (1 + 0 + 0.5 + 1) / 4;
        double[] z = {0.5 * mean - 0.5 * -2 * mean, mean + 0.2 * -2 * mean, 0.3 * mean - 0.4 * -2 * mean};
        double total = 0;
        for (double score : z) {
            total += Math.exp(score);
        }
        double[][] fisher = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double p = Math.exp(z[i]) / total;
                fisher[i][j] = (i == j ? p : 0) - p * Math.exp(z[j]) / total;
            }
        }
        return fisher;
    }

    @Test
    void theLastLayersMomentsAreTheSoftmaxFisher() {
        OutputGradients.Moments last = moments.get("d");
        assertThat(last.positions()).isEqualTo(1);
        double[][] expected = softmaxFisher();
        for (int i = 0; i < 9; i++) {
            assertThat(last.groups().get(0)[i]).isCloseTo(expected[i / 3][i % 3], within(0.01));
        }
    }

    @Test
    void anEarlierLayersGoThroughWhatFollows() {
        OutputGradients.Moments first = moments.get("c");
        assertThat(first.positions()).isEqualTo(4);
        double[] weight = {0.5, -0.5, 1, 0.2, 0.3, -0.4};
        double[][] fisher = softmaxFisher();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double expected = 0;
                for (int a = 0; a < 9; a++) {
                    expected += weight[a / 3 * 2 + i] * fisher[a / 3][a % 3] * weight[a % 3 * 2 + j] / 16;
                }
                assertThat(first.groups().get(0)[i * 2 + j]).isCloseTo(expected, within(5e-4));
            }
        }
    }
}
