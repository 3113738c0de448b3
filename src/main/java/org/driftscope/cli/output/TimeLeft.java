package org.driftscope.cli.output;

import java.util.Locale;
import java.util.function.LongSupplier;

/** How long a stage will still take at the pace it has kept, in words. What it began with, e.g. from the archive, is no pace. */
final class TimeLeft {
    private static final double SHORTEST_PACE = 2;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private final LongSupplier nanoClock;
    private String stage = "";
    private long began;
    private long first;
    private long last;

    /** @param nanoClock such as {@link System#nanoTime} */
    TimeLeft(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** E.g. "2:10 min left"; "" as long as it is not known. */
    String after(String name, long done, long total) {
        long now = nanoClock.getAsLong();
        if (!name.equals(stage) || done < last) {
            stage = name;
            began = now;
            first = done;
        }
        last = done;
        double seconds = (now - began) / 1e9;
        long more = done - first;
        return more <= 0 || done >= total || seconds < SHORTEST_PACE ? "" : words(seconds / more * (total - done));
    }

    private static String words(double seconds) {
        long whole = Math.round(seconds);
        if (whole < MINUTE) {
            return whole + " s left";
        }
        return whole < HOUR
                ? String.format(Locale.ROOT, "%d:%02d min left", whole / MINUTE, whole % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d h left", whole / HOUR, whole % HOUR / MINUTE);
    }
}
