package org.driftscope.calibration.spec;

import java.util.Arrays;
import java.util.Optional;
import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;

/** Recipes of DoRA under a name. A preset sets method, magnitude, bias and layer gain; the rest stays as it is. */
public enum Preset {
    /** As Dong et al. and Liu et al. describe it, by closed form or Adam: least-error magnitude and nothing else. */
    AS_PUBLISHED("As published", MagnitudeRule.MSE, false, false),
    /** What reaches more with the same rank: layer gain, variance-matched magnitude, bias, closed form. */
    RECOMMENDED("Recommended", MagnitudeRule.VARIANCE, true, true);

    private final String label;
    private final MagnitudeRule magnitude;
    private final boolean bias;
    private final boolean layerGain;

    Preset(String label, MagnitudeRule magnitude, boolean bias, boolean layerGain) {
        this.label = label;
        this.magnitude = magnitude;
        this.bias = bias;
        this.layerGain = layerGain;
    }

    /** The name in the window. */
    public String label() {
        return label;
    }

    /** The calibration with this recipe. */
    public CalibrationSpec applyTo(CalibrationSpec spec) {
        return spec.withMethod(Method.DORA)
                .withMagnitude(magnitude)
                .withBias(bias)
                .withSolver(this == RECOMMENDED ? SolverKind.CLOSED_FORM : spec.solver())
                .withSettings(spec.settings().withLayerGain(layerGain));
    }

    /** The preset that a calibration follows; empty where it follows none. */
    public static Optional<Preset> of(CalibrationSpec spec) {
        return Arrays.stream(values())
                .filter(preset -> preset.applyTo(spec).equals(spec))
                .findFirst();
    }
}
