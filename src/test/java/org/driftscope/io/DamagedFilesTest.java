package org.driftscope.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.io.npy.NpyReader;
import org.driftscope.io.npy.NpzReader;
import org.driftscope.io.npy.SmallArrays;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.io.onnx.OnnxWriter;
import org.driftscope.io.onnx.SmallNetworks;
import org.driftscope.io.safetensors.AdapterFile;
import org.driftscope.network.Network;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Truncated and bit-flipped files give a sentence or a valid result: no other exception, no hang, no huge array. */
@Timeout(120)
class DamagedFilesTest {
    private static final int STEP = 97;

    @TempDir
    private Path folder;

    @Test
    void smallOnnxModel() throws IOException {
        Path file = folder.resolve("small.onnx");
        OnnxWriter.write(SmallNetworks.classifier(), file);

        Damage.truncate(file, 7, OnnxReader::read);
        Damage.flipBits(file, 300, OnnxReader::read);
    }

    @Test
    void realOnnxModel() throws IOException {
        Path shared = Path.of(System.getProperty("shared.data", ".")).resolve("models/mnist-cntk-opset8.onnx");
        Assumptions.assumeTrue(Files.isRegularFile(shared), "no file at " + shared);
        Path file = Files.copy(shared, folder.resolve("real.onnx"));

        Damage.truncate(file, STEP, OnnxReader::read);
        Damage.flipBits(file, 300, OnnxReader::read);
    }

    @Test
    void adapterFile() throws IOException {
        Path model = folder.resolve("model.onnx");
        OnnxWriter.write(SmallNetworks.classifier(), model);
        Network network = OnnxReader.read(model);
        LowRankAdapter adapter = new LowRankAdapter(
                "fc", 1, 4, 3, 1, new float[] {1, 2, 3, 4}, new float[] {1, 2, 3}, new float[] {1, 1, 1}, new float[0]);
        Path file = folder.resolve("adapters.safetensors");
        AdapterFile.save(
                file,
                network,
                List.of(adapter),
                Map.of(
                        AdapterFile.VERSION, "1",
                        AdapterFile.SEED, "7",
                        AdapterFile.DRIFT, "0.2",
                        AdapterFile.CALIBRATION, "dora"));

        Damage.truncate(file, 7, damaged -> AdapterFile.load(damaged, network));
        Damage.flipBits(file, 300, damaged -> AdapterFile.load(damaged, network));
    }

    @Test
    void numpyArrays() throws IOException {
        Path array = Files.write(folder.resolve("x.npy"), SmallArrays.array());
        Path archive = Files.write(folder.resolve("x.npz"), SmallArrays.archive());

        Damage.truncate(array, 1, NpyReader::read);
        Damage.flipBits(array, 300, NpyReader::read);
        Damage.truncate(archive, 3, NpzReader::read);
        Damage.flipBits(archive, 300, NpzReader::read);
    }
}
