package org.driftscope.device;

/**
 * Cells of RRAM that are written step by step with a read after each (IGVVA-100), 50 to 225 µS: {@code g' = g + s(g) z} with
 * {@code s(g) = max(0, 4.782321 - .009107 g)} µS, and stay as they were written, since nothing was published of later. Source:
 * Milo et al., IRPS (2021). The same error before another device's drift: {@link ProgrammingError.RelativeTo#MILO}.
 */
public record MiloWriting() implements DriftModel {
    /** Where it was measured. */
    public static final ConductanceRange MEASURED = new ConductanceRange(50, 225);

    private static final double LARGEST_US = 4.782321;
    private static final double SLOPE = -.009107;

    /** Standard deviation of what is written, µS, whatever the range. */
    static double sigmaUs(double gTargetUs) {
        return Math.max(0, LARGEST_US + SLOPE * gTargetUs);
    }

    @Override
    public String id() {
        return "milo";
    }

    @Override
    public String source() {
        return "Milo et al., IRPS (2021)";
    }

    @Override
    public boolean ages() {
        return false;
    }

    @Override
    public boolean writesExactly() {
        return false;
    }

    @Override
    public double programmedUs(double gTargetUs, ConductanceRange range, double cellNormal) {
        return gTargetUs + sigmaUs(gTargetUs) * cellNormal;
    }

    @Override
    public Moment at(ConductanceRange range, double seconds) {
        return (target, programmed, normal) -> programmed;
    }
}
