package org.driftscope.ui.lessons;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.lesson.Lesson;
import org.driftscope.io.lesson.LessonFigure;
import org.driftscope.io.lesson.LessonPrediction;
import org.driftscope.io.lesson.LessonPrediction.Option;
import org.driftscope.io.lesson.LessonStep;
import org.driftscope.report.worksheet.Worksheet;
import org.driftscope.report.worksheet.Worksheet.Part;
import org.jspecify.annotations.Nullable;

/** A lesson as a worksheet: what was gone through with its numbers, the rest with blanks. */
final class LessonSheet {
    private LessonSheet() {}

    /**
     * @param runs steps that were gone through, by their place
     * @param first what a first start shows; settings that differ from it are listed
     * @param source what it was made with
     */
    static Worksheet of(Lesson lesson, Map<Integer, StepRun> runs, ExperimentSpec first, String source) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < lesson.steps().size(); i++) {
            parts.add(part(lesson.steps().get(i), runs.get(i), first));
        }
        return new Worksheet(lesson.title(), lesson.about(), source, parts);
    }

    private static Part part(LessonStep step, @Nullable StepRun run, ExperimentSpec first) {
        LessonPrediction asked = step.prediction();
        Snapshot end = run == null ? null : run.end();
        Snapshot seen = end != null || run == null ? end : run.begun();
        return new Part(
                step.title(),
                run == null || seen == null ? step.text() : run.filled(step.text(), seen),
                asked == null ? "" : asked.ask(),
                asked == null
                        ? List.of()
                        : asked.options().stream().map(Option::text).toList(),
                run == null ? "" : run.predicted(),
                run == null || seen == null ? step.task() : run.filled(step.task(), seen),
                end == null || step.task().isEmpty() ? Map.of() : settings(end.spec(), first),
                end == null || step.task().isEmpty() ? Map.of() : measured(end),
                run == null ? "" : run.verdict(),
                run == null || end == null ? List.of() : run.filled(step.after(), end),
                step.questions(),
                run == null ? List.of() : run.figures());
    }

    /** Settings that are not as at a first start and make a difference, as they are told. */
    private static Map<String, String> settings(ExperimentSpec spec, ExperimentSpec first) {
        Map<String, String> rows = new LinkedHashMap<>();
        Set<String> known = Settings.values(spec).keySet();
        for (Setting setting : Settings.all()) {
            boolean differs = !Objects.equals(setting.read(spec), setting.read(first));
            if (known.contains(setting.name()) && setting.matters(spec) && differs) {
                rows.put(setting.words().label(), setting.tell(spec));
            }
        }
        return rows;
    }

    private static Map<String, String> measured(Snapshot end) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (LessonFigure figure : LessonFigure.values()) {
            Double value = end.figures().get(figure);
            if (value != null) {
                rows.put(figure.label(), figure.text(value));
            }
        }
        return rows;
    }
}
