package org.driftscope.io.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongFunction;
import org.driftscope.support.DataFormatException;

/** Notices values of two units in one column: they leave a wide gap between them. */
final class UnitWatch {
    /** Powers of two without any value between two kinds; a thousand between units leaves that and more. */
    private static final int GAP = 8;

    private static final int OFFSET = 1100;

    private final long[] counts = new long[2 * OFFSET];
    private final long[] firstRow = new long[2 * OFFSET];
    private final double[] example = new double[2 * OFFSET];

    /** @param value above 0 */
    void add(long row, double value) {
        int at = OFFSET + Math.getExponent(value);
        if (counts[at]++ == 0) {
            firstRow[at] = row;
            example[at] = value;
        }
    }

    /** @throws DataFormatException if there are two kinds of values */
    void check(String file, LongFunction<String> place) {
        int low = -1;
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] == 0) {
                continue;
            }
            if (low >= 0 && at - low > GAP) {
                boolean fewBelow = Arrays.stream(counts, 0, at).sum() * 2
                        < Arrays.stream(counts).sum();
                int odd = fewBelow ? low : at;
                int usual = fewBelow ? at : low;
                throw new DataFormatException(file + ", " + place.apply(firstRow[odd]) + ": the value " + words(odd)
                        + " stands beside others such as " + words(usual)
                        + ", with none between. Bring all to one unit; if they are, name it (--unit).");
            }
            low = at;
        }
    }

    private String words(int at) {
        return String.format(Locale.ROOT, "%.4g", example[at]);
    }
}
