package org.driftscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.pass.GradientPass;
import org.driftscope.training.pass.Gradients;
import org.driftscope.training.pass.LabelledBatch;
import org.driftscope.training.pass.ParameterLayout;
import org.driftscope.training.pass.ShardedGradient;
import org.junit.jupiter.api.Test;

class NetworkTrainerTest {
    private static final int SIDE = 4;

    /** Convolution, batch norm, a residual sum and a dense layer. */
    private static Network tiny() {
        Map<String, Tensor> constants = new HashMap<>();
        constants.put("c.weight", normal("c", 0.4, 3, 1, 3, 3));
        constants.put("bn.weight", Tensor.floats(new float[] {1, 1, 1}, 3));
        constants.put("bn.bias", Tensor.floats(new float[] {0.1f, 0.2f, -0.1f}, 3));
        constants.put("bn.mean", Tensor.floats(new float[3], 3));
        constants.put("bn.var", Tensor.floats(new float[] {1, 1, 1}, 3));
        constants.put("d.weight", normal("d", 0.4, 2, 3));
        constants.put("d.bias", Tensor.floats(new float[2], 2));
        Attributes padded = Attributes.of(Map.of("pads", new long[] {1, 1, 1, 1}));
        return Graphs.network(
                13,
                constants,
                Graphs.node("Conv", "c", padded, "x", "c.weight"),
                Graphs.node("BatchNormalization", "bn", "c", "bn.weight", "bn.bias", "bn.mean", "bn.var"),
                Graphs.node("Tanh", "t", "bn"),
                Graphs.node("Add", "s", "t", "c"),
                Graphs.node("Relu", "r", "s"),
                Graphs.node("GlobalAveragePool", "p", "r"),
                Graphs.node("Flatten", "f", "p"),
                Graphs.node("Gemm", "d", Attributes.of(Map.of("transB", 1L)), "f", "d.weight", "d.bias"));
    }

    private static Tensor normal(String name, double deviation, long... shape) {
        int size = 1;
        for (long axis : shape) {
            size *= (int) axis;
        }
        double[] normals = RandomSource.of(5).child(name).gaussians(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (deviation * normals[i]);
        }
        return Tensor.floats(values, shape);
    }

