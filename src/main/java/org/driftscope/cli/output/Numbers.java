package org.driftscope.cli.output;

import java.util.Locale;
import org.driftscope.support.Percent;
import org.jspecify.annotations.Nullable;

/** Numbers as the tables print them. */
public final class Numbers {
    private Numbers() {}

    /** A share of 1 as a percentage with one decimal. */
    public static String percent(double share) {
        return Percent.text(share);
    }

    /** As {@link #percent}, "n/a" where undefined. */
    static String percentOrNone(@Nullable Double share) {
        return share == null ? "n/a" : percent(share) + " %";
    }

    /** Of parameters, in per cent, with as many digits as in the window. */
    public static String parametersPercent(double percent) {
        return String.format(Locale.ROOT, "%.2f", percent);
    }

    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A squared error, three significant digits. */
    static String error(double error) {
        return String.format(Locale.ROOT, "%.3g", error);
    }

    /** A file's size, e.g. "4.7 MB" (10^6 bytes). */
    public static String bytes(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
