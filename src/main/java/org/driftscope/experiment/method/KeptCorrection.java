package org.driftscope.experiment.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.adapter.Adapter;
import org.driftscope.calibration.FeatureError;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.CalibratedChip.CalibratedLayer;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.training.WeightTensors;

/** A correction made earlier in a chip's life, beside the chip as it is now: nothing in it is measured anew but, where asked, gains. */
final class KeptCorrection {
    private KeptCorrection() {}

    /**
     * Puts it beside the aged chip.
     *
     * @param now the trial with the aged chip; its listener hears of each layer's errors as they are now
     * @param gains that were measured since
     */
    static Correction on(Trial now, Correction fitted, KeptGains gains, Progress progress, CancelToken cancel) {
        Network own = now.bench().network();
        if (fitted.network() == own) {
            return with(fitted, own, adapters(now, fitted.chip(), gains, progress, cancel));
        }
        Map<String, WeightMatrix> weights = new LinkedHashMap<>();
        now.chip().layers().forEach((name, layer) -> weights.put(name, layer.weights()));
        Network aged = WeightTensors.into(fitted.network(), weights);
        return new Correction(
                aged,
                now.readouts(aged),
                new CalibratedChip(now.chip(), fitted.chip().fittedOn(), Map.of(), Map.of()),
                fitted.updatedParameters(),
                fitted.sramBits(),
                fitted.rramWrites(),
                fitted.notes());
    }

    private static Correction with(Correction fitted, Network own, CalibratedChip chip) {
        return new Correction(
                own,
                chip.changes(),
                chip,
                fitted.updatedParameters() + chip.gains().size(),
                fitted.sramBits() + Correction.bits(chip.gains().size()),
                fitted.rramWrites(),
                fitted.notes());
    }

    /** The adapters with feature errors as they are now. */
    private static CalibratedChip adapters(
            Trial now, CalibratedChip fitted, KeptGains gains, Progress progress, CancelToken cancel) {
        Trial trial = now.withLayers(List.copyOf(fitted.layers().keySet()));
        Map<String, LayerStatistics> statistics = trial.statistics(progress, cancel);
        Map<String, OutputMoments> outputs = trial.outputs(cancel);
        Map<String, Double> factors = new LinkedHashMap<>(gains.byLayer());
        factors.keySet().retainAll(trial.layers());
        CalibratedChip aged = new CalibratedChip(now.chip(), fitted.fittedOn(), fitted.layers(), factors);
        return new CalibratedChip(
                now.chip(),
                fitted.fittedOn(),
                trial.ofEach(
                        name -> {
                            Adapter adapter =
                                    Trial.require(fitted.layers(), name).adapter();
                            WeightMatrix weights = trial.onChip(name).weights();
                            FeatureError error = new FeatureError(
                                    Trial.require(statistics, name), trial.target(name), weights, outputs.get(name));
                            CalibratedLayer layer = new CalibratedLayer(
                                    adapter,
                                    error.of(null),
                                    error.with(aged.corrected(name, adapter, weights)),
                                    error.outputVariance());
                            trial.listener().done(name, layer);
                            return layer;
                        },
                        cancel),
                factors);
    }
}
