package org.driftscope.calibration;

import org.driftscope.support.SpecException;

/**
 * How a drifted network is calibrated.
 *
 * @param method which correction
 * @param rank of the low-rank part, 1 or more; capped at each layer's own limit; ignored by methods without one
 * @param magnitude how the magnitude is fitted
 * @param bias whether a bias is fitted as well
 * @param solver how
 * @param samples number N of calibration images, 1 or more
 */
public record CalibrationSpec(
        Method method, int rank, MagnitudeRule magnitude, boolean bias, SolverKind solver, int samples) {
    /** Which correction stands beside each layer. */
    public enum Method {
        /** Low-rank correction and a magnitude a column. */
        DORA("DoRA", true),
        /** Low-rank correction; with {@link MagnitudeRule#VARIANCE} that rule's magnitude as well. */
        LORA("LoRA", true),
        /** A magnitude a column alone. */
        MAGNITUDE("magnitude only", false),
        /** A bias a column alone. */
        BIAS("bias only", false),
        /** A magnitude and a bias a column. */
        AFFINE("affine", false);

        private final String label;
        private final boolean ranked;

        Method(String label, boolean ranked) {
            this.label = label;
            this.ranked = ranked;
        }

        /** The name in tables and charts. */
        public String label() {
            return label;
        }

        /** Whether it has a low-rank part. */
        public boolean hasRank() {
            return ranked;
        }
    }

    /** How DoRA's magnitude is fitted. */
    public enum MagnitudeRule {
        /** Least squared feature error. */
        MSE,
        /** Same output variance as the clean layer. */
        VARIANCE
    }

    /** How the parameters are found. */
    public enum SolverKind {
        /** One factorisation that gives every rank. */
        CLOSED_FORM,
        /** Adam on the same loss, as in Dong et al. */
        GRADIENT
    }

    public CalibrationSpec {
        if (rank < 1 || rank > 4096) {
            throw new SpecException("rank", rank, "1 or more");
        }
        if (samples < 1) {
            throw new SpecException("samples", samples, "1 or more");
        }
    }

    /** DoRA of rank 4 with MSE magnitude, no bias, closed form, 10 images. */
    public static CalibrationSpec defaults() {
        return new CalibrationSpec(Method.DORA, 4, MagnitudeRule.MSE, false, SolverKind.CLOSED_FORM, 10);
    }

    public CalibrationSpec withRank(int newRank) {
        return new CalibrationSpec(method, newRank, magnitude, bias, solver, samples);
    }

    public CalibrationSpec withMethod(Method newMethod) {
        return new CalibrationSpec(newMethod, rank, magnitude, bias, solver, samples);
    }

    public CalibrationSpec withMagnitude(MagnitudeRule rule) {
        return new CalibrationSpec(method, rank, rule, bias, solver, samples);
    }

    public CalibrationSpec withBias(boolean fitted) {
        return new CalibrationSpec(method, rank, magnitude, fitted, solver, samples);
    }

    public CalibrationSpec withSolver(SolverKind kind) {
        return new CalibrationSpec(method, rank, magnitude, bias, kind, samples);
    }

    public CalibrationSpec withSamples(int count) {
        return new CalibrationSpec(method, rank, magnitude, bias, solver, count);
    }

    /** A few words for a table, e.g. "DoRA rank 4 + bias". */
    public String describe() {
        String name = method.label() + (method.hasRank() ? " rank " + rank : "");
        return name
                + (bias ? " + bias" : "")
                + (magnitude == MagnitudeRule.VARIANCE ? ", variance-matched" : "")
                + (solver == SolverKind.GRADIENT ? ", gradient" : "");
    }
}
