package org.driftscope.ui.lessons;

import java.util.List;
import org.driftscope.io.lesson.LessonPrediction;
import org.driftscope.io.lesson.TextBlock;
import org.jspecify.annotations.Nullable;

/**
 * A step as the panel shows it.
 *
 * @param lesson its title
 * @param index from 0
 * @param count of steps
 * @param title of the step
 * @param text with values in place
 * @param prediction what is asked; null for nothing
 * @param predicted the answer; "" before
 * @param task what to do; empty for nothing
 * @param mood what the step waits for
 * @param verdict what came of the prediction; "" before
 * @param after what is said once it is done; empty before
 * @param questions for the worksheet
 * @param shows whether the step can be shown
 */
record LessonPage(
        String lesson,
        int index,
        int count,
        String title,
        List<TextBlock> text,
        @Nullable LessonPrediction prediction,
        String predicted,
        List<TextBlock> task,
        Mood mood,
        String verdict,
        List<TextBlock> after,
        List<String> questions,
        boolean shows) {
    /** What a step waits for. */
    enum Mood {
        /** Another network is open than the lesson speaks of. */
        ELSEWHERE("This lesson needs the bundled sample."),
        /** A prediction. */
        PREDICT(""),
        /** Something is measured that the step compares with. */
        MEASURE("Measuring what is set now …"),
        /** A calibration that the step compares with. */
        CALIBRATE("Press Calibrate first: this step compares with its number."),
        /** What was to be compared with was changed before it was measured. */
        MISSED("That was quicker than the measurement. Start this step again."),
        /** The task. */
        DO(""),
        /** Nothing: it is done, or there is nothing to do. */
        DONE("");

        private final String words;

        Mood(String words) {
            this.words = words;
        }

        /** A sentence for the panel; "" where the step's own texts say it. */
        String words() {
            return words;
        }
    }

    /** The label of the way on. */
    String wayOn() {
        if (mood != Mood.DONE) {
            return "Skip";
        }
        return index == count - 1 ? "Finish" : "Next";
    }
}
