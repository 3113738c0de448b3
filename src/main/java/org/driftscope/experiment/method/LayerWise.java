package org.driftscope.experiment.method;

import java.util.List;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** Adapters of one kind, each layer fitted by itself to the teacher's features. */
final class LayerWise implements TrialMethod {
    @Override
    public List<Method> methods() {
        return List.of(Method.DORA, Method.LORA, Method.MAGNITUDE_ONLY, Method.BIAS_ONLY, Method.AFFINE);
    }

    @Override
    public MethodPlan foresee(PlanGround ground, CalibrationSpec spec) {
        int rank = spec.method().hasRank() ? spec.rank() : 0;
        return ground.adapters(spec, rank, spec.hasMagnitude(), spec.hasBias());
    }

    @Override
    public Correction correct(Trial trial, Progress progress, CancelToken cancel) {
        CalibratedChip calibrated = trial.bench()
                .calibrations()
                .calibrate(
                        trial.chip(),
                        trial.calibration(),
                        trial.layers(),
                        trial.spec().chip().seed(),
                        progress,
                        cancel)
                .solve(trial.calibration().rank(), trial.listener(), progress, cancel);
        return Correction.ofAdapters(trial.bench().network(), calibrated, List.of());
    }
}
