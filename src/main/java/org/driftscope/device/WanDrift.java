package org.driftscope.device;

/**
 * NeuRRAM's cells of HfOx, 0 to 40 µS: {@code g(t) = g + s(g, t) z}, where s grows from 1 s to 2 days and is held from then
 * on. Source: Wan et al., Nature 608 (2022), Extended Data Fig. 3d, fitted at 1 s, 1 day and 2 days. Between these s is
 * linear in ln t and never falls (our choice: the fit at 2 days lies up to .064 µS below that at 1 day).
 */
public record WanDrift() implements DriftModel {
    private static final double FULL_US = 40;
    private static final double DAY = 86_400;
    private static final double[] SECOND_FIT = {.348, 16.030, -43.853, 45.393, -16.815};
    private static final double[] DAY_FIT = {.701, 22.086, -50.773, 47.095, -16.458};
    private static final double[] TWO_DAYS_FIT = {.782, 20.274, -43.507, 37.062, -11.934};

    @Override
    public String id() {
        return "wan2022";
    }

    @Override
    public String source() {
        return "Wan et al., Nature 608 (2022)";
    }

    @Override
    public Moment at(ConductanceRange range, double seconds) {
        double toDay = Math.min(1, Math.log(Math.max(1, seconds)) / Math.log(DAY));
        double toTwoDays = Polynomial.clamp(Math.log(seconds / DAY) / Math.log(2), 0, 1);
        return (target, programmed, normal) -> programmed + spreadUs(programmed / FULL_US, toDay, toTwoDays) * normal;
    }

    /** Standard deviation, µS. @param x share of 40 µS @param toDay 0 at 1 s to 1 at a day @param toTwoDays from there on */
    private static double spreadUs(double x, double toDay, double toTwoDays) {
        double second = Polynomial.of(SECOND_FIT, x);
        double day = Math.max(second, Polynomial.of(DAY_FIT, x));
        double twoDays = Math.max(day, Polynomial.of(TWO_DAYS_FIT, x));
        return second + (day - second) * toDay + (twoDays - day) * toTwoDays;
    }
}
