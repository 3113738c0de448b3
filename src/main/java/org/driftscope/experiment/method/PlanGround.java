package org.driftscope.experiment.method;

import java.util.List;
import java.util.Map;
import org.driftscope.adapter.FactorPrecision;
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
        Footprint.Narrow narrow = AdapterParameters.narrow(layers, rank, factorBits(spec));
        return MethodPlan.inSram(spec, parameters, narrow, 0, macs, false);
    }

    /** Scale and bias a column, and what the rest of the budget buys, spread as the weights are. */
    MethodPlan sparse(CalibrationSpec spec, long bitsOfIndex) {
        long bought = bought(spec);
        return MethodPlan.inSram(spec, 2 * columns() + bought, bought * bitsOfIndex, macs(spread(bought)), false);
    }

    /**
     * Scale and bias a column, and the values of A and B that the rest of the budget buys, which is spent in bits. Scales are left
     * out, so that it is no less than what will be held.
     */
    MethodPlan allocated(CalibrationSpec spec) {
        int bits = factorBits(spec);
        long budget = Correction.bits(bought(spec));
        long values = Math.min(budget / bits, weights());
        Footprint.Narrow narrow =
                bits == FactorPrecision.FULL_BITS ? Footprint.Narrow.NONE : new Footprint.Narrow(values, budget);
        return MethodPlan.inSram(spec, 2 * columns() + values, narrow, 0, macs(spread(values)), true);
    }

    private static int factorBits(CalibrationSpec spec) {
        return SettingUse.FACTOR_BITS.matters(spec.method()) ? spec.settings().factorBits() : FactorPrecision.FULL_BITS;
    }

    private long bought(CalibrationSpec spec) {
        return Math.max(0, Math.min(Budget.of(spec, network) - 2 * columns(), weights()));
    }

    private PerLayer spread(long bought) {
        long weights = weights();
        return layer -> layer.cols() + Math.round((double) bought * layer.weights() / Math.max(1, weights));
    }
}
