package org.driftscope.io.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked before something is done.
 *
 * @param ask the question
 * @param options answers to choose from; none where a number is wanted
 * @param number the figure whose value is guessed; null where there are options
 */
public record LessonPrediction(String ask, List<Option> options, @Nullable LessonFigure number) {
    /**
     * An answer.
     *
     * @param text the answer
     * @param when what is measured where it is right; none where nothing can be measured
     */
    public record Option(String text, List<LessonCheck> when) {
        public Option {
            when = List.copyOf(when);
        }
    }

    public LessonPrediction {
        options = List.copyOf(options);
    }
}
