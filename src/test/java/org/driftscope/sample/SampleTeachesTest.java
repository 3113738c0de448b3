package org.driftscope.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.data.ImageSample;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.CalibrationSession;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.io.image.ImageReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.Test;

/** The bundled sample shows the story it is there for: drift costs much, a small correction wins most of it back. */
class SampleTeachesTest {
    private static final Path BUNDLED = Path.of(System.getProperty("sample.data", "sample-data"));
    private static final CrossbarSpec ON_OFF_10 =
            CrossbarSpec.defaults().withRange(ConductanceRange.ofOnOffRatio(100, 10));
    private static final int IMAGES = 1000;
    private static final int SEEDS = 10;

    @Test
    void driftCostsMuchAndLittleWinsMostOfItBack() {
        assumeThat(BUNDLED.resolve("model.onnx")).exists();
        Network network = OnnxReader.read(BUNDLED.resolve("model.onnx"));
        ImageSource images = ImageSample.of(ImageReader.open(BUNDLED.resolve("evaluation.bin")), IMAGES);
        ImageSource calibration = ImageReader.open(BUNDLED.resolve("calibration.bin"));
        try (Workbench bench = new Workbench(network, images, calibration, Preprocessing.preset("cifar10"), 2)) {
            double clean = bench.clean(Progress.none(), new CancelToken()).top1();
            double drifted = median(seeds().mapToDouble(seed -> drifted(bench, seed)));
            double calibrated = median(seeds().limit(3).mapToDouble(seed -> calibrated(bench, seed)));
            assertThat(clean).isGreaterThanOrEqualTo(0.9);
            assertThat(clean - drifted).isGreaterThanOrEqualTo(0.15);
            assertThat((calibrated - drifted) / (clean - drifted)).isGreaterThan(0.6);
        }
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    private static Chip chip(Workbench bench, long seed) {
        ChipSpec spec = new ChipSpec(ON_OFF_10, new RelativeGaussianDrift(0.2), 0, seed);
        return bench.chip(spec, layers(bench), new CancelToken());
    }

    private static double drifted(Workbench bench, long seed) {
        return bench.evaluate(chip(bench, seed).changes(), Progress.none(), new CancelToken())
                .top1();
    }

    private static double calibrated(Workbench bench, long seed) {
        CalibrationSession session = bench.calibrations()
                .calibrate(
                        chip(bench, seed),
                        CalibrationSpec.defaults(),
                        layers(bench),
                        seed,
                        Progress.none(),
                        new CancelToken());
        var chip = session.solve(4, (layer, result) -> {}, Progress.none(), new CancelToken());
        return bench.evaluate(chip.changes(), Progress.none(), new CancelToken())
                .top1();
    }

    private static List<String> layers(Workbench bench) {
        return bench.network().analogLayers().stream().map(AnalogLayer::name).toList();
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
