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

    /** With one decimal, without a sign for per cent. @param share 1 is all */
    public static String text(double share) {
        return String.format(Locale.ROOT, "%.1f", of(share));
    }
}
