package org.driftscope.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.TrialWork;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedStudyTest {
    private static final Sweep SWEEP = new Sweep(
            "two", ExperimentSpec.defaults(), Map.of("method", List.of("bias", "magnitude"), "samples", List.of(2L)));

    @TempDir
    static Path folder;

    private static BenchFiles files;
    private static StudyText text;
    private static String key;

    @BeforeAll
    static void open() throws Exception {
        BenchFiles sample = BundledSample.find();
        Path model = Files.copy(sample.model(), folder.resolve("model.onnx"));
        files = new BenchFiles(model, sample.evaluation(), sample.calibration(), sample.preprocessing(), 5);
        try (OpenedBench bench = files.open(1)) {
            text = StudyText.of(files, SWEEP, bench.workbench());
            key = TrialWork.key(SWEEP.trials().get(0).spec(), bench.workbench());
        }
    }

    private static StudyText of(String experiment, String version, String model) {
        return new StudyText(experiment, version, text.commit(), model, text.images(), text.calibration());
    }

    @Test
    void whatTheDriverHasIsComputedAndAnotherKeyIsRefused() throws Exception {
        try (OpenedStudy study = OpenedStudy.of(text, null, 1)) {
            assertThat(study.compute(0, key, new CancelToken()).outcome().images())
                    .isEqualTo(5);
            assertThatThrownBy(() -> study.compute(1, key, new CancelToken()))
                    .isInstanceOf(OpenedStudy.MismatchException.class)
                    .hasMessageContaining("reads the experiment otherwise");
        }
    }

    @Test
    void theNextSweepGoesOnWithTheSameBench() {
        try (OpenedStudy study = OpenedStudy.of(text, null, 1)) {
            StudyText next = of(text.experiment().replace("name: two", "name: next"), text.version(), text.model());
            assertThat(OpenedStudy.of(next, study, 1).bench()).isSameAs(study.bench());
        }
    }

    @Test
    void anotherModelOrVersionIsNamed() {
        assertThatThrownBy(() -> OpenedStudy.of(of(text.experiment(), text.version(), "0123"), null, 1))
                .hasMessageContaining("has another version of the model")
                .hasMessageContaining("model.onnx")
                .hasMessageContaining("0123");
        assertThatThrownBy(() -> OpenedStudy.of(of(text.experiment(), "0.0.1", text.model()), null, 1))
                .hasMessageContaining("has another version of Driftscope")
                .hasMessageContaining("0.0.1");
    }

    @Test
    void aMissingModelIsNamed() {
        String elsewhere = text.experiment().replace("model.onnx", "nowhere.onnx");
        assertThatThrownBy(() -> OpenedStudy.of(of(elsewhere, text.version(), text.model()), null, 1))
                .isInstanceOf(DriftscopeException.class)
                .hasMessageContaining("nowhere.onnx");
    }
}
