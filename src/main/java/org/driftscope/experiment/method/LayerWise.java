package org.driftscope.experiment.method;

import java.util.List;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** Adapters of one kind, each layer fitted by itself to the teacher's features. */
final class LayerWise implements TrialMethod {
    @Override
    public Correction correct(Trial trial, Progress progress, CancelToken cancel) {
        CalibratedChip calibrated = trial.bench()
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
