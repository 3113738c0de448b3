package org.driftscope.ui.settings;

import java.util.Locale;
import java.util.stream.Collectors;
import org.driftscope.cost.CostAssumptions;

/** What is to be said of costs that do not rest on the default figures. */
public final class CostWords {
    private static final double PLAIN_BELOW = 1e4;

    private CostWords() {}

    /** Each changed figure with its default; "" where none is changed. They are kept with the session. */
    public static String changed(CostAssumptions figures) {
        if (figures.changed().isEmpty()) {
            return "";
        }
        return figures.changed().entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + number(entry.getValue()) + ", not the default "
                        + number(entry.getKey().standard()))
                .collect(Collectors.joining("; ", "", ". Kept with the session; a new start has the defaults."));
    }

    private static String number(double value) {
        if (value >= PLAIN_BELOW) {
            return String.format(Locale.ROOT, "%.3g", value).replaceFirst("\\.?0*e\\+?0*", "e");
        }
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
