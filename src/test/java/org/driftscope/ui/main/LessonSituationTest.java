package org.driftscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.io.lesson.LessonFigure;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.task.ImmediateRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons see the numbers that the window shows, and only those of what is set. */
class LessonSituationTest {
    @TempDir
    Path folder;

    @Test
    void figuresAreThoseOfTheWindowForWhatIsSet() {
        try (OpenWindow window = new OpenWindow(folder, new ImmediateRunner())) {
            LessonSituation situation = new LessonSituation(
                    window.explorer, new HeatmapViewModel(), List::of, () -> {}, window.problems::add);
            AtomicInteger heard = new AtomicInteger();
            situation.onChange(heard::incrementAndGet);
            assertThat(situation.suits(true)).isFalse();
            window.withSample();
            assertThat(heard).hasPositiveValue();
            assertThat(situation.suits(false)).isTrue();
            double clean = situation.figure(LessonFigure.CLEAN).orElseThrow();
            double drifted = situation.figure(LessonFigure.DRIFTED).orElseThrow();
            assertThat(clean)
                    .isEqualTo(100
                            * Objects.requireNonNull(window.explorer
                                            .accuracy()
                                            .cleanProperty()
                                            .get())
                                    .top1());
            assertThat(situation.figure(LessonFigure.LOST).orElseThrow()).isEqualTo(clean - drifted);
            assertThat(situation.figure(LessonFigure.CALIBRATED)).as("before").isEmpty();
            set(situation, CalibrationSettings.RANK, 1L);
            assertThat(window.history.lastChangeProperty().get()).isEqualTo("by the lesson");
            window.explorer.calibrate();
            CalibrationPoint point = window.history.get().points().get(0);
            double calibrated = situation.figure(LessonFigure.CALIBRATED).orElseThrow();
            assertThat(calibrated).isEqualTo(100 * point.calibrated().top1());
            assertThat(situation.figure(LessonFigure.REGAINED).orElseThrow()).isEqualTo(calibrated - drifted);
            assertThat(situation.figure(LessonFigure.PARAMETERS).orElseThrow()).isEqualTo(point.percent());
            assertThat(situation.figure(LessonFigure.WRITES)).hasValue(0);
            assertThat(situation.ranks()).isEqualTo(1);
            set(situation, DriftSettings.SEED, 8L);
            assertThat(situation.figure(LessonFigure.CALIBRATED))
                    .as("of another chip")
                    .isEmpty();
            assertThat(situation.ranks()).isZero();
            set(situation, DriftSettings.DRIFT_LAYERS, List.of("nowhere"));
            assertThat(window.problems).as("what cannot be set is said").hasSize(1);
            window.history.undo();
            assertThat(situation.figure(LessonFigure.CALIBRATED)).as("undone").hasValue(calibrated);
        }
    }

    private static void set(LessonSituation situation, Setting setting, Object value) {
        situation.take("by the lesson", spec -> Settings.with(spec, Map.of(setting.name(), value)));
    }
}
