package org.driftscope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.device.DriftModel;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.bench.SavedAdapters;
import org.driftscope.io.experiment.ExperimentFile;
import org.driftscope.io.experiment.ExperimentFileReader;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.session.Session;
import org.driftscope.ui.session.SessionFiles;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.PointOrigin;
import org.driftscope.ui.state.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing a user has is lost: what older builds wrote opens, and gives the numbers that those builds gave. */
class OlderFilesTest {
    private static final Path SAMPLE = Path.of(System.getProperty("sample.data"));

    /** Two of 2,000 images: scores that are all but equal may fall either way on another kind of processor. */
    private static final double ONE_OR_TWO = 0.0011;

    @TempDir
    Path folder;

    /** A copy of a build's files, with model and images beside them as when they were made. */
    private void have(String build) throws IOException {
        Path golden = Path.of(System.getProperty("basedir", "."), "src/test/resources/org/driftscope/golden");
        try (var files = Files.list(golden.resolve("build-" + build))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        Files.copy(golden.resolve("tiny.onnx"), folder.resolve("tiny.onnx"));
        for (String name : List.of("evaluation.bin", "calibration.bin")) {
            Files.copy(SAMPLE.resolve(name), folder.resolve(name));
        }
    }

    private List<String[]> rows(String csv) throws IOException {
        return Files.readAllLines(folder.resolve(csv)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0c2723a, 18", "8f63b60, 20"})
    void anArchiveKeepsItsTrialsWithTagsAndStudies(String build, int trials) throws IOException {
        have(build);
        for (int times = 0; times < 2; times++) {
            try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"))) {
                List<ArchivedTrial> found = archive.list("").stream()
                        .sorted(Comparator.comparing(ArchivedTrial::key))
                        .toList();
                assertThat(found).hasSize(trials);
                assertThat(found.stream().map(OlderFilesTest::row)).containsExactlyElementsOf(wanted());
                assertThat(found).allMatch(trial -> trial.studies().equals(List.of(trial.study())));
                assertThat(found).filteredOn(trial -> !trial.tag().isEmpty()).hasSize(1);
            }
        }
    }

    private List<List<Object>> wanted() throws IOException {
        return rows("trials.csv").stream()
                .map(cells -> List.<Object>of(
                        cells[0],
                        cells[1],
                        cells[2],
                        Integer.valueOf(cells[3]),
                        Double.valueOf(cells[4]),
                        Double.valueOf(cells[5]),
                        Double.valueOf(cells[6]),
                        Long.valueOf(cells[7]),
                        Long.valueOf(cells[8]),
                        Long.valueOf(cells[9])))
                .toList();
    }

    private static List<Object> row(ArchivedTrial trial) {
        TrialOutcome outcome = trial.outcome();
        return List.of(
                trial.key(),
                trial.study(),
                trial.tag(),
                outcome.images(),
                outcome.cleanTop1(),
                outcome.driftedTop1(),
                outcome.calibratedTop1(),
                outcome.updatedParameters(),
                (long) outcome.number("sramBits"),
                (long) outcome.number("rramWrites"));
    }

    /**
     * The experiment reads the same: every trial of its grid is one that the archive has. Sparse weights from a noisy readout
     * have other numbers since the readout is weighed: they are new trials, and the old ones stay.
     */
    @ParameterizedTest
    @CsvSource({
        "0c2723a, tiny, 12",
        "0c2723a, sample, 6",
        "8f63b60, tiny, 12",
        "8f63b60, sample, 6",
        "8f63b60, ageing, 2"
    })
    void everyTrialOfAnExperimentIsKnown(String build, String experiment, int trials) throws IOException {
        have(build);
        ExperimentFile file = experiment(experiment);
        assertThat(file.sweep().trials()).hasSize(trials);
        try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"));
                OpenedBench opened = file.files().open(2)) {
            int before = archive.list("").size();
            List<SweepRunner.Finished> known = run(archive, opened, file.sweep(), false);
            assertThat(known).hasSize(trials).allSatisfy(trial -> assertThat(trial.remembered())
                    .as(trial.trial().toString())
                    .isEqualTo(!fromNoisyReadout(trial.trial())));
            long anew = known.stream().filter(trial -> !trial.remembered()).count();
            assertThat(archive.list("")).hasSize(before + (int) anew);
        }
    }

    private static boolean fromNoisyReadout(Sweep.Trial trial) {
        CalibrationSpec calibration = trial.spec().calibration();
        return SettingUse.READOUT_NOISE.matters(calibration.method())
                && calibration.settings().readoutNoise() > 0;
    }

    private ExperimentFile experiment(String name) {
        return ExperimentFileReader.read(folder.resolve(name + ".yaml"), ExperimentSpec.defaults());
    }

    private static List<SweepRunner.Finished> run(RunArchive archive, OpenedBench opened, Sweep sweep, boolean fresh) {
        return new SweepRunner(opened.workbench(), archive, fresh)
                .run(sweep, trial -> {}, Progress.none(), new CancelToken());
    }

    @Test
    void aTrialFromAStatisticsFileStillGivesItsNumbers() throws IOException {
        have("0c2723a");
        ExperimentFile file = experiment("tiny");
        Sweep one = new Sweep("again", Settings.with(file.sweep().base(), first()), Map.of());
        try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"));
                OpenedBench opened = file.files().open(2)) {
            TrialOutcome then = run(archive, opened, one, false).get(0).outcome();
            SweepRunner.Finished again = run(archive, opened, one, true).get(0);
            assertThat(again.remembered()).isFalse();
            TrialOutcome now = again.outcome();
            assertThat(now.driftedTop1()).isCloseTo(then.driftedTop1(), within(ONE_OR_TWO));
            assertThat(now.calibratedTop1()).isCloseTo(then.calibratedTop1(), within(ONE_OR_TWO));
            assertThat(now.updatedParameters()).isEqualTo(then.updatedParameters());
            assertThat(now.number("sramBits")).isEqualTo(then.number("sramBits"));
        }
    }

