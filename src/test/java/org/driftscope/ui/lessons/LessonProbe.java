package org.driftscope.ui.lessons;

import java.util.List;
import java.util.Objects;
import org.driftscope.io.lesson.TextBlock;

/** What the panel shows of a lesson, for tests elsewhere. */
public final class LessonProbe {
    private final LessonViewModel model;

    public LessonProbe(LessonViewModel model) {
        this.model = model;
    }

    private LessonPage page() {
        return Objects.requireNonNull(model.pageProperty().get());
    }

    public boolean isDone() {
        return page().mood() == LessonPage.Mood.DONE;
    }

    public String mood() {
        return page().mood().name();
    }

    public String verdict() {
        return page().verdict();
    }

    /** All that the step says now. */
    public String words() {
        LessonPage page = page();
        return plain(page.text()) + "\n" + plain(page.task()) + "\n"
                + page.mood().words() + "\n" + page.verdict() + "\n" + plain(page.after());
    }

    private static String plain(List<TextBlock> blocks) {
        StringBuilder all = new StringBuilder();
        blocks.forEach(block -> {
            block.runs().forEach(run -> all.append(run.text()));
            all.append('\n');
        });
        return all.toString().strip();
    }
}
