package org.driftscope.experiment.method;

import java.util.Map;
import java.util.Optional;
import org.driftscope.calibration.fit.LayerGain;
import org.driftscope.calibration.fit.LayerProblem;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/**
 * One factor a layer that brings an aged layer's outputs back to what they were when its adapter was fitted,
 * {@code f = sqrt(sum_j var(then_j) / sum_j var(now_j))}, both measured on the calibration images.
 *
 * @param byLayer factors by layer's name; none of layers that none was measured of
 */
record KeptGains(Map<String, Double> byLayer) {
    /**
     * Of the layers that were corrected.
     *
     * @param then the trial that the adapters were fitted in
     * @param checked the same chip when its gains were measured; empty where they were not
     */
    static KeptGains of(Trial then, Optional<Trial> checked, CancelToken cancel) {
        if (checked.isEmpty()) {
            return new KeptGains(Map.of());
        }
        Trial now = checked.get().withLayers(then.layers());
        Map<String, LayerStatistics> statistics = then.statistics(Progress.none(), cancel);
        Map<String, OutputMoments> earlier = then.outputs(cancel);
        Map<String, OutputMoments> present = now.outputs(cancel);
        return new KeptGains(now.ofEach(
                layer -> LayerGain.of(
                        variance(then, statistics, earlier, layer), variance(now, statistics, present, layer)),
                cancel));
    }

    /** Of all the layer's outputs together. */
    private static double variance(
            Trial trial, Map<String, LayerStatistics> statistics, Map<String, OutputMoments> outputs, String layer) {
        return new LayerProblem(
                        Trial.require(statistics, layer),
                        trial.target(layer),
                        trial.onChip(layer).weights(),
                        LayerProblem.Start.DRIFTED,
                        outputs.get(layer),
                        false)
                .driftedVariance();
    }
}
