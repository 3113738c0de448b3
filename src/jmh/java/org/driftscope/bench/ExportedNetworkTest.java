package org.driftscope.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.bench.NetworkExport;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An exported network gives the same scores in ONNX Runtime. Here, since only benchmarks have it. */
class ExportedNetworkTest {
    private static final int IMAGES = 4;
    private static final long[] SHAPE = {IMAGES, 3, 32, 32};

    @TempDir
    Path folder;

    @Test
    void onnxRuntimeGivesTheSameScores() throws Exception {
        Network network = OnnxReader.read(BundledSample.find().model());
        Path file = folder.resolve("drifted.onnx");
        NetworkExport.write(
                file,
                network,
                LayerChoice.all(),
                ChipSpec.of(0.2, 7),
                null,
                NetworkExport.Form.FOLDED,
                Progress.none(),
                new CancelToken());
        double[] numbers = RandomSource.of(1).gaussians(IMAGES * 3 * 32 * 32);
        float[] pixels = new float[numbers.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) numbers[i];
        }
        float[] ours = scores(OnnxReader.read(file), pixels);
        assertThat(ours).isNotEqualTo(scores(network, pixels));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor images = OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), SHAPE);
                OrtSession.Result result =
                        session.run(Map.of(session.getInputNames().iterator().next(), images))) {
            float[][] theirs = (float[][]) result.get(0).getValue();
            for (int i = 0; i < ours.length; i++) {
                int classes = theirs[0].length;
                assertThat(theirs[i / classes][i % classes]).isCloseTo(ours[i], within(1e-4f));
            }
        }
    }

    private static float[] scores(Network network, float[] pixels) {
        try (CompiledNetwork compiled = CompiledNetwork.clean(network);
                INDArray images = NativeArrays.of(pixels, SHAPE);
                INDArray scores = compiled.forward(images)) {
            return scores.data().asFloat();
        }
    }
}
