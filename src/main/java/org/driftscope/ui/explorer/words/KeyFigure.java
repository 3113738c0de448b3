package org.driftscope.ui.explorer.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.ReadSpread;
import org.driftscope.support.Percent;
import org.driftscope.support.text.SignedText;
import org.driftscope.ui.state.Score;
import org.jspecify.annotations.Nullable;

/**
 * One number of the strip above the maps.
 *
 * @param value with its unit; a dash where it is not known
 * @param uncertainty "± 0.9 s.e." (standard error) or another remark; "" for none
 * @param more what else is known, such as the top-5 accuracy of many classes; "" for nothing
 * @param stale whether it is of settings before the present ones
 */
public record KeyFigure(String value, String uncertainty, String more, boolean stale) {
    static final KeyFigure UNKNOWN = new KeyFigure("–", "");
    /** Of fewer classes the first five say little. */
    private static final int TOP_FIVE_CLASSES = 100;

    KeyFigure(String value, String uncertainty) {
        this(value, uncertainty, "", false);
    }

    /** Top-1 with its binomial standard error, and top-5 where there are many classes. */
    static KeyFigure accuracy(@Nullable Accuracy accuracy) {
        return accuracy == null ? UNKNOWN : accuracy(accuracy, "");
    }

    /** Of the images scored so far, whose number is said. */
    static KeyFigure soFar(Accuracy accuracy) {
        return accuracy(accuracy, String.format(Locale.US, "n = %,d", accuracy.images()));
    }

    private static KeyFigure accuracy(Accuracy accuracy, String images) {
        KeyFigure top1 = accuracy(accuracy.top1(), accuracy.standardError());
        List<String> more = new ArrayList<>();
        if (hasTopFive(accuracy.classes())) {
            more.add(String.format(Locale.US, "top-5 %.1f %%", accuracy.top5() * 100));
        }
        if (!images.isEmpty()) {
            more.add(images);
        }
        return new KeyFigure(top1.value(), top1.uncertainty(), String.join(", ", more), false);
    }

    /** Top-1 of a point, with its binomial standard error. */
    static KeyFigure accuracy(Score score) {
        return accuracy(score.top1(), score.standardError());
    }

    private static KeyFigure accuracy(double top1, double standardError) {
        return new KeyFigure(Percent.text(top1) + " %", String.format(Locale.US, "± %.1f s.e.", standardError * 100));
    }

    /** With what reading the same chip again gives. @param reads null where it is not known */
    KeyFigure withReads(@Nullable ReadSpread reads) {
        if (reads == null) {
            return this;
        }
        return new KeyFigure(value, uncertainty, more.isBlank() ? reads.words() : more + ", " + reads.words(), stale);
    }

    /** With a line below, even if it is empty: so that nothing moves when it is filled. */
    KeyFigure withLine(boolean wanted) {
        return wanted && more.isEmpty() ? new KeyFigure(value, uncertainty, " ", stale) : this;
    }

    /** The same, marked as of settings before the present ones. */
    public KeyFigure ofBefore() {
        return new KeyFigure(value, uncertainty, more, true);
    }

    /** A question mark in its place, with as many lines, so that nothing moves when it is shown. */
    KeyFigure covered() {
        return new KeyFigure("?", "", more.isEmpty() ? "" : " ", false);
    }

    /** Whether accuracies of so many classes have a line more. */
    static boolean hasTopFive(int classes) {
        return classes >= TOP_FIVE_CLASSES;
    }

    static KeyFigure recovered(@Nullable Double share) {
        return share == null ? UNKNOWN : new KeyFigure(SignedText.of(Percent.of(share), "%.1f %%"), "");
    }

    static KeyFigure percent(double percent) {
        return new KeyFigure(String.format(Locale.US, "%.2f %%", percent), "");
    }

    static KeyFigure count(long count) {
        return new KeyFigure(String.format(Locale.US, "%,d", count), "");
    }
}
