package org.driftscope.device;

/**
 * Phase-change memory, 0 to 25 µS: {@code g(t) = gProg ((t + 20 s) / 20 s)^-nu}, where every cell has an exponent of its own
 * around a mean that falls with its target, and is written with an error of its own. Other ranges are scaled. Sources: Joshi
 * et al., Nature Communications 11 (2020); Nandakumar et al.
 */
public record PcmDrift() implements DriftModel {
    private static final double REFERENCE_US = 25;
    private static final double FIRST_READ = 20;
    private static final double LEAST = 1e-7;
    private static final double[] WRITE_FIT = {.26348, 1.9650, -1.1731};

    @Override
    public String id() {
        return "pcm";
    }

    @Override
    public String source() {
        return "Joshi et al., Nature Communications 11 (2020)";
    }

    @Override
    public boolean writesExactly() {
        return false;
    }

    @Override
    public double programmedUs(double gTargetUs, ConductanceRange range, double cellNormal) {
        double gMaxUs = range.gMaxUs();
        double spread = gMaxUs / REFERENCE_US * Polynomial.of(WRITE_FIT, share(gTargetUs, gMaxUs));
        return gTargetUs + spread * cellNormal;
    }

    @Override
    public Moment at(ConductanceRange range, double seconds) {
        double gMaxUs = range.gMaxUs();
        double log = Math.log((seconds + FIRST_READ) / FIRST_READ);
        return (target, programmed, normal) -> programmed * Math.exp(-log * exponent(share(target, gMaxUs), normal));
    }

    private static double share(double gTargetUs, double gMaxUs) {
        return Math.max(gTargetUs / gMaxUs, LEAST);
    }

    private static double exponent(double share, double normal) {
        double log = Math.log(share);
        double mean = Polynomial.clamp(-.0155 * log + .0244, .049, .1);
        double spread = Polynomial.clamp(-.0125 * log - .0059, .008, .045);
        return Math.abs(mean + spread * normal);
    }
}
