package org.driftscope.ui.main;

import java.util.Locale;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.ui.state.Score;
import org.jspecify.annotations.Nullable;

/**
 * One number of the strip above the maps.
 *
 * @param value with its unit; a dash where it is not known
 * @param uncertainty "± 0.9 s.e." (standard error) or another remark; "" for none
 */
record KeyFigure(String value, String uncertainty) {
    static final KeyFigure UNKNOWN = new KeyFigure("–", "");

    /** Top-1 with its binomial standard error. */
    static KeyFigure accuracy(@Nullable Accuracy accuracy) {
        return accuracy == null ? UNKNOWN : accuracy(accuracy.top1(), accuracy.standardError());
    }

    /** Top-1 of a point, with its binomial standard error. */
    static KeyFigure accuracy(Score score) {
        return accuracy(score.top1(), score.standardError());
    }

    private static KeyFigure accuracy(double top1, double standardError) {
        return new KeyFigure(
                String.format(Locale.US, "%.1f %%", top1 * 100),
                String.format(Locale.US, "± %.1f s.e.", standardError * 100));
    }

    static KeyFigure recovered(@Nullable Double share) {
        return share == null ? UNKNOWN : new KeyFigure(SignedText.of(share * 100, "%.1f %%"), "");
    }

    static KeyFigure percent(double percent) {
        return new KeyFigure(String.format(Locale.US, "%.2f %%", percent), "");
    }

    static KeyFigure count(long count) {
        return new KeyFigure(String.format(Locale.US, "%,d", count), "");
    }
}
