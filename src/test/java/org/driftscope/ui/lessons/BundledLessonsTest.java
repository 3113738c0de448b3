package org.driftscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Setting.Kind;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.lesson.BundledLessons;
import org.driftscope.io.lesson.Lesson;
import org.driftscope.io.lesson.LessonCheck;
import org.driftscope.io.lesson.LessonCheck.OfEvent;
import org.driftscope.io.lesson.LessonCheck.OfSetting;
import org.driftscope.io.lesson.LessonCheck.Relation;
import org.driftscope.io.lesson.LessonPrediction;
import org.driftscope.io.lesson.LessonStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundled lesson can be gone through: what a step asks for is accepted, and something else is not. */
class BundledLessonsTest {
    private static final ExperimentSpec FIRST = ExperimentSpec.of(ChipSpec.of(0.2, 7), CalibrationSpec.defaults());

    private final StagedSituation situation = new StagedSituation(FIRST);
    private final LessonViewModel lessons = new LessonViewModel(situation, FIRST, List.of());
    private final LessonProbe probe = new LessonProbe(lessons);

    static Stream<Lesson> bundled() {
        return BundledLessons.all(FIRST).stream();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyStepWaitsForWhatItAsksAndForNothingElse(Lesson lesson) {
        lessons.give(lesson);
        for (LessonStep step : lesson.steps()) {
            assertThat(lessons.step()).isEqualTo(step);
            String name = lesson.title() + ": " + step.title();
            LessonPrediction prediction = step.prediction();
            if (prediction != null) {
                act(step);
                assertThat(probe.isDone()).as("%s: before a prediction", name).isFalse();
                situation.forget();
                lessons.again();
                lessons.predict(
                        prediction.number() == null
                                ? prediction.options().get(0).text()
                                : "50 %");
            }
            if (probe.mood().equals("CALIBRATE")) {
                situation.calibrate();
            }
            if (!step.checks().isEmpty()) {
                doSomethingElse(step, name);
                act(step);
            }
            assertThat(probe.isDone()).as("%s: done; %s", name, probe.words()).isTrue();
            assertThat(probe.words()).as(name).doesNotContain("…", "{", "[[", "**");
            if (prediction != null) {
                assertThat(probe.verdict()).as(name).startsWith("You said");
            }
            lessons.next();
        }
        assertThat(lessons.step()).as("at its end").isNull();
        assertThat(lessons.progress()).containsEntry(lesson.id(), lesson.steps().size());
    }

    /** What is near what is asked for but not it, and what has nothing to do with it. */
    private void doSomethingElse(LessonStep step, String name) {
        for (LessonCheck check : step.checks()) {
            if (check instanceof OfSetting of && of.value() instanceof Number wanted && wanted.doubleValue() > 0) {
                boolean lower = of.relation() == Relation.AT_LEAST || of.relation() == Relation.ABOVE;
                double other = wanted.doubleValue() * (lower ? 0.5 : 2);
                refused(
                        step,
                        name,
                        of.setting(),
                        of.setting().kind() == Kind.REAL ? (Object) other : (Object) Math.round(other));
            }
        }
        if (step.checks().stream()
                .noneMatch(check -> check instanceof OfSetting of && of.setting() == DriftSettings.SEED)) {
            refused(step, name, DriftSettings.SEED, 99L);
        }
    }

    private void refused(LessonStep step, String name, Setting setting, Object value) {
        ExperimentSpec before = situation.spec();
        situation.take("something else", spec -> Settings.with(spec, Map.of(setting.name(), value)));
        assertThat(probe.isDone())
                .as("%s: done by %s %s", name, setting.name(), value)
                .isFalse();
        situation.take("undo", spec -> before);
    }

    private void act(LessonStep step) {
        if (!step.show().isEmpty()) {
            situation.take("by hand", spec -> Settings.with(spec, new LinkedHashMap<>(step.show())));
        }
        for (LessonCheck check : step.checks()) {
            if (check instanceof OfEvent of) {
                switch (of.event()) {
                    case LAYER -> situation.layer = situation.layer + "'";
                    case CELL -> situation.cell = situation.cell + "'";
                    case CALIBRATED -> situation.calibrate();
                    case SWEPT -> situation.ranks = 5;
                    case SCORED -> {}
                }
                situation.tell();
            }
        }
    }
}
