package org.driftscope.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.report.RefusedTrials;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRunnerTest {
    private static final ExperimentSpec BASE = ExperimentSpec.of(
            ChipSpec.of(0.2, 7), CalibrationSpec.defaults().withSamples(2).withMethod(Method.BIAS_ONLY));

    @TempDir
    Path folder;

    private OpenedBench opened;
    private Workbench bench;
    private RunArchive archive;

    @BeforeEach
    void open() {
        opened = BundledSample.find().withLimit(10).open(2);
        bench = opened.workbench();
        archive = RunArchive.open(folder.resolve("runs.sqlite"));
    }

    @AfterEach
    void close() {
        archive.close();
        opened.close();
    }

    private List<SweepRunner.Finished> run(String study, boolean fresh, Map<String, List<Object>> axes) {
        return new SweepRunner(bench, archive, fresh)
                .run(new Sweep(study, BASE, axes), trial -> {}, Progress.none(), new CancelToken());
    }

    private long computed(List<SweepRunner.Finished> trials) {
        return trials.stream().filter(trial -> !trial.remembered()).count();
    }

    @Test
    void whatTwoStudiesShareIsOfBoth() {
        run("a", false, Map.of("seed", List.of(1L, 2L)));
        assertThat(computed(run("b", false, Map.of("seed", List.of(2L, 3L))))).isEqualTo(1);
        assertThat(archive.list("a")).hasSize(2);
        assertThat(archive.list("b")).hasSize(2);
        assertThat(archive.list("")).hasSize(3);
    }

    @Test
    void computingAnewKeepsTagsAndStudies() {
        run("a", false, Map.of("seed", List.of(1L)));
        archive.tag(archive.list("a").get(0).key(), "mine");
        assertThat(computed(run("b", true, Map.of("seed", List.of(1L))))).isEqualTo(1);
        ArchivedTrial trial = archive.list("").get(0);
        assertThat(trial.tag()).isEqualTo("mine");
        assertThat(trial.studies()).containsExactly("a", "b");
    }

    @Test
    void settingsThatAMethodIgnoresMakeNoOtherTrial() {
        List<SweepRunner.Finished> trials =
                run("a", true, Map.of("rank", List.of(1L, 4L), "budget", List.of(1.0, 5.0)));
        assertThat(computed(trials)).isEqualTo(1);
        assertThat(trials).hasSize(4);
        assertThat(trials).extracting(SweepRunner.Finished::index).containsExactly(0, 1, 2, 3);
        assertThat(trials.stream().map(SweepRunner.Finished::outcome).distinct())
                .hasSize(1);
        assertThat(archive.list("a")).hasSize(1);
        assertThat(computed(run("c", false, Map.of("method", List.of("dora"), "rank", List.of(1L, 2L)))))
                .isEqualTo(2);
    }

    @Test
    void everyTrialIsToldWhenItBegins() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        SweepRunner.Listener listener = new SweepRunner.Listener() {
            @Override
            public void started(int index) {
                heard.add("started " + index);
            }

            @Override
            public void finished(SweepRunner.Finished trial) {
                heard.add("finished " + trial.index());
            }
        };
        new SweepRunner(bench, archive, false)
                .run(
                        new Sweep("a", BASE, Map.of("seed", List.of(1L, 2L))),
                        listener,
                        Progress.none(),
                        new CancelToken());
        assertThat(heard).containsSubsequence("started 0", "finished 0");
        assertThat(heard).containsSubsequence("started 1", "finished 1");
        assertThat(heard).hasSize(4);
    }

    @Test
    void whatIsRefusedDoesNotKeepTheOthersFromFinishing() {
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        axes.put("method", List.of("allocated", "bias"));
        axes.put("budget", List.of(0.001));
        axes.put("seed", List.of(1L, 2L));
        RefusedTrials refused = new RefusedTrials();
        List<SweepRunner.Finished> trials = new SweepRunner(bench, archive, false)
                .run(new Sweep("some", BASE, axes), refused, Progress.none(), new CancelToken());
        assertThat(trials).extracting(SweepRunner.Finished::index).containsExactlyInAnyOrder(1, 3);
        assertThat(refused.all()).extracting(SweepRunner.Refused::index).containsExactlyInAnyOrder(0, 2);
        assertThat(refused.all().get(0).why()).contains("budget");
        assertThat(archive.list("some")).hasSize(2);
        assertThatThrownBy(() -> run("some", false, axes)).hasMessageContaining("budget");
    }

    @Test
    void trialsOfOlderVersionsAreFoundUnderTheirKeys() {
        ExperimentSpec spec = BASE.withCalibration(BASE.calibration().withRank(1));
        String older = TrialIdentity.olderKey(spec, bench);
        assertThat(older).isNotEqualTo(TrialIdentity.key(spec, bench));
        TrialOutcome outcome = TrialOutcome.of(ExperimentRunner.run(bench, spec, Progress.none(), new CancelToken())
                .result());
        archive.put(ArchivedTrial.finished(older, "old", "2026-01-01T00:00:00Z", "{}", "{}", outcome), false);
        archive.tag(older, "mine");
        List<SweepRunner.Finished> trials = run("new", false, Map.of("rank", List.of(1L)));
        assertThat(computed(trials)).isZero();
        assertThat(archive.find(older).orElseThrow().studies()).containsExactly("new", "old");
        run("new", true, Map.of("rank", List.of(1L)));
        assertThat(archive.list("")).hasSize(1);
        assertThat(archive.list("").get(0).tag()).isEqualTo("mine");
    }

    @Test
    void aMethodWithoutLayersToChooseIgnoresMostAffectedAndSaysSo() {
        ExperimentSpec spec = BASE.withCalibration(BASE.calibration()
                .withMethod(Method.BATCH_NORM)
                .withSettings(BASE.calibration().settings().withMostAffected(3)));
        List<String> notes = ExperimentRunner.run(bench, spec, Progress.none(), new CancelToken())
                .result()
                .notes();
        assertThat(notes).anyMatch(note -> note.contains("Most affected was ignored"));
        assertThat(notes).noneMatch(note -> note.contains("Layers calibrated"));
    }
}
