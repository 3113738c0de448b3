package org.driftscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Accuracy of a network that others trained, on images that others took, against the bands that independent prototypes
 * of the method reached. Three chips; the bands hold for means.
 */
class MethodBandsTest {
    private static final Path DATA = Path.of(System.getProperty("shared.data", "none"));
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    private static OpenedBench bench;

    @BeforeAll
    static void open() {
        Path model = DATA.resolve("models/cifar10-resnet20-akamaster.onnx");
        Assumptions.assumeTrue(Files.isRegularFile(model), "no model at " + model);
        bench = new BenchFiles(
                        model,
                        DATA.resolve("images/cifar10-lossless-test1000.bin"),
                        DATA.resolve("images/cifar10-lossless-calib1000.bin"),
                        PreprocessingChoice.Request.preset("cifar10"),
                        0)
                .open(2);
    }

    @AfterAll
    static void close() {
        if (bench != null) {
            bench.close();
        }
    }

    private static double mean(double drift, CalibrationSpec calibration, boolean calibrated) {
        return SEEDS.stream()
                .mapToDouble(seed -> {
                    ExperimentSpec spec = ExperimentSpec.of(ChipSpec.of(drift, seed), calibration);
                    ExperimentResult result = ExperimentRunner.run(
                                    bench.workbench(), spec, Progress.none(), new CancelToken())
                            .result();
                    return 100 * (calibrated ? result.calibrated() : result.drifted()).top1();
                })
                .average()
                .orElseThrow();
    }

    @Test
    void theCleanNetworkScoresAsPublished() {
        double clean = 100
                * bench.workbench().clean(Progress.none(), new CancelToken()).top1();
        assertThat(clean).isCloseTo(91.5, within(0.1));
    }

    @Test
    void dora() {
        CalibrationSpec dora = CalibrationSpec.defaults();
        assertThat(mean(0.3, dora.withRank(1), true)).isBetween(87.0, 89.6);
        assertThat(mean(0.3, dora.withRank(4), true)).isBetween(89.0, 91.3);
        assertThat(mean(0.2, dora.withRank(4), true)).isBetween(90.9, 92.3);
    }

    @Test
    void doraByAdam() {
        CalibrationSpec adam = CalibrationSpec.defaults().withSolver(CalibrationSpec.SolverKind.GRADIENT);
        assertThat(mean(0.3, adam.withRank(1), true)).isBetween(87.0, 89.6);
    }

    @Test
    void loraWithBiasAndMatchedVariance() {
        CalibrationSpec spec = CalibrationSpec.defaults()
                .withMethod(Method.LORA)
                .withMagnitude(CalibrationSpec.MagnitudeRule.VARIANCE)
                .withBias(true)
                .withRank(1);
        assertThat(mean(0.3, spec, true)).isBetween(88.5, 90.8);
    }

    @Test
    void underABudget() {
        CalibrationSpec spec = CalibrationSpec.defaults();
        assertThat(mean(0.3, spec.withMethod(Method.ALLOCATED), true)).isBetween(89.2, 91.0);
        assertThat(mean(0.3, spec.withMethod(Method.SPARSE), true)).isBetween(90.3, 91.9);
    }

    @Test
    void biasOnly() {
        CalibrationSpec spec = CalibrationSpec.defaults().withMethod(Method.BIAS_ONLY);
        assertThat(mean(0.2, spec, true)).isBetween(88.5, 90.5);
    }
}
