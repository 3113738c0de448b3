package org.driftscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.data.ImageSample;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.io.image.ImageReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.pass.CrossEntropy;
import org.driftscope.training.pass.GradientPass;
import org.driftscope.training.pass.ImageBatches;
import org.driftscope.training.pass.LabelledBatch;
import org.driftscope.training.pass.ParameterLayout;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** On the real ResNet-20, whose shortcuts slice and pad. */
class EndToEndTrainerTest {
    private static final Path SHARED = Path.of(System.getProperty("shared.data", "../shared/data"));
    private static final Preprocessing CIFAR = Preprocessing.preset("cifar10");

    @BeforeAll
    static void needsTheSharedModels() {
        Assumptions.assumeTrue(Files.isDirectory(SHARED.resolve("models")), "no models at " + SHARED.resolve("models"));
    }

    private static Network network() {
        return OnnxReader.read(SHARED.resolve("models/cifar10-resnet20-akamaster.onnx"));
    }

    private static ImageSource images(int count) throws Exception {
        try (var files = Files.walk(SHARED)) {
            Path file = files.filter(path -> path.endsWith("cifar10-lossless-calib1000.bin"))
                    .findFirst()
                    .orElseThrow();
            return ImageSample.of(ImageReader.open(file), count);
        }
    }

    private static LabelledBatch batch(int count) throws Exception {
        return new ImageBatches(images(count), CIFAR, count, RandomSource.of(1)).batch(0);
    }

    /** Weights times {@code 1 + 0.3 n}, as drifted without an off-conductance. */
    private static Network drifted(Network network) {
        Map<String, WeightMatrix> weights = new HashMap<>();
        network.weights().forEach((name, clean) -> {
            float[] values = clean.values().clone();
            double[] normals = RandomSource.of(4).child(name).gaussians(values.length);
            for (int i = 0; i < values.length; i++) {
                values[i] *= (float) (1 + 0.3 * normals[i]);
            }
            weights.put(name, new WeightMatrix(clean.rows(), clean.cols(), values));
        });
        return WeightTensors.into(network, weights);
    }

    private static double loss(Network network, LabelledBatch batch) {
        ParameterLayout nothing = ParameterLayout.of(network, List.of());
        return new GradientPass(network, nothing, BatchNormMode.FROZEN, 0)
                .run(new float[0], batch)
                .loss();
    }

    @Test
    void computesTheSameLossAsTheInferencePass() throws Exception {
        Network network = network();
        LabelledBatch batch = batch(20);
        try (CompiledNetwork compiled = CompiledNetwork.clean(network);
                INDArray input = Nd4j.create(batch.images(), batch.batchShape(), 'c');
                INDArray scores = compiled.forward(input)) {
            double expected = CrossEntropy.of(scores.dup('c').data().asFloat(), batch.labels(), 0)
                    .mean();
            assertThat(loss(network, batch)).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void backPropagationLowersTheLossOfADriftedNetwork() throws Exception {
        Network drifted = drifted(network());
        ParameterLayout all = ParameterLayout.trainable(drifted);
        Network trained = new EndToEndTrainer(1e-4, 12)
                .train(drifted, all, images(20), CIFAR, RandomSource.of(1), Progress.none(), new CancelToken());
        LabelledBatch batch = batch(20);
        assertThat(loss(trained, batch)).isLessThan(0.7 * loss(drifted, batch));
    }
}
