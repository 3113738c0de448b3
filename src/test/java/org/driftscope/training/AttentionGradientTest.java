package org.driftscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.io.image.ImageReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.support.RandomSource;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.pass.GradientPass;
import org.driftscope.training.pass.ImageBatches;
import org.driftscope.training.pass.LabelledBatch;
import org.driftscope.training.pass.ParameterLayout;
import org.driftscope.training.pass.ShardedGradient;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients through whole networks of attention as exporters write them, in a hundred nodes, against differences. */
class AttentionGradientTest {
    private static final Path CASES = Path.of(System.getProperty("shared.data", "../shared/data"))
            .resolveSibling("cases")
            .resolve("public");
    private static final int IMAGES = 2;

    /** Along each parameter's own gradient the loss rises by the gradient's square. */
    @ParameterizedTest
    @ValueSource(strings = {"batch-torch_mha_static1", "batch-torch_swin_static8"})
    void theLossRisesAlongEveryGradientAsItSays(String name) {
        Path folder = CASES.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no models at " + folder);
        Network network = OnnxReader.read(folder.resolve("model.onnx"));
        ImageSource images = ImageReader.open(folder.resolve("images.npz"));
        LabelledBatch batch =
                new ImageBatches(images, Preprocessing.preset("unit"), IMAGES, RandomSource.of(1)).batch(0);
        ParameterLayout layout = ParameterLayout.trainable(network);
        float[] values = layout.read(network);
        GradientPass pass = new GradientPass(network, layout, BatchNormMode.FROZEN, 0);
        try (ShardedGradient sharded = new ShardedGradient(pass, 1)) {
            float[] gradient = sharded.run(values, batch).parameters();
            for (ParameterLayout.Entry entry : layout.entries()) {
                double length = norm(gradient, entry);
                double step = 1e-2 * Math.max(0.1, norm(values, entry)) / Math.max(1e-9, length);
                double up =
                        sharded.run(moved(values, gradient, entry, step), batch).loss();
                double down = sharded.run(moved(values, gradient, entry, -step), batch)
                        .loss();
                // gradients that are rounding, as of a key's bias, which softmax takes out, are held to nothing
                double expected = length * length;
                assertThat((up - down) / (2 * step))
                        .as(entry.name())
                        .isCloseTo(expected, within(0.02 * expected + 1e-6 / step));
            }
        }
    }

    private static double norm(float[] vector, ParameterLayout.Entry entry) {
        double squares = 0;
        for (int i = entry.offset(); i < entry.offset() + entry.length(); i++) {
            squares += (double) vector[i] * vector[i];
        }
        return Math.sqrt(squares);
    }

    private static float[] moved(float[] values, float[] direction, ParameterLayout.Entry entry, double step) {
        float[] moved = values.clone();
        for (int i = entry.offset(); i < entry.offset() + entry.length(); i++) {
            moved[i] += (float) (step * direction[i]);
        }
        return moved;
    }
}
