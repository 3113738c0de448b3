package org.driftscope.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.driftscope.data.ImageSource;
import org.driftscope.io.files.Hashes;
import org.driftscope.io.image.ImageReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.sample.scene.SceneGenerator;
import org.driftscope.sample.scene.ShapeClass;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTrainingTest {
    private static final Path BUNDLED = Path.of(System.getProperty("sample.data", "sample-data"));
    private static final long MOST_BYTES = 12 * 1024 * 1024;

    @Test
    void aSmallSampleIsCompleteAndReadable(@TempDir Path folder) throws Exception {
        SampleTraining.make(folder, new SampleTraining.Size(40, 20, 10, 2), Progress.none(), new CancelToken());
        Network network = OnnxReader.read(folder.resolve("model.onnx"));
        assertThat(network.analogLayers()).hasSize(22);
        assertThat(network.analogLayers().get(1).name()).isEqualTo("layer1.0.conv1");
        ImageSource images = ImageReader.open(folder.resolve("evaluation.bin"));
        assertThat(images.count()).isEqualTo(20);
        assertThat(images.classNames()).isEqualTo(ShapeClass.titles());
        assertThat(images.suggestedPreprocessing()).isEqualTo("cifar10");
        float[] read = new float[3 * 32 * 32];
        images.read(7, read, 0);
        byte[] drawn = new SceneGenerator(1).draw("evaluation", 7).pixels();
        assertThat(images.label(7)).isEqualTo(7);
        assertThat(read[100]).isEqualTo(drawn[100] & 0xff);
        checkManifest(folder);
    }

    @Test
    void cancellingLeavesNothingBehind(@TempDir Path folder) throws Exception {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(() -> SampleTraining.run(folder, Progress.none(), cancel))
                .isInstanceOf(CancellationException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theBundledSampleIsWhatItsManifestSays() throws Exception {
        assumeThat(BUNDLED.resolve("MANIFEST")).exists();
        assertThat(checkManifest(BUNDLED)).isLessThan(MOST_BYTES);
        ImageSource images = ImageReader.open(BUNDLED.resolve("evaluation.bin"));
        SceneGenerator generator = new SceneGenerator(SampleTraining.SEED);
        float[] read = new float[3 * 32 * 32];
        for (int i : new int[] {0, 1, images.count() - 1}) {
            images.read(i, read, 0);
            byte[] drawn = generator.draw("evaluation", i).pixels();
            for (int p = 0; p < read.length; p++) {
                assertThat(read[p]).as("image %d, byte %d", i, p).isEqualTo(drawn[p] & 0xff);
            }
        }
    }

    /** Compares every checksum; returns the bytes of all files together. */
    private static long checkManifest(Path folder) throws Exception {
        List<String> checksums = Files.readAllLines(folder.resolve("MANIFEST")).stream()
                .filter(line -> line.matches("[0-9a-f]{64}  .+"))
                .toList();
        assertThat(checksums).hasSize(5);
        long bytes = 0;
        for (String line : checksums) {
            Path file = folder.resolve(line.substring(66));
            assertThat(Hashes.sha256(file)).as(file.toString()).isEqualTo(line.substring(0, 64));
            bytes += Files.size(file);
        }
        return bytes;
    }
}
