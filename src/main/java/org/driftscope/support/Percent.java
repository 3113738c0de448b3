package org.driftscope.support;

import java.util.Locale;

/** Shares as per cent, rounded in one way everywhere: 1,779 of 2,000 are 88.95 % and not 88.9499999, so 89.0. */
public final class Percent {
    private static final double KEPT = 1e12;

    private Percent() {}

    /** Without the last bits of binary arithmetic. @param share 1 is all */
    public static double of(double share) {
        return Double.isFinite(share) ? Math.rint(share * KEPT) / (KEPT / 100) : share;
    }

    /**
     * How much higher the second share is printed than the first, in points: the difference of what a reader sees, since
     * 92.3 beside 74.9 must not be 17.5 apart. A multiple of 0.1.
     *
     * @param from 1 is all
     * @param to 1 is all
     */
    public static double points(double from, double to) {
        return Math.rint(10 * (printed(to) - printed(from))) / 10 + 0.0;
    }

    private static double printed(double share) {
        return Double.parseDouble(text(share));
    }

    /** With one decimal, without a sign for per cent. @param share 1 is all */
    public static String text(double share) {
        return String.format(Locale.ROOT, "%.1f", of(share));
    }
}
