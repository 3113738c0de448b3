package org.driftscope.device.measured;

import java.util.Arrays;

/**
 * Whole measured paths of cells. A simulated cell takes one of those that began nearest to it, by its own number, and keeps
 * it for life, so that jumps, tails and what a cell remembers come as they were measured.
 *
 * @param startsUs where each cell began, µS, rising
 * @param changesUs how far it had moved, µS, [time][cell], at the times of the device's table
 */
public record ReplayedPaths(double[] startsUs, double[][] changesUs) {
    /** So many paths, those that began nearest, are drawn from. */
    static final int NEAR = 32;

    /** Most paths a device keeps. */
    public static final int MOST = 2_000;

    /** A device that is fitted has none. */
    public static final ReplayedPaths NONE = new ReplayedPaths(new double[0], new double[0][]);

    public ReplayedPaths {
        if (startsUs.length > MOST) {
            throw new IllegalArgumentException("there are " + startsUs.length + " paths, but at most " + MOST);
        }
        for (int cell = 0; cell < startsUs.length; cell++) {
            if (!(startsUs[cell] >= 0) || (cell > 0 && startsUs[cell] < startsUs[cell - 1])) {
                throw new IllegalArgumentException("paths must begin at 0 or more and be sorted by that");
            }
        }
        for (double[] row : changesUs) {
            if (row.length != startsUs.length || Arrays.stream(row).anyMatch(change -> !Double.isFinite(change))) {
                throw new IllegalArgumentException("each path needs one number a time");
            }
        }
        startsUs = startsUs.clone();
        changesUs = Arrays.stream(changesUs).map(double[]::clone).toArray(double[][]::new);
    }

    public int count() {
        return startsUs.length;
    }

    /**
     * Which path a cell takes.
     *
     * @param gUs where it begins
     * @param normal its own standard normal number
     */
    int of(double gUs, double normal) {
        int near = Math.min(NEAR, startsUs.length);
        int found = Arrays.binarySearch(startsUs, gUs);
        int middle = found >= 0 ? found : -found - 1;
        int first = Math.max(0, Math.min(startsUs.length - near, middle - near / 2));
        return first + Math.min(near - 1, (int) (rank(normal) * near));
    }

    /** Share of a standard normal distribution below a number. Abramowitz and Stegun, 26.2.17: to 8e-8. */
    static double rank(double normal) {
        double t = 1 / (1 + 0.2316419 * Math.abs(normal));
        double tail = Math.exp(-normal * normal / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return normal > 0 ? 1 - tail : tail;
    }
}