    private static Map<String, Object> first() {
        return Map.of("drift", 0.1, "seed", 7L, "method", "sparse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0c2723a", "8f63b60"})
    void aStatisticsFileLoads(String build) throws IOException {
        have(build);
        StatisticsFile file = StatisticsFile.load(
                folder.resolve("tiny.statistics.safetensors"), OnnxReader.read(folder.resolve("tiny.onnx")));
        assertThat(file.statistics().images()).isEqualTo(60);
        assertThat(file.statistics().layers()).containsOnlyKeys("conv1", "conv2", "conv3", "fc");
        assertThat(file.statistics().fisher()).containsOnlyKeys("conv1", "conv2", "conv3", "fc");
        // the patches of 60 images of 32 x 32, seen with stride 2
        assertThat(file.statistics().layers().get("conv1").patches()).isEqualTo(60 * 16 * 16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0c2723a", "8f63b60"})
    void savedAdaptersGiveTheirAccuracy(String build) throws IOException {
        have(build);
        ChipSpec chip = Settings.with(ExperimentSpec.defaults(), Map.of("drift", 0.2, "seed", 7L, "onOff", 10.0))
                .chip();
        BenchFiles files = new BenchFiles(
                folder.resolve("tiny.onnx"),
                folder.resolve("calibration.bin"),
                null,
                PreprocessingChoice.Request.preset("cifar10"),
                0);
        try (OpenedBench opened = files.open(2)) {
            Workbench bench = opened.workbench();
            CancelToken cancel = new CancelToken();
            List<String> layers = LayerChoice.all().in(bench.network());
            for (String[] cells : rows("adapters.csv")) {
                SavedAdapters.Applied applied = SavedAdapters.apply(
                        folder.resolve(cells[0]),
                        bench.network(),
                        chip,
                        LayerChoice.all(),
                        asked -> bench.chip(asked, layers, cancel));
                Accuracy after = bench.evaluate(applied.changes(), Progress.none(), cancel);
                assertThat(after.images()).isEqualTo(Integer.parseInt(cells[1]));
                // 500 images: at most one of them
                assertThat(after.top1()).as(cells[0]).isCloseTo(Double.parseDouble(cells[4]), within(0.0021));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0c2723a, 52, 29, 26", "8f63b60, 41, 19, 24"})
    void aSessionOpensAsItWas(String build, int clean, int drifted, int calibrated) throws IOException {
        have(build);
        Session session = SessionFiles.read(folder.resolve("session.driftscope"));
        assertThat(session.model().path()).isEqualTo(folder.resolve("tiny.onnx"));
        assertThat(session.evaluation()).isNotNull();
        assertThat(session.statistics()).hasSize(1);
        assertThat(session.selectedLayer()).isEqualTo("conv2");
        assertThat(session.state().ticked()).isEqualTo(Set.of("conv2", "fc"));
        assertThat(session.state().calibration().method()).isEqualTo(Method.DORA);
        assertThat(session.state().calibration().rank()).isEqualTo(3);
        assertThat(session.state().calibration().settings().statistics())
                .isEqualTo(session.statistics().get(0).sha256());
        assertThat(session.state().chip().crossbar().mapping()).isEqualTo(MappingKind.of("constant-sum"));
        assertThat(session.state().chip().seed()).isEqualTo(8);
        DriftModel drift = session.state().chip().drift();
        boolean ages = build.equals("8f63b60");
        assertThat(drift.id()).isEqualTo(ages ? "pcm" : "relative");
        assertThat(session.state().chip().secondsSinceProgramming()).isEqualTo(ages ? 86_400 : 0);

        CalibrationPoint point = session.state().points().get(0);
        assertThat(List.of(point.clean(), point.drifted(), point.calibrated()))
                .containsExactly(new Score(clean, 200), new Score(drifted, 200), new Score(calibrated, 200));
        assertThat(point.chip().drift()).isEqualTo(new RelativeGaussianDrift(0.2));
        assertThat(point.calibration().method()).isEqualTo(Method.ALLOCATED);
        assertThat(point.calibration().settings().budget()).isEqualTo(10);
        assertThat(point.parameters()).isEqualTo(216);
        assertThat(point.notes()).containsExactly("Ranks: {conv1=0, conv2=0, conv3=1, fc=1}.");
        assertThat(point.origin().equals(PointOrigin.NOT_RECORDED)).isEqualTo(!ages);

        Path again = folder.resolve("again.driftscope");
        SessionFiles.write(again, session);
        assertThat(SessionFiles.read(again)).isEqualTo(session);
    }

    /** Each build's own experiment, so that a change of what a file means shows here and not only in keys. */
    @ParameterizedTest
    @ValueSource(strings = {"0c2723a", "8f63b60"})
    void anExperimentReadsAsItSays(String build) throws IOException {
        have(build);
        Sweep sweep = experiment("tiny").sweep();
        assertThat(sweep.axes().keySet()).containsExactlyInAnyOrder("drift", "seed", "method");
        ExperimentSpec base = sweep.base();
        assertThat(base.chip().crossbar().mapping()).isEqualTo(MappingKind.of("constant-sum"));
        assertThat(base.calibration().settings().budget()).isEqualTo(10);
        assertThat(base.calibratedLayers()).isEqualTo(new LayerChoice(Arrays.asList("conv*", "fc")));
        assertThat(experiment("sample").sweep().base().calibration().settings().layerGain())
                .isEqualTo(build.equals("8f63b60"));
    }
}
