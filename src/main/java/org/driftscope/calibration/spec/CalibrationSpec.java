package org.driftscope.calibration.spec;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.driftscope.calibration.spec.Method.Trait;
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
 * @param settings those that only some methods look at
 */
@RecordBuilder
public record CalibrationSpec(
        Method method,
        int rank,
        MagnitudeRule magnitude,
        boolean bias,
        SolverKind solver,
        int samples,
        MethodSettings settings)
        implements CalibrationSpecBuilder.With {
    /** Above it no layer has use for a rank. */
    private static final int MOST_RANK = 4096;

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
        if (rank < 1 || rank > MOST_RANK) {
            throw new SpecException("rank", rank, "1 to " + MOST_RANK);
        }
        if (samples < 1) {
            throw new SpecException("samples", samples, "1 or more");
        }
    }

    /** With the usual settings. */
    public CalibrationSpec(
            Method method, int rank, MagnitudeRule magnitude, boolean bias, SolverKind solver, int samples) {
        this(method, rank, magnitude, bias, solver, samples, MethodSettings.defaults());
    }

    /** DoRA of rank 4 with MSE magnitude, no bias, closed form, 10 images. */
    public static CalibrationSpec defaults() {
        return new CalibrationSpec(Method.DORA, 4, MagnitudeRule.MSE, false, SolverKind.CLOSED_FORM, 10);
    }

    /** Whether each corrected column gets a magnitude. Only layer-wise methods say this of themselves. */
    public boolean hasMagnitude() {
        return method.isLayerWise()
                && (method.is(Trait.MAGNITUDES)
                        || SettingUse.MAGNITUDE.matters(method) && magnitude == MagnitudeRule.VARIANCE);
    }

    /** Whether each corrected column gets a bias. */
    public boolean hasBias() {
        return bias || method.is(Trait.BIASES);
    }

    /** Whether calibration images are drawn; not where a file of factory statistics stands in for them. */
    public boolean drawsImages() {
        return method.needsImages() || !settings.hasStatisticsFile();
    }

    /** A few words for a table, e.g. "DoRA rank 4 + bias". */
    public String describe() {
        boolean budgeted = SettingUse.BUDGET.matters(method);
        return name()
                + (method.hasRank() ? " rank " + rank : "")
                + (budgeted ? " " + settings.budget() + " %" : "")
                + variant();
    }

    /** The name of a series over ranks or budgets, e.g. "DoRA + bias". */
    public String family() {
        return name() + variant();
    }

    /** "Magnitude only" is no name for a magnitude with a bias. */
    private String name() {
        return variant().startsWith(" +") ? method.label().replaceFirst(" only$", "") : method.label();
    }

    private String sets() {
        return SettingUse.VECTOR_SETS.matters(method)
                ? " in " + MethodSetting.VECTOR_SETS.help().value().apply(settings.vectorSets())
                : "";
    }

    private String variant() {
        boolean narrow =
                SettingUse.FACTOR_BITS.matters(method) && settings.values().containsKey(MethodSetting.FACTOR_BITS);
        String gain = (narrow ? " at " + settings.factorBits() + " bits" : "")
                + (settings.layerGain() && SettingUse.LAYER_GAIN.matters(method) ? " + layer gain" : "");
        if (!method.isLayerWise()) {
            return sets() + gain;
        }
        boolean biasIsExtra = bias && !method.is(Trait.BIASES);
        boolean matched = magnitude == MagnitudeRule.VARIANCE && SettingUse.MAGNITUDE.matters(method);
        return gain
                + (biasIsExtra ? " + bias" : "")
                + (matched ? ", variance-matched" : "")
                + (solver == SolverKind.GRADIENT ? ", gradient" : "");
    }
}
