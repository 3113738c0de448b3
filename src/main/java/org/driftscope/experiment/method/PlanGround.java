package org.driftscope.experiment.method;

import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.cost.AdapterParameters;
import org.driftscope.cost.Footprint;
import org.driftscope.cost.LayerCrossbars;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;

/**
 * What is needed to foresee a method.
 *
 * @param network the clean one
 * @param layers those to correct
 * @param crossbars how they are on tiles
 * @param positions from {@link org.driftscope.network.run.LayerPositions}; empty where they are not known
 */
public record PlanGround(
        Network network, List<AnalogLayer> layers, LayerCrossbars crossbars, Map<String, Long> positions) {
    /** Something of one layer. */
    @FunctionalInterface
    interface PerLayer {
        long of(AnalogLayer layer);
    }

    long columns() {
        return layers.stream().mapToLong(AnalogLayer::cols).sum();
    }

    long weights() {
        return layers.stream().mapToLong(AnalogLayer::weights).sum();
    }

    /** Multiply-accumulates of one inference, given those at one position of a layer. */
    long macs(PerLayer atPosition) {
        if (positions.isEmpty()) {
            return Footprint.UNKNOWN;
        }
        return layers.stream()
                .mapToLong(layer -> positions.getOrDefault(layer.name(), 1L) * atPosition.of(layer))
                .sum();
    }

    /** Adapters of one rank beside all layers. */
    public MethodPlan adapters(CalibrationSpec spec, int rank, boolean magnitude, boolean bias) {
        boolean gain = spec.settings().layerGain() && SettingUse.LAYER_GAIN.matters(spec.method());
        long parameters = AdapterParameters.count(layers, rank, magnitude, bias, gain);
        // a bias is added, not multiplied
        long macs = macs(layer -> AdapterParameters.count(List.of(layer), rank, magnitude || gain, false));
        return MethodPlan.inSram(spec, parameters, 0, macs, false);
    }

    /** Scale and bias a column, and what the rest of the budget buys, spread as the weights are. */
    MethodPlan budgeted(CalibrationSpec spec, long bitsOfIndex, boolean atMost) {
        long weights = weights();
        long bought = Math.max(0, Math.min(Budget.of(spec, network) - 2 * columns(), weights));
        long macs = macs(layer -> layer.cols() + Math.round((double) bought * layer.weights() / Math.max(1, weights)));
        return MethodPlan.inSram(spec, 2 * columns() + bought, bought * bitsOfIndex, macs, atMost);
    }
}
