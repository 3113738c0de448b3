package org.driftscope.experiment.method;

import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** One way to correct a drifted chip. */
@FunctionalInterface
public interface TrialMethod {
    /**
     * Corrects a trial's chip.
     *
     * @throws org.driftscope.support.DriftscopeException if the method cannot work on this network
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    Correction correct(Trial trial, Progress progress, CancelToken cancel);

    /** The method a specification names. */
    static TrialMethod of(CalibrationSpec.Method method) {
        return switch (method) {
            case DORA, LORA, MAGNITUDE, BIAS, AFFINE -> new LayerWise();
            case ALLOCATED -> new AllocatedRanks();
            case SPARSE -> new SparseWeights();
            case BATCH_NORM -> new BatchNormStatistics();
            case DRIFT_COMPENSATION -> new DriftCompensation();
            case BACKPROP -> new BackPropagation();
            case BACKPROP_ADAPTERS -> new AdapterBackPropagation();
        };
    }
}
