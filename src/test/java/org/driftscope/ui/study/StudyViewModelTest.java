package org.driftscope.ui.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.data.Preprocessing;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.archive.Outcomes;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.network.Graphs;
import org.driftscope.report.FinishedSweep;
import org.driftscope.report.StudyInputs;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;
import org.driftscope.ui.study.TrialRow.State;
import org.driftscope.ui.task.ImmediateRunner;
import org.driftscope.ui.task.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyViewModelTest {
    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();
    private final FixedSource source = new FixedSource();
    private final StudyViewModel study =
            new StudyViewModel(source, Path.of("unused"), new ImmediateRunner(), () -> 0, problems::add);

    private static Sweep ranks() {
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        axes.put("seed", List.of(1L, 2L));
        axes.put("rank", List.of(1L, 4L));
        return new Sweep("ranks", ExperimentSpec.defaults(), axes);
    }

    private StudyPlan plan(BenchLoan bench) {
        BenchFiles files = new BenchFiles(
                folder.resolve("m.onnx"),
                folder.resolve("e.bin"),
                folder.resolve("c.bin"),
                PreprocessingChoice.Request.none(),
                0);
        return new StudyPlan("ranks", List.of(ranks()), files, bench);
    }

    /** Made-up numbers, as if the archive had them all. */
    private StudyFindings findings() {
        List<SweepRunner.Finished> trials = new ArrayList<>();
        for (Sweep.Trial trial : ranks().trials()) {
            TrialOutcome outcome = Outcomes.of(100, 0.9, 0.5, 0.8, 10, 1.5, 160, 0, 0.1, "");
            trials.add(new SweepRunner.Finished(trials.size(), trial, outcome, true));
        }
        StudyInputs made = new StudyInputs(
                "net",
                "test images",
                100,
                "train images",
                Preprocessing.preset("mnist"),
                new Provenance("1", "c", "17", "os", "nd4j", 1, "m", "i", "c"));
        return new StudyFindings(source.plan.orElseThrow(), List.of(new FinishedSweep(ranks(), trials)), made);
    }

    @Test
    void aFinishedStudyHasItsFigureAndItsFiles() {
        source.plan = Optional.of(plan(work -> findings()));
        study.folderProperty().set(folder.resolve("out"));
        study.run();
        assertThat(study.swept()).containsExactlyInAnyOrder("seed", "rank");
        assertThat(study.rows()).hasSize(4);
        assertThat(study.drawing().figureProperty().get()).isNotNull();
        assertThat(study.writtenProperty().get()).isEqualTo(folder.resolve("out"));
        assertThat(Files.exists(folder.resolve("out/ranks.yaml"))).isTrue();
        assertThat(problems).isEmpty();
    }

    @Test
    void howManyTrialsAndHowLongIsSaidBeforeItRuns() {
        source.plan = Optional.of(plan(work -> findings()));
        study.foresee();
        assertThat(study.forecastProperty().get()).isEqualTo("4 trials");
        source.seconds = OptionalDouble.of(30);
        study.chipsProperty().set(2);
        assertThat(study.forecastProperty().get()).isEqualTo("4 trials, about 2:00 min by the last calibration");
        study.studyProperty().set("cost");
        assertThat(study.forecastProperty().get()).isEmpty();
    }

    @Test
    void aStudyThatTheChipDoesNotAllowSaysWhyWhenItIsRun() {
        source.plan = Optional.of(plan(work -> findings()));
        study.studyProperty().set("age");
        assertThat(study.forecastProperty().get()).isEqualTo("not on this chip");
        study.run();
        assertThat(study.outcomeProperty().get()).isEqualTo("device is relative, but must be one that ages.");
        assertThat(study.rows()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void anotherQuestionTakesTheAnswersOfTheOneBeforeAway() {
        source.plan = Optional.of(plan(work -> findings()));
        study.run();
        assertThat(study.drawing().figureProperty().get()).isNotNull();
        study.experimentProperty().set(folder.resolve("another.yaml"));
        assertThat(study.rows()).isEmpty();
        assertThat(study.drawing().figureProperty().get()).isNull();
        assertThat(study.outcomeProperty().get()).isEmpty();
    }

    @Test
    void theFigureFillsInAsTrialsFinish() {
        source.plan = Optional.of(plan(work -> findings()));
        study.run();
        List<SweepRunner.Finished> trials = findings().sweeps().get(0).trials();
        source.plan = Optional.of(plan(work -> {
            assertThat(study.drawing().figureProperty().get())
                    .as("before the first")
                    .isNull();
            study.drawing().heard(0, trials.get(0));
            study.drawing().heard(0, trials.get(1));
            assertThat(study.drawing().figureProperty().get())
                    .as("after two of four")
                    .isNotNull();
            throw new CancellationException();
        }));
        study.run();
        assertThat(study.drawing().figureProperty().get())
                .as("what was found stays")
                .isNotNull();
    }

    @Test
    void aCancelledStudySaysWhatIsKept() {
        source.plan = Optional.of(plan(work -> {
            throw new CancellationException();
        }));
        study.run();
        assertThat(study.rows()).allMatch(row -> row.readingProperty().get().state() == State.CANCELLED);
        assertThat(study.outcomeProperty().get()).startsWith("Cancelled.");
        assertThat(study.drawing().figureProperty().get()).isNull();
    }

    @Test
    void aBadExperimentFileIsAProblemInWords() {
        study.experimentProperty().set(folder.resolve("bad.yaml"));
        study.run();
        assertThat(problems).extracting(Problem::sentence).containsExactly("bad.yaml, line 3: no.");
        assertThat(study.rows()).isEmpty();
    }

    @Test
    void withoutANetworkThereIsNothingToRun() {
        study.run();
        assertThat(study.outcomeProperty().get()).isEqualTo("Open a model and images first.");
    }

    @Test
    void theStudyOfCostsNeedsNoTrials() {
        study.studyProperty().set("cost");
        study.run();
        assertThat(study.costs()).isNotEmpty();
        assertThat(study.costs().get(study.costs().size() - 1).label()).contains("back-propagation");
        Path target = folder.resolve("costs");
        study.save(target);
        assertThat(target.resolve("cost.csv")).exists();
        assertThat(problems).isEmpty();
    }

    /** One plan for every study; no file is any good. */
    private static final class FixedSource implements StudySource {
        private Optional<StudyPlan> plan = Optional.empty();
        private OptionalDouble seconds = OptionalDouble.empty();

        @Override
        public OptionalDouble secondsPerTrial(int limit) {
            return seconds;
        }

        private final CostStudy costs = new CostStudy(
                Graphs.residual(RandomSource.of(1)), ExperimentSpec.defaults(), CostAssumptions.defaults());

        @Override
        public Optional<StudyPlan> builtIn(String study, int chips, int limit) {
            if (study.equals("age")) {
                throw new SpecException("device", "relative", "one that ages");
            }
            return plan;
        }

        @Override
        public Optional<CostStudy> cost() {
            return Optional.of(costs);
        }

        @Override
        public StudyPlan ofFile(Path experiment) {
            throw new DataFormatException(experiment.getFileName() + ", line 3: no.");
        }

        @Override
        public Optional<Path> chooseExperiment() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFolder() {
            return Optional.empty();
        }

        @Override
        public void browse(Path shown) {}
    }
}
