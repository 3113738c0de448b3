package org.driftscope.io.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.FactoryStatistics;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.ModelFormatException;
import org.driftscope.support.Progress;
import org.driftscope.support.SpecException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calibrating from a file gives what gathering the same images in memory gives. */
@Timeout(180)
class FactoryStatisticsTest {
    private static final int IMAGES = 30;
    /** Relative, of feature errors: what single precision in the file may change. */
    private static final double PRECISION = 1e-4;

    private static final CancelToken CANCEL = new CancelToken();

    @TempDir
    private static Path folder;

    private static OpenedBench gathering;
    private static OpenedBench field;
    private static StatisticsChoice choice;

    @BeforeAll
    static void gather() {
        BenchFiles sample = BundledSample.find().withLimit(40);
        gathering = sample.open(2);
        FactoryStatistics statistics = FactoryStatistics.gather(gathering.workbench(), IMAGES, Progress.none(), CANCEL)
                .withFisher(gathering.workbench().calibrations().fisher(Progress.none(), CANCEL));
        Path file = folder.resolve("sample.statistics.safetensors");
        StatisticsFile.save(file, gathering.workbench().network(), statistics, Provenance.of(gathering.workbench()));
        choice = StatisticsChoice.of(file);
        field = new BenchFiles(sample.model(), sample.evaluation(), null, sample.preprocessing(), 40, List.of(choice))
                .open(2);
    }

    @AfterAll
    static void close() {
        gathering.close();
        field.close();
    }

    private static ExperimentSpec spec(Method method, MethodSettings settings) {
        CalibrationSpec calibration =
                CalibrationSpec.defaults().withMethod(method).withBias(true).withSettings(settings);
        return ExperimentSpec.of(ChipSpec.of(0.3, 5), calibration);
    }

    private static ExperimentResult run(OpenedBench bench, ExperimentSpec spec) {
        return ExperimentRunner.run(bench.workbench(), spec, Progress.none(), CANCEL)
                .result();
    }

    private static MethodSettings fromFile() {
        return MethodSettings.defaults().withBudget(5).withStatistics(choice.sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lora", "affine", "allocated", "sparse", "drift-compensation"})
    void theFileServesAsTheImagesDid(String id) {
        Method method = Method.named("method", id);
        MethodSettings inMemory = MethodSettings.defaults().withBudget(5).withFactoryImages(IMAGES);
        ExperimentResult expected = run(gathering, spec(method, inMemory.withMostAffected(8)));
        ExperimentResult actual = run(field, spec(method, fromFile().withMostAffected(8)));
        assertThat(actual.updatedParameters()).isEqualTo(expected.updatedParameters());
        assertThat(actual.layers()).hasSameSizeAs(expected.layers());
        for (int i = 0; i < expected.layers().size(); i++) {
            ExperimentResult.Layer layer = expected.layers().get(i);
            assertThat(actual.layers().get(i).name()).isEqualTo(layer.name());
            assertThat(actual.layers().get(i).rank()).isEqualTo(layer.rank());
            assertThat(actual.layers().get(i).errorAfter())
                    .isCloseTo(layer.errorAfter(), within(PRECISION * layer.errorAfter()));
        }
        assertThat(actual.calibrated().top1()).isCloseTo(expected.calibrated().top1(), within(1.01 / 40));
    }

    @Test
    void noImageOfTheFieldDecidesAnything() {
        ExperimentSpec spec = spec(Method.LORA, fromFile());
        ExperimentResult few = run(field, spec);
        ExperimentResult many =
                run(gatheringWithFile(), spec.withCalibration(spec.calibration().withSamples(20)));
        assertThat(many.layers()).isEqualTo(few.layers());
        assertThat(many.calibrated().predicted()).isEqualTo(few.calibrated().predicted());
    }

    private static OpenedBench gatheringWithFile() {
        choice.addTo(gathering.workbench());
        return gathering;
    }

    @Test
    void methodsThatRunImagesAreRefusedOrSayWhichTheyRan() {
        assertThatThrownBy(() -> run(field, spec(Method.BATCH_NORM, fromFile())))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("needs calibration images");
        assertThatThrownBy(() -> run(field, spec(Method.BACKPROP, fromFile())))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("needs calibration images");
        assertThat(run(gatheringWithFile(), spec(Method.BATCH_NORM, fromFile())).notes())
                .anyMatch(note -> note.contains("10 images of calibration.bin"));
    }

    @Test
    void withoutFisherMethodsThatNeedItAreRefused() {
        Path file = folder.resolve("plain.statistics.safetensors");
        FactoryStatistics plain = FactoryStatistics.gather(gathering.workbench(), 2, Progress.none(), CANCEL);
        StatisticsFile.save(file, gathering.workbench().network(), plain, Provenance.of(gathering.workbench()));
        StatisticsChoice without = StatisticsChoice.of(file);
        without.addTo(field.workbench());
        assertThatThrownBy(() -> run(field, spec(Method.SPARSE, fromFile().withStatistics(without.sha256()))))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("no output Fisher");
    }

    @Test
    void unknownChangedAndMispreparedFilesAreRefused() {
        assertThatThrownBy(() -> run(field, spec(Method.LORA, fromFile().withStatistics("0".repeat(64)))))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("statistics");
        assertThatThrownBy(() -> new StatisticsChoice(choice.file(), "0".repeat(64)).addTo(field.workbench()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("has changed");
        BenchFiles sample = BundledSample.find();
        BenchFiles raw = new BenchFiles(
                sample.model(),
                sample.evaluation(),
                null,
                PreprocessingChoice.Request.preset("raw"),
                10,
                List.of(choice));
        assertThatThrownBy(() -> raw.open(1))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("--preprocess cifar10");
        assertThatThrownBy(() -> fromFile().withFactoryImages(10))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("factoryImages");
    }
}
