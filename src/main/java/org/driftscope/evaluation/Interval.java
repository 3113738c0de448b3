package org.driftscope.evaluation;

/**
 * A range that holds a true value with a stated confidence.
 *
 * @param low lower end, at most {@code high}
 * @param high upper end
 */
public record Interval(double low, double high) {
    /** Half-width of the central 95 % of a standard normal variable. */
    public static final double Z95 = 1.959963984540054;

    /**
     * Wilson's score interval of a proportion; unlike p +- z se it stays inside 0 to 1 and is right near the ends.
     *
     * <p>Source: Wilson, J. Am. Stat. Assoc. 22, 1927, p. 209.
     *
     * @param successes 0 to trials
     * @param trials at least 1
     * @param z half-width in standard deviations, e.g. {@link #Z95}
     */
    public static Interval wilson(int successes, int trials, double z) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials);
        }
        double p = (double) successes / trials;
        double zz = z * z / trials;
        double centre = (p + zz / 2) / (1 + zz);
        double half = wilsonHalf(successes, trials, z);
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /** Half the length of {@link #wilson}'s interval before it is cut at 0 and 1; parameters as there. */
    static double wilsonHalf(int successes, int trials, double z) {
        double p = (double) successes / trials;
        double zz = z * z / trials;
        return z / (1 + zz) * Math.sqrt(p * (1 - p) / trials + zz / (4 * trials));
    }
}
