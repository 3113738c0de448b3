package org.driftscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.io.lesson.BundledLessons;
import org.driftscope.io.lesson.Lesson;
import org.driftscope.io.lesson.LessonCheck;
import org.driftscope.io.lesson.LessonCheck.OfEvent;
import org.driftscope.io.lesson.LessonPrediction;
import org.driftscope.io.lesson.LessonStep;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.layers.LayersViewModel;
import org.driftscope.ui.lessons.LessonProbe;
import org.driftscope.ui.lessons.LessonViewModel;
import org.driftscope.ui.task.ImmediateRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goes through every bundled lesson on the whole sample and prints all that it says, to be read by whoever changes a lesson.
 * Takes minutes, so that it runs only when it is asked for by its name.
 */
class LessonTranscript {
    @TempDir
    Path folder;

    private OpenWindow window;
    private final HeatmapViewModel maps = new HeatmapViewModel();
    private LessonViewModel lessons;
    private LessonProbe probe;

    static Stream<Lesson> bundled() {
        return BundledLessons.all(LessonDesk.first()).stream();
    }

    @BeforeEach
    void open() {
        window = new OpenWindow(folder, new ImmediateRunner());
        window.explorer.picture().lookProperty().subscribe(picture -> {
            if (picture != null) {
                maps.show(picture);
            }
        });
        LessonSituation situation =
                new LessonSituation(window.explorer, maps, List::of, window::withSample, window.problems::add);
        lessons = new LessonViewModel(situation, LessonDesk.first(), List.of());
        probe = new LessonProbe(lessons);
        window.opening.openSample();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void ofEveryStep(Lesson lesson) {
        lessons.give(lesson);
        for (LessonStep step : lesson.steps()) {
            assertThat(lessons.step()).isEqualTo(step);
            String name = lesson.title() + ": " + step.title();
            LessonPrediction prediction = step.prediction();
            if (prediction != null) {
                assertThat(probe.isDone()).as("%s: before a prediction", name).isFalse();
                lessons.predict(
                        prediction.number() == null
                                ? prediction.options().get(0).text()
                                : "50 %");
            }
            if (!step.checks().isEmpty()) {
                assertThat(probe.isDone()).as("%s: before it is done", name).isFalse();
                act(step);
            }
            assertThat(probe.isDone()).as("%s: done%s", name, probe.words()).isTrue();
            if (prediction != null) {
                assertThat(probe.verdict()).as(name).startsWith("You said").contains("easured");
            }
            assertThat(probe.words()).as(name).doesNotContain("…").doesNotContain("{");
            System.out.println("## " + name + "\n" + probe.words());
            assertThat(window.problems).as(name).isEmpty();
            lessons.next();
        }
        assertThat(lessons.step()).as("at its end").isNull();
        assertThat(lessons.progress()).containsEntry(lesson.id(), lesson.steps().size());
    }

    private void set(String name, Object value) {
        window.history.seal();
        new LessonSituation(window.explorer, maps, List::of, () -> {}, window.problems::add)
                .take("by hand", spec -> Settings.with(spec, Map.of(name, value)));
    }

    private void act(LessonStep step) {
        Map<String, Object> wanted = new LinkedHashMap<>(step.show());
        wanted.forEach(this::set);
        for (LessonCheck check : step.checks()) {
            if (check instanceof OfEvent of) {
                switch (of.event()) {
                    case LAYER -> anotherLayer(window.explorer.layers());
                    case CELL -> maps.selection().step(1, 1);
                    case CALIBRATED -> window.explorer.calibrate();
                    case SWEPT -> window.explorer.sweepRanks();
                    case SCORED -> {}
                }
            }
        }
    }

    private static void anotherLayer(LayersViewModel layers) {
        String shown = Objects.requireNonNull(layers.selectedProperty().get());
        List<String> names = new ArrayList<>();
        layers.rows().forEach(row -> names.add(row.name()));
        names.remove(shown);
        layers.selectedProperty().set(names.get(0));
    }
}
