package org.driftscope.ui.layers;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.driftscope.calibration.FeatureError;

/**
 * How far a layer's output is off; NaN where it is not known.
 *
 * @param before squared feature error per output after drift, without correction
 * @param after the same with its adapter
 * @param outputVariance variance of the clean outputs, per output, that the errors are measured against
 */
public record LayerError(double before, double after, double outputVariance) {
    static final LayerError UNKNOWN = new LayerError(Double.NaN, Double.NaN, Double.NaN);

    /** Of a layer that does not drift. */
    public static final LayerError NONE = new LayerError(0, Double.NaN, 1);

    /** Root-mean-square error after drift over the standard deviation of the clean output; 1 is an error as large as it. */
    public double relativeBefore() {
        return relative(before);
    }

    /** The same with its adapter. */
    public double relativeAfter() {
        return relative(after);
    }

    private double relative(double error) {
        return FeatureError.relative(error, outputVariance);
    }

    /** Of several layers alike: the mean of their squared errors, each over its output's variance; unknown ones left out. */
    static LayerError mean(List<LayerError> errors) {
        return new LayerError(mean(errors, LayerError::relativeBefore), mean(errors, LayerError::relativeAfter), 1);
    }

    private static double mean(List<LayerError> errors, ToDoubleFunction<LayerError> relative) {
        return errors.stream()
                .mapToDouble(relative)
                .filter(Double::isFinite)
                .map(share -> share * share)
                .average()
                .orElse(Double.NaN);
    }

    /** Without what calibration achieved. */
    LayerError beforeOnly() {
        return new LayerError(before, Double.NaN, outputVariance);
    }
}
