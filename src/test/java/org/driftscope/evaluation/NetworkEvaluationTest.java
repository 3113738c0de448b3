package org.driftscope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.data.ImageSample;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.io.image.ImageReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.support.Workers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Published networks on published images, as far as they lie beside the project. */
class NetworkEvaluationTest {
    private static final long CACHE_BYTES = 64 << 20;

    private final Path data = Path.of(System.getProperty("shared.data", "none"));

    @BeforeEach
    void needsTheSharedFiles() {
        Assumptions.assumeTrue(Files.isDirectory(data.resolve("models")), "no models at " + data.resolve("models"));
    }

    private Network model(String name) {
        return OnnxReader.read(data.resolve("models").resolve(name));
    }

    private ImageSource images(String name) {
        return ImageReader.open(data.resolve("images").resolve(name));
    }

    @Test
    void resNet20ScoresWhatItsAuthorsModelScores() {
        ImageSource test = images("cifar10-lossless-test1000.bin");
        try (Workers workers = new Workers("evaluation", 2);
                Evaluator evaluator = new Evaluator(test, Preprocessing.preset("cifar10"), workers, CACHE_BYTES);
                CompiledNetwork network = CompiledNetwork.clean(model("cifar10-resnet20-akamaster.onnx"))) {
            Accuracy accuracy = evaluator.evaluate(network, Progress.none(), new CancelToken());
            assertThat(accuracy.top1()).isEqualTo(0.915);
            assertThat(accuracy.nearChance()).isFalse();
        }
    }

    @Test
    void aNetworkWithOneBatchSizeAndUnscaledInput() {
        ImageSource test = ImageSample.of(images("mnist-t10k-images-idx3-ubyte.gz"), 500);
        try (Workers workers = new Workers("evaluation", 2);
                Evaluator evaluator = new Evaluator(test, Preprocessing.preset("raw"), workers, CACHE_BYTES);
                CompiledNetwork network = CompiledNetwork.clean(model("mnist-cntk-opset8.onnx"))) {
            assertThat(evaluator
                            .evaluate(network, Progress.none(), new CancelToken())
                            .top1())
                    .isGreaterThan(0.98);
        }
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        ImageSource test = images("mnist-t10k-images-idx3-ubyte.gz");
        try (Workers workers = new Workers("evaluation", 1);
                Evaluator evaluator = new Evaluator(test, Preprocessing.preset("mnist"), workers, CACHE_BYTES);
                CompiledNetwork network = CompiledNetwork.clean(model("cifar10-resnet20-akamaster.onnx"))) {
            assertThatThrownBy(() -> evaluator.evaluate(network, Progress.none(), new CancelToken()))
                    .isInstanceOf(IncompatibleShapeException.class)
                    .hasMessageContaining("3x32x32")
                    .hasMessageContaining("1x28x28");
        }
    }

    /** Whatever order changes come in, the cached answer must be that of a fresh evaluator, image by image. */
    @Test
    void startingFromKeptActivationsChangesNothing() {
        ImageSource test = ImageSample.of(images("cifar10-lossless-test1000.bin"), 60);
        Network model = model("cifar10-resnet20-akamaster.onnx");
        List<String> names =
                model.analogLayers().stream().map(AnalogLayer::name).toList();
        List<Map<String, LayerChange>> sequence = List.of(
                Map.of(),
                drift(model, names.subList(12, 14), 1),
                drift(model, names.subList(12, 14), 2),
                drift(model, names.subList(12, 20), 2),
                drift(model, names.subList(5, 20), 2),
                drift(model, names.subList(0, 20), 2),
                drift(model, names.subList(12, 14), 2),
                Map.of());
        try (CompiledNetwork clean = CompiledNetwork.clean(model)) {
            List<int[]> expected = predictions(test, 0, clean, sequence, false);
            for (long budget : new long[] {0, 2_000_000, Evaluator.DEFAULT_CACHE_BYTES}) {
                assertThat(predictions(test, budget, clean, sequence, true))
                        .usingRecursiveComparison()
                        .isEqualTo(expected);
            }
        }
    }

    private static List<int[]> predictions(
            ImageSource test,
            long budget,
            CompiledNetwork clean,
            List<Map<String, LayerChange>> sequence,
            boolean keeping) {
        List<int[]> all = new ArrayList<>();
        try (Workers workers = new Workers("evaluation", 2);
                Evaluator evaluator = new Evaluator(test, Preprocessing.preset("cifar10"), workers, budget)) {
            for (Map<String, LayerChange> changes : sequence) {
                try (CompiledNetwork changed = clean.withChanges(changes)) {
                    Accuracy accuracy = keeping
                            ? evaluator.evaluate(changed, changes, Progress.none(), new CancelToken())
                            : evaluator.evaluate(changed, Progress.none(), new CancelToken());
                    all.add(accuracy.predicted());
                }
            }
        }
        return all;
    }

    /** The third change of the same layers needs no image any more; a change of the first layer needs all. */
    @Test
    void keptActivationsSpareTheFirstLayers() {
        CountingReads test = new CountingReads(ImageSample.of(images("cifar10-lossless-test1000.bin"), 20));
        Network model = model("cifar10-resnet20-akamaster.onnx");
        List<String> last = List.of(model.analogLayers().get(19).name());
        List<String> first = List.of(model.analogLayers().get(0).name());
        List<Map<String, LayerChange>> sequence = List.of(
                Map.of(), drift(model, last, 1), drift(model, last, 2), drift(model, last, 3), drift(model, first, 1));
        int[] reads = {20, 40, 40, 40, 60};
        try (CompiledNetwork clean = CompiledNetwork.clean(model);
                Workers workers = new Workers("evaluation", 2);
                Evaluator evaluator = new Evaluator(test, Preprocessing.preset("cifar10"), workers, CACHE_BYTES)) {
            for (int i = 0; i < reads.length; i++) {
                try (CompiledNetwork changed = clean.withChanges(sequence.get(i))) {
                    evaluator.evaluate(changed, sequence.get(i), Progress.none(), new CancelToken());
                }
                assertThat(test.reads().get()).isEqualTo(reads[i]);
            }
        }
    }

    private static Map<String, LayerChange> drift(Network model, List<String> layers, long seed) {
        Map<String, LayerChange> changes = new HashMap<>();
        for (String layer : layers) {
            WeightMatrix clean = model.weights(model.analogLayer(layer));
            float[] values = clean.values().clone();
            double[] noise = RandomSource.of(seed).child(layer).gaussians(values.length);
            for (int i = 0; i < values.length; i++) {
                values[i] *= (float) (1 + 0.3 * noise[i]);
            }
            changes.put(layer, LayerChange.weightsOnly(new WeightMatrix(clean.rows(), clean.cols(), values)));
        }
        return changes;
    }
}