    /** Class 0: columns of one sign; class 1: rows of one sign. */
    private static LabelledBatch stripes(int step, int count) {
        double[] normals = RandomSource.of(9).child(step).gaussians(count * (SIDE + SIDE * SIDE));
        float[] images = new float[count * SIDE * SIDE];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            for (int p = 0; p < SIDE * SIDE; p++) {
                int line = labels[i] == 0 ? p % SIDE : p / SIDE;
                int sign = (line + (normals[i] > 0 ? 1 : 0)) % 2 == 0 ? 1 : -1;
                images[i * SIDE * SIDE + p] = (float) (sign + 0.3 * normals[count * SIDE + i * SIDE * SIDE + p]);
            }
        }
        return new LabelledBatch(images, new long[] {1, SIDE, SIDE}, labels);
    }

    private static Network trained(BatchNormMode mode, int shards) {
        Network start = tiny();
        ParameterLayout layout = ParameterLayout.trainable(start);
        TrainingPlan plan = new TrainingPlan(60, LearningRate.cosine(0.2, 5), mode, 0, shards);
        return new NetworkTrainer(plan)
                .train(
                        start,
                        layout,
                        new Sgd(layout, 0.9, 1e-4),
                        step -> stripes(step, 32),
                        Progress.none(),
                        new CancelToken());
    }

    private static Gradients frozenPass(Network network) {
        ParameterLayout layout = ParameterLayout.trainable(network);
        return new GradientPass(network, layout, BatchNormMode.FROZEN, 0).run(layout.read(network), stripes(1000, 100));
    }

    @Test
    void learnsToTellRowsFromColumnsWithRunningStatistics() {
        Gradients before = frozenPass(tiny());
        Gradients after = frozenPass(trained(BatchNormMode.TRAINING, 2));
        assertThat(before.correct()).isLessThan(80);
        assertThat(after.correct()).isGreaterThanOrEqualTo(97);
    }

    @Test
    void theSamePlanGivesTheSameNetworkBitwise() {
        Network first = trained(BatchNormMode.TRAINING, 2);
        Network second = trained(BatchNormMode.TRAINING, 2);
        first.constants().forEach((name, tensor) -> assertThat(
                        second.constants().get(name).floats())
                .as(name)
                .isEqualTo(tensor.floats()));
    }

    @Test
    void frozenBatchNormKeepsItsStatistics() {
        Network after = trained(BatchNormMode.FROZEN, 1);
        assertThat(after.constants().get("bn.mean").floats()).containsOnly(0f);
        assertThat(after.constants().get("bn.weight").floats()).isNotEqualTo(new float[] {1, 1, 1});
    }

    /** Normalisation in pieces adds an epsilon, attention a mask; trained, they would go negative or open. */
    @Test
    void epsilonsAndMasksAreNotTrained() {
        Network network = Graphs.network(
                13,
                Map.of(
                        "epsilon", Tensor.floats(new float[] {1e-5f}),
                        "mask", Tensor.floats(new float[] {0, -100, Float.NEGATIVE_INFINITY, 0}, 2, 2),
                        "scale", Tensor.floats(new float[] {1, 2}, 2),
                        "bias", Tensor.floats(new float[] {0, 0}, 2)),
                Graphs.node("Add", "a", "x", "epsilon"),
                Graphs.node("Add", "b", "a", "mask"),
                Graphs.node("Mul", "c", "b", "scale"),
                Graphs.node("Add", "d", "c", "bias"));
        assertThat(ParameterLayout.trainable(network).entries())
                .extracting(ParameterLayout.Entry::name)
                .containsExactly("scale", "bias");
        assertThat(network.parameters()).isEqualTo(4);
    }

    @Test
    void gradientsOfAWholeNetworkMatchFiniteDifferences() {
        Network network = tiny();
        ParameterLayout layout = ParameterLayout.trainable(network);
        float[] values = layout.read(network);
        LabelledBatch batch = stripes(0, 4);
        for (BatchNormMode mode : BatchNormMode.values()) {
            GradientPass pass = new GradientPass(network, layout, mode, 0.1);
            float[] gradient = pass.run(values, batch).parameters();
            for (int i = 0; i < values.length; i++) {
                float[] up = values.clone();
                float[] down = values.clone();
                up[i] += 2e-3f;
                down[i] -= 2e-3f;
                double difference =
                        (pass.run(up, batch).loss() - pass.run(down, batch).loss()) / 4e-3;
                assertThat((double) gradient[i]).as("%s %d", mode, i).isCloseTo(difference, within(4e-3));
            }
        }
    }

    @Test
    void gradientOfTheImagesMatchesFiniteDifferences() {
        Network network = tiny();
        ParameterLayout layout = ParameterLayout.of(network, List.of());
        GradientPass pass = new GradientPass(network, layout, BatchNormMode.FROZEN, 0);
        LabelledBatch batch = stripes(0, 2);
        float[] gradient = pass.run(new float[0], batch, true).input();
        for (int i = 0; i < gradient.length; i++) {
            double difference = (lossWithPixel(pass, batch, i, 3e-4f) - lossWithPixel(pass, batch, i, -3e-4f)) / 6e-4;
            assertThat((double) gradient[i]).isCloseTo(difference, within(2e-3));
        }
    }

    private static double lossWithPixel(GradientPass pass, LabelledBatch batch, int pixel, float by) {
        float[] images = batch.images().clone();
        images[pixel] += by;
        return pass.run(new float[0], new LabelledBatch(images, batch.shape(), batch.labels()))
                .loss();
    }

    @Test
    void adamTakesItsFirstStepAgainstTheSignOfTheGradient() {
        float[] values = {1, 1, 1};
        new Adam(3).stepInPlace(values, new float[] {0.5f, -3, 0}, 0.01);
        assertThat(values[0]).isCloseTo(0.99f, within(1e-6f));
        assertThat(values[1]).isCloseTo(1.01f, within(1e-6f));
        assertThat(values[2]).isEqualTo(1);
    }

    @Test
    void frozenBatchesInPiecesHaveTheGradientOfTheWhole() {
        Network network = tiny();
        ParameterLayout layout = ParameterLayout.trainable(network);
        float[] values = layout.read(network);
        LabelledBatch batch = stripes(0, 60);
        GradientPass pass = new GradientPass(network, layout, BatchNormMode.FROZEN, 0);
        Gradients whole = pass.run(values, batch);
        try (ShardedGradient sharded = new ShardedGradient(pass, 1)) {
            Gradients pieces = sharded.run(values, batch);
            assertThat(pieces.parameters()).containsExactly(whole.parameters(), within(1e-5f));
            assertThat(pieces.loss()).isCloseTo(whole.loss(), within(1e-6));
            assertThat(pieces.correct()).isEqualTo(whole.correct());
        }
    }
}
