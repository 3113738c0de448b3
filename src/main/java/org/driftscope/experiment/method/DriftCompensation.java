package org.driftscope.experiment.method;

import java.util.List;
import java.util.Map;
import org.driftscope.calibration.TileScaling;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** One scale a tile, from the ratio of its mean |output|. */
final class DriftCompensation implements TrialMethod {
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
