package org.driftscope.ui.main;

import java.util.Locale;
import org.driftscope.evaluation.Accuracy;
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
        return accuracy == null
                ? UNKNOWN
                : new KeyFigure(
                        String.format(Locale.US, "%.1f %%", accuracy.top1() * 100),
                        String.format(Locale.US, "± %.1f s.e.", accuracy.standardError() * 100));
    }

    static KeyFigure recovered(@Nullable Double share) {
        return share == null
                ? UNKNOWN
                : new KeyFigure(String.format(Locale.US, "%.1f %%", share * 100).replace('-', '−'), "");
    }

    static KeyFigure percent(double percent) {
        return new KeyFigure(String.format(Locale.US, "%.2f %%", percent), "");
    }

    static KeyFigure count(long count) {
        return new KeyFigure(String.format(Locale.US, "%,d", count), "");
    }
}
