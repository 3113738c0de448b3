package org.driftscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.driftscope.data.ImageSource;
import org.driftscope.data.ImageSubset;
import org.driftscope.data.Preprocessing;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.FeatureMaps;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.image.ImageReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.Test;

/** Single images answer as they do among all others, and the last layer puts out what the network answers. */
class SingleImagesTest {
    private static final int IMAGES = 30;

    private final Path sample = Path.of(System.getProperty("sample.data"));
    private final CancelToken never = new CancelToken();

    @Test
    void singleImagesAnswerAsAllTogether() {
        Network network = OnnxReader.read(sample.resolve("model.onnx"));
        ImageSource images = new ImageSubset(
                ImageReader.open(sample.resolve("evaluation.bin")),
                IntStream.range(0, IMAGES).toArray());
        ChipSpec spec = ChipSpec.of(0.3, 7);
        try (Workbench bench = new Workbench(network, images, images, Preprocessing.preset("cifar10"), 2)) {
            List<String> layers = LayerChoice.all().in(network);
            Accuracy together = bench.drifted(spec, layers, Progress.none(), never);
            List<Integer> numbers = List.of(29, 0, 11);
            Chip chip = bench.chip(spec, layers, never);
            List<float[]> scores =
                    bench.look(network, chip.changes(), (single, drifted) -> single.scores(drifted, numbers, never));
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(best(scores.get(i))).isEqualTo(together.predicted()[numbers.get(i)]);
            }
            FeatureMaps last =
                    bench.look(network, chip.changes(), (single, drifted) -> single.features(drifted, 11, "fc", never));
            assertThat(last.values()).containsExactly(scores.get(2), within(0f));
            FeatureMaps clean =
                    bench.look(network, Map.of(), (single, drifted) -> single.features(drifted, 11, "conv1", never));
            assertThat(new int[] {clean.channels(), clean.height(), clean.width()})
                    .containsExactly(16, 32, 32);
            FeatureMaps moved = bench.look(
                    network, chip.changes(), (single, drifted) -> single.features(drifted, 11, "conv1", never));
            assertThat(moved.squaredDistance(clean)).isBetween(0.001, 1.0);
            assertThat(clean.squaredDistance(clean)).isZero();
        }
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }
}
