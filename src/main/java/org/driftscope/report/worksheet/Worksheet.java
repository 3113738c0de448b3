package org.driftscope.report.worksheet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.io.lesson.TextBlock;

/**
 * A lesson on paper.
 *
 * @param title of the lesson
 * @param about it, one line; "" for none
 * @param source what it was made with, e.g. the version
 * @param parts a step each
 */
public record Worksheet(String title, String about, String source, List<Part> parts) {
    /**
     * A step on paper.
     *
     * @param title short
     * @param text with values in place
     * @param ask what was to be predicted; "" for nothing
     * @param options to choose from; none where a number was asked for
     * @param predicted the answer; "" for a blank
     * @param task what to do; may be empty
     * @param settings that differ from a first start, when the step was done or now, by label
     * @param measured numbers with their units, by label
     * @param verdict what came of the prediction; "" for none
     * @param after what is said once it is done; empty before
     * @param questions with room for answers
     * @param figures what was to be seen
     */
    public record Part(
            String title,
            List<TextBlock> text,
            String ask,
            List<String> options,
            String predicted,
            List<TextBlock> task,
            Map<String, String> settings,
            Map<String, String> measured,
            String verdict,
            List<TextBlock> after,
            List<String> questions,
            List<NamedFigure> figures) {
        public Part {
            text = List.copyOf(text);
            options = List.copyOf(options);
            task = List.copyOf(task);
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
            measured = Collections.unmodifiableMap(new LinkedHashMap<>(measured));
            after = List.copyOf(after);
            questions = List.copyOf(questions);
            figures = List.copyOf(figures);
        }
    }

    public Worksheet {
        parts = List.copyOf(parts);
    }
}
