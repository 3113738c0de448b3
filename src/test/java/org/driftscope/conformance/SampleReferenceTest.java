package org.driftscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.data.Preprocessing;
import org.driftscope.experiment.CalibratedChip.CalibratedLayer;
import org.driftscope.experiment.CalibrationSession;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The bundled sample gives what other programs computed of it; the README beside the numbers says how. Runs in every clone. */
class SampleReferenceTest {
    private static final Path SAMPLE = Path.of(System.getProperty("sample.data"));
    private static final int CLASSES = 10;
    private static final int PIXELS = 3 * 32 * 32;

    @Test
    void scoresAreThoseOfAnotherEngine() throws IOException {
        List<String> rows;
        try (var in = Objects.requireNonNull(SampleReferenceTest.class.getResourceAsStream("sample-logits.csv"))) {
            rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        byte[] file = Files.readAllBytes(SAMPLE.resolve("evaluation.bin"));
        try (CompiledNetwork network = CompiledNetwork.clean(OnnxReader.read(SAMPLE.resolve("model.onnx")));
                INDArray images = NativeArrays.of(pixels(file, rows.size()), rows.size(), 3, 32, 32);
                INDArray scores = network.forward(images)) {
            float[] actual = scores.data().asFloat();
            for (int i = 0; i < rows.size(); i++) {
                String[] cells = rows.get(i).split(",");
                assertThat((int) file[i * (PIXELS + 1)]).as("label %d", i).isEqualTo(Integer.parseInt(cells[0]));
                for (int k = 0; k < CLASSES; k++) {
                    assertThat(actual[CLASSES * i + k])
                            .as("image %d, class %d", i, k)
                            .isCloseTo(Float.parseFloat(cells[k + 1]), within(1e-3f));
                }
            }
        }
    }

    private static float[] pixels(byte[] file, int images) {
        Preprocessing cifar = Preprocessing.preset("cifar10");
        float[] pixels = new float[images * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            int channel = i % PIXELS / 1024;
            double unit = (file[i / PIXELS * (PIXELS + 1) + 1 + i % PIXELS] & 0xff) / 255.0;
            pixels[i] =
                    (float) ((unit - cifar.mean().get(channel)) / cifar.std().get(channel));
        }
        return pixels;
    }

    /** Drift of a chip and the closed form on it, from cells to the error of each rank. */
    @Test
    void aLayersErrorsAreThoseOfAnIndependentSolution() {
        ChipSpec spec = Settings.with(ExperimentSpec.defaults(), Map.of("drift", 0.2, "seed", 7L, "onOff", 10.0))
                .chip();
        double[] expected = {0.0310141231, 0.0103071187, 0.0038814335, 0.0016237723};
        int[] ranks = {1, 2, 4, 8};
        List<String> layer = List.of("conv1");
        CancelToken cancel = new CancelToken();
        try (OpenedBench opened = BundledSample.find().withLimit(10).open(1)) {
            Workbench bench = opened.workbench();
            Chip chip = bench.chip(spec, layer, cancel);
            CalibrationSpec lora = CalibrationSpec.defaults().withMethod(Method.LORA);
            CalibrationSession session = bench.calibrations().calibrate(chip, lora, layer, 7, Progress.none(), cancel);
            for (int i = 0; i < ranks.length; i++) {
                CalibratedLayer solved =
                        Objects.requireNonNull(session.solve(ranks[i], (name, result) -> {}, Progress.none(), cancel)
                                .layers()
                                .get("conv1"));
                assertThat(solved.errorBefore()).isCloseTo(0.05714101620, withinPercentage(0.01));
                assertThat(solved.errorAfter()).as("rank %d", ranks[i]).isCloseTo(expected[i], withinPercentage(0.01));
            }
        }
    }
}
