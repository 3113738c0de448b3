package org.driftscope.device;

/**
 * Cells of conductive metal oxide on HfOx, 9 to 88.2 µS: from 1 s on {@code g(t) = g - a ln t + (b + c ln t) z}, as measured
 * at 50 µS and taken for every conductance. Source: Falcone et al., arXiv 2502.04524 (2025). An age below 1 s other than 0
 * counts as 1 s (our choice).
 *
 * @param acceptance within which of its target a cell's writing stops
 */
public record CmoDrift(Acceptance acceptance) implements DriftModel {
    private static final double SHIFT = .08900206;
    private static final double SPREAD = .41183342;
    private static final double SPREAD_GROWTH = .04201137;

    /** When writing stops: the spread of what is written, µS, is a constant and a share of the target. */
    public enum Acceptance {
        /** 0.2 % of the range. */
        TIGHT("cmo", .00081107, .00106879),
        /** 2 % of the range. */
        LOOSE("cmo-2", .0112185391, .01129027418);

        private final String id;
        private final double constant;
        private final double share;

        Acceptance(String id, double constant, double share) {
            this.id = id;
            this.constant = constant;
            this.share = share;
        }
    }

    @Override
    public String id() {
        return acceptance.id;
    }

    @Override
    public String source() {
        return "Falcone et al., arXiv 2502.04524 (2025)";
    }

    @Override
    public boolean writesExactly() {
        return false;
    }

    @Override
    public double programmedUs(double gTargetUs, ConductanceRange range, double cellNormal) {
        return gTargetUs + (acceptance.constant + acceptance.share * gTargetUs) * cellNormal;
    }

    @Override
    public Moment at(ConductanceRange range, double seconds) {
        if (seconds == 0) {
            return (target, programmed, normal) -> programmed;
        }
        double log = Math.log(Math.max(1, seconds));
        double shift = -SHIFT * log;
        double spread = SPREAD + SPREAD_GROWTH * log;
        return (target, programmed, normal) -> programmed + shift + spread * normal;
    }
}
