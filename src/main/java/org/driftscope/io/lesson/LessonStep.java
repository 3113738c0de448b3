package org.driftscope.io.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a lesson.
 *
 * @param title short
 * @param text what is to be known
 * @param point what is framed, one of {@link LessonPlaces} or the name of a setting; "" for nothing
 * @param scene name of the scene that it begins with; "" to go on with what is set
 * @param prediction what is asked first; null for nothing
 * @param task what to do, in one paragraph; empty where there is nothing to do
 * @param checks what has to be so before the step is done
 * @param show settings that do the step, for whoever only watches; may be empty
 * @param after what is said once it is done
 * @param questions for the worksheet
 * @param figures which of {@link #FIGURES} the worksheet shows of it
 */
public record LessonStep(
        String title,
        List<TextBlock> text,
        String point,
        String scene,
        @Nullable LessonPrediction prediction,
        List<TextBlock> task,
        List<LessonCheck> checks,
        Map<String, Object> show,
        List<TextBlock> after,
        List<String> questions,
        List<String> figures) {
    /** What the worksheet can show. */
    public static final List<String> FIGURES = List.of("maps", "histogram", "chart");

    public LessonStep {
        text = List.copyOf(text);
        task = List.copyOf(task);
        checks = List.copyOf(checks);
        show = Collections.unmodifiableMap(new LinkedHashMap<>(show));
        after = List.copyOf(after);
        questions = List.copyOf(questions);
        figures = List.copyOf(figures);
    }
}
