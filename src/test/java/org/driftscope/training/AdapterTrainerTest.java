package org.driftscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.data.MemoryImages;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.pass.GradientPass;
import org.driftscope.training.pass.ImageBatches;
import org.driftscope.training.pass.LabelledBatch;
import org.driftscope.training.pass.ParameterLayout;
import org.junit.jupiter.api.Test;

class AdapterTrainerTest {
    @Test
    void adaptersAloneLearnToTellTheImages() {
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
        MemoryImages images = random(random.child("images"), 20);
        Map<String, WeightMatrix> weights = network.weights();
        Map<String, AdapterTrainer.Trained> trained = new AdapterTrainer(network, weights, 1)
                .train(0.02, 60, images, Preprocessing.preset("unit"), random, Progress.none(), new CancelToken());
        assertThat(trained).containsOnlyKeys("c", "d");
        assertThat(trained.get("c").a()).hasSize(9);
        assertThat(trained.get("d").b()).hasSize(2);
        assertThat(loss(corrected(network, trained), images)).isLessThan(0.3 * loss(network, images));
    }

    private static Network corrected(Network network, Map<String, AdapterTrainer.Trained> trained) {
        Map<String, WeightMatrix> weights = new HashMap<>();
        network.weights().forEach((name, drifted) -> {
            AdapterTrainer.Trained found = trained.get(name);
            float[] parameters = new float[found.a().length + found.b().length + found.magnitude().length];
            System.arraycopy(found.a(), 0, parameters, 0, found.a().length);
            System.arraycopy(found.b(), 0, parameters, found.a().length, found.b().length);
            System.arraycopy(
                    found.magnitude(), 0, parameters, found.a().length + found.b().length, found.magnitude().length);
            float[] values = new DoraWeights(drifted, found.rank(), 1).weights(parameters, 0);
            weights.put(name, new WeightMatrix(drifted.rows(), drifted.cols(), values));
        });
        return WeightTensors.into(network, weights);
    }

    private static double loss(Network network, MemoryImages images) {
        ParameterLayout layout = ParameterLayout.trainable(network);
        LabelledBatch batch = new ImageBatches(images, Preprocessing.preset("unit"), 100, RandomSource.of(1)).batch(0);
        return new GradientPass(network, layout, BatchNormMode.FROZEN, 0)
                .run(layout.read(network), batch)
                .loss();
    }

    private static MemoryImages random(RandomSource random, int count) {
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
