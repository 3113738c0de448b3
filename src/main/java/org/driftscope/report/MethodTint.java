package org.driftscope.report;

import java.util.Map;
import org.driftscope.calibration.spec.Method;
import org.driftscope.figure.chart.SeriesTint;

/** Colour and marker of each method's series. A method that is not here has those of all others. */
public final class MethodTint {
    private static final Map<Method, SeriesTint> TINTS = Map.ofEntries(
            Map.entry(Method.DORA, SeriesTint.DORA),
            Map.entry(Method.LORA, SeriesTint.LORA),
            Map.entry(Method.MAGNITUDE_ONLY, SeriesTint.MAGNITUDE),
            Map.entry(Method.BIAS_ONLY, SeriesTint.BIAS),
            Map.entry(Method.AFFINE, SeriesTint.AFFINE),
            Map.entry(Method.ALLOCATED, SeriesTint.ALLOCATED),
            Map.entry(Method.SPARSE, SeriesTint.SPARSE),
            Map.entry(Method.BATCH_NORM, SeriesTint.STATISTICS),
            Map.entry(Method.DRIFT_COMPENSATION, SeriesTint.COMPENSATION),
            Map.entry(Method.VERA, SeriesTint.VECTORS),
            Map.entry(Method.VERA_TRAINED, SeriesTint.TRAINED_VECTORS),
            Map.entry(Method.BACKPROP, SeriesTint.BACK_PROPAGATION),
            Map.entry(Method.BACKPROP_ADAPTERS, SeriesTint.TRAINED_ADAPTERS));

    private MethodTint() {}

    public static SeriesTint of(Method method) {
        return TINTS.getOrDefault(method, SeriesTint.OTHER);
    }
}
