package org.driftscope.figure.raster;

/**
 * How many cells lie in each of equally wide bins, before and after something happened to them.
 *
 * @param range lower edge of the first bin to upper edge of the last
 * @param before cells by bin
 * @param after cells by bin, as many bins
 */
public record Histogram(ValueRange range, int[] before, int[] after, double shareBeyond) {
    public Histogram {
        if (before.length != after.length || before.length == 0) {
            throw new IllegalArgumentException(
                    "histogram with " + before.length + " bins before and " + after.length + " after");
        }
    }

    /**
     * Counts values; those outside the range or not numbers are left out.
     *
     * @param bins at least 1; the last one holds its upper edge too
     * @param before not modified
     * @param after not modified
     */
    public static Histogram of(ValueRange range, int bins, float[] before, float[] after) {
        double beyond =
                range.shareBelow(before) + range.shareAbove(before) + range.shareBelow(after) + range.shareAbove(after);
        return new Histogram(range, count(range, bins, before), count(range, bins, after), beyond / 2);
    }

    public int bins() {
        return before.length;
    }

    /** Lower edge of a bin; that of number {@code bins()} is the upper end. */
    public double edge(int bin) {
        return range.low() + (range.high() - range.low()) * bin / bins();
    }

    /** The largest count of either. */
    public int tallest() {
        int tallest = 0;
        for (int bin = 0; bin < bins(); bin++) {
            tallest = Math.max(tallest, Math.max(before[bin], after[bin]));
        }
        return tallest;
    }

    private static int[] count(ValueRange range, int bins, float[] values) {
        int[] counts = new int[bins];
        double scale = bins / (range.high() - range.low());
        for (float value : values) {
            if (value >= range.low() && value <= range.high()) {
                counts[Math.min(bins - 1, (int) ((value - range.low()) * scale))]++;
            }
        }
        return counts;
    }
}
