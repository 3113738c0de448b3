package org.driftscope.experiment.method;

import java.util.List;
import java.util.Map;
import org.driftscope.calibration.TileScaling;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.cost.Footprints;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.network.AnalogLayer;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** One scale a tile, from the ratio of its mean |output|. */
final class DriftCompensation implements TrialMethod {
    @Override
    public List<Method> methods() {
        return List.of(Method.DRIFT_COMPENSATION);
    }

    @Override
    public MethodPlan foresee(PlanGround ground, CalibrationSpec spec) {
        long scales = ground.layers().stream()
                .mapToLong(layer ->
                        Footprints.grid(layer, ground.crossbars().of(layer)).count())
                .sum();
        // every tile's every output is multiplied
        long macs = ground.macs(layer ->
                (long) Footprints.grid(layer, ground.crossbars().of(layer)).down() * layer.cols());
        return MethodPlan.inSram(spec, scales, 0, macs, false);
    }

    @Override
    public long weight(AnalogLayer layer, CrossbarSpec crossbar, CalibrationSpec spec) {
        return Footprints.grid(layer, crossbar).count();
    }

    @Override
    public Correction correct(Trial trial, Progress progress, CancelToken cancel) {
        Map<String, LayerStatistics> statistics = trial.statistics(progress, cancel);
        CalibratedChip calibrated = trial.calibrated(
                statistics,
                layer -> {
                    cancel.throwIfCancelled();
                    return new TileScaling(
                                    Trial.require(statistics, layer),
                                    trial.onChip(layer).crossbar().tiles())
                            .fit(trial.target(layer), trial.onChip(layer).weights());
                },
                cancel);
        return Correction.ofAdapters(trial.bench().network(), calibrated, List.of());
    }
}
