package org.driftscope.experiment.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.training.BatchNormRecalibration;

/** Mean and variance of every batch norm re-estimated on the calibration images, whatever layers are chosen. */
final class BatchNormStatistics implements TrialMethod {
    @Override
    public List<Method> methods() {
        return List.of(Method.BATCH_NORM);
    }

    @Override
    public boolean leavesAdapters() {
        return false;
    }

    @Override
    public MethodPlan foresee(PlanGround ground, CalibrationSpec spec) {
        return MethodPlan.inSram(spec, BatchNormRecalibration.parameters(ground.network()), 0, 0, false);
    }

    @Override
    public Optional<String> refusal(Network network) {
        return BatchNormRecalibration.refusal(network);
    }

    @Override
    public Correction correct(Trial trial, Progress progress, CancelToken cancel) {
        Network recalibrated = BatchNormRecalibration.run(
                trial.driftedNetwork(),
                trial.images(),
                trial.bench().preprocessing(),
                trial.random().child("batch-norm"),
                progress,
                cancel);
        long parameters = BatchNormRecalibration.parameters(recalibrated);
        return new Correction(
                recalibrated,
                trial.readouts(recalibrated),
                new CalibratedChip(trial.chip(), Map.of()),
                parameters,
                Correction.bits(parameters),
                0,
                List.of());
    }
}
